package org.emotitune.web;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.LyricsSource;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.TitleMatch;
import org.emotitune.song.ArtistLine;

/**
 * Lyrics of LRCLIB, a free collection that needs no key. Asks first for exactly the recording, then searches. Thread-safe.
 */
public final class Lrclib implements LyricsSource {
    static final String SERVICE = "LRCLIB";
    private static final Duration APART = Duration.ofMillis(300);
    /** LRCLIB refuses a question with another length than 1 s to 1 h. */
    private static final int LONGEST_S = 3600;

    private final WebClient web;
    private final URI base;
    private final Pace pace;

    public Lrclib(WebClient web, URI base) {
        this(web, base, new Pace(SERVICE, APART));
    }

    Lrclib(WebClient web, URI base, Pace pace) {
        this.web = web;
        this.base = base;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "lrclib";
    }

    /** Without an artist nothing is looked for: too many songs have the same title. */
    @Override
    public Lyrics find(Recording recording) {
        String artist = recording.artist();
        if (artist == null || artist.isBlank()) {
            return new Lyrics.Missing();
        }
        Lyrics exact = exact(recording, artist);
        return exact instanceof Lyrics.Missing ? searched(recording, artist) : exact;
    }

    private Lyrics exact(Recording recording, String artist) {
        JsonAnswer answer = ask("/api/get", exactly(recording, artist));
        if (answer.status() == 404) {
            return new Lyrics.Missing();
        }
        LrclibEntry entry = LrclibEntry.of(good(answer));
        return entry.isOf(recording) ? entry.lyrics() : new Lyrics.Missing();
    }

    private static Map<String, String> exactly(Recording recording, String artist) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("track_name", recording.title());
        parameters.put("artist_name", artist);
        String album = recording.album();
        if (album != null && !album.isBlank()) {
            parameters.put("album_name", album);
        }
        Integer durationMs = recording.durationMs();
        long seconds = durationMs == null ? 0 : Math.round(durationMs / 1000.0);
        if (seconds >= 1 && seconds <= LONGEST_S) {
            parameters.put("duration", Long.toString(seconds));
        }
        return parameters;
    }

    private Lyrics searched(Recording recording, String artist) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("track_name", TitleMatch.searchTitle(recording.title()));
        parameters.put("artist_name", ArtistLine.first(artist));
        JsonNode entries = good(ask("/api/search", parameters));
        if (!entries.isArray()) {
            throw Strange.form(SERVICE);
        }
        return StreamSupport.stream(entries.spliterator(), false)
                .map(LrclibEntry::of)
                .filter(entry -> entry.isOf(recording))
                .min(comparingInt(LrclibEntry::preference))
                .map(LrclibEntry::lyrics)
                .orElseGet(Lyrics.Missing::new);
    }

    private JsonAnswer ask(String path, Map<String, String> parameters) {
        Call call = Call.get(Query.of(base, path, parameters), Map.of("Accept", "application/json"));
        return pace.inTurn(() -> web.json(call));
    }

    private static JsonNode good(JsonAnswer answer) {
        if (!answer.isGood()) {
            throw Strange.status(SERVICE, answer.status());
        }
        return answer.body();
    }
}
