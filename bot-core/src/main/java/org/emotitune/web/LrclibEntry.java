package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.TitleMatch;
import org.jspecify.annotations.Nullable;

/**
 * A recording that LRCLIB knows.
 *
 * @param durationMs length in milliseconds; null where LRCLIB does not know it
 * @param plain lyrics without times; null where there are none
 */
record LrclibEntry(
        @Nullable String title,
        @Nullable String artist,
        @Nullable Integer durationMs,
        boolean instrumental,
        @Nullable String plain,
        @Nullable String synced) {

    private static final int LONGEST_S = 24 * 60 * 60;

    static LrclibEntry of(JsonNode entry) {
        if (!entry.isObject()) {
            throw Strange.form(Lrclib.SERVICE);
        }
        return new LrclibEntry(
                text(entry, "trackName"),
                text(entry, "artistName"),
                milliseconds(entry.path("duration").asDouble(0)),
                entry.path("instrumental").asBoolean(false),
                text(entry, "plainLyrics"),
                text(entry, "syncedLyrics"));
    }

    boolean isOf(Recording wanted) {
        return title != null && TitleMatch.sameRecording(wanted, title, artist, durationMs);
    }

    Lyrics lyrics() {
        if (instrumental) {
            return new Lyrics.Instrumental();
        }
        if (plain != null) {
            return new Lyrics.Found(plain);
        }
        String words = synced == null ? "" : SyncedLyrics.words(synced);
        return words.isEmpty() ? new Lyrics.Missing() : new Lyrics.Found(words);
    }

    /** @return less is better: words, then words with times to be taken off, then the news that there are none */
    int preference() {
        if (instrumental) {
            return 2;
        }
        if (plain != null) {
            return 0;
        }
        return synced != null ? 1 : 3;
    }

    private static @Nullable String text(JsonNode entry, String field) {
        String text = entry.path(field).asText("");
        return text.isBlank() ? null : text;
    }

    private static @Nullable Integer milliseconds(double seconds) {
        return seconds > 0 && seconds <= LONGEST_S ? (int) Math.round(seconds * 1000) : null;
    }

    /** Lyrics are in no log, whoever prints the record. */
    @Override
    public String toString() {
        return "LrclibEntry[%s, %s]".formatted(title, artist);
    }
}
