package org.emotitune.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a song, as far as an import can change it.
 *
 * @param popularitySource null where the popularity is not known, or never was
 * @param starter whether it came with the program and nobody has imported it
 * @param lyric null where none have been found
 */
public record KeptSong(
        SongFacts facts,
        @Nullable String album,
        @Nullable String isrc,
        @Nullable String popularitySource,
        boolean starter,
        @Nullable Lyric lyric,
        @Nullable Reading reading) {

    /**
     * @param source "file", or who else had them
     * @param words whether the text itself is there: it waits to be read, or is to stay
     */
    public record Lyric(String source, String hash, boolean words) {}

    /**
     * A profile and where it comes from.
     *
     * @param source "authored", "file", or who read the song
     * @param reader which version of them; null where nobody read it here
     * @param emotions word to weight, as exact as it is kept
     * @param themes name to weight, as exact as it is kept
     */
    public record Reading(
            String source,
            @Nullable String lyricHash,
            @Nullable String reader,
            @Nullable String vocabulary,
            @Nullable List<String> terms,
            Map<String, Float> emotions,
            Map<String, Float> themes) {
        /** People's own profiles: nobody reads the song again. */
        private static final Set<String> FINAL = Set.of("authored", "file");

        boolean isFinal() {
            return FINAL.contains(source);
        }

        /** Whether nobody would read these lyrics again. */
        boolean isOf(String hash, Manner manner) {
            return isFinal()
                    || (hash.equals(lyricHash)
                            && manner.reader().equals(reader)
                            && manner.vocabulary().equals(vocabulary));
        }

        boolean feelsLike(@Nullable Reading other) {
            return other != null && emotions.equals(other.emotions) && themes.equals(other.themes);
        }
    }

    /**
     * How an import is done.
     *
     * @param popularitySource "import" or "spotify"
     * @param vocabulary version of the vocabulary that profiles went through
     * @param reader version of the extractor that lyrics wait for
     * @param keepLyrics whether lyrics stay after they have been read
     */
    public record Manner(String popularitySource, String vocabulary, String reader, boolean keepLyrics) {}

    /** A song that is not there yet. */
    static KeptSong of(Row row, Manner manner) {
        return new KeptSong(row.song().facts(), null, null, null, false, null, null).with(row, manner);
    }

    /** The song after a row of it. What the row does not know stays as it is. */
    KeptSong with(Row row, Manner manner) {
        Reading next = row.profile() == null ? reading : reading(row, row.profile(), manner);
        SongFacts given = row.song().facts();
        return new KeptSong(
                merged(given),
                known(row.song().album(), album),
                known(row.song().isrc(), isrc),
                given.popularity() == null ? popularitySource : manner.popularitySource(),
                false,
                lyric(row, next, manner),
                next);
    }

    private SongFacts merged(SongFacts given) {
        return new SongFacts(
                known(given.spotifyId(), facts.spotifyId()),
                given.title(),
                known(given.artist(), facts.artist()),
                known(given.year(), facts.year()),
                known(given.language(), facts.language()),
                known(given.durationMs(), facts.durationMs()),
                known(given.popularity(), facts.popularity()),
                known(given.artwork(), facts.artwork()));
    }

    private static <T> @Nullable T known(@Nullable T given, @Nullable T kept) {
        return given == null ? kept : given;
    }

    private static Reading reading(Row row, Profile profile, Manner manner) {
        return new Reading(
                "file",
                row.lyricsHash(),
                null,
                manner.vocabulary(),
                row.terms(),
                weights(profile.emotions()),
                weights(profile.themes()));
    }

    /** The database takes no weight that single precision makes 0. */
    private static Map<String, Float> weights(List<WeightedWord> words) {
        return words.stream()
                .collect(Collectors.toMap(
                        WeightedWord::word, word -> Math.max((float) word.weight(), Float.MIN_NORMAL)));
    }

    /** A text is there only as long as somebody is to read it, or where lyrics are to stay. */
    private @Nullable Lyric lyric(Row row, @Nullable Reading next, Manner manner) {
        boolean keep = manner.keepLyrics();
        String hash = row.lyricsHash();
        if (hash == null) {
            return lyric == null || row.profile() == null || keep
                    ? lyric
                    : new Lyric(lyric.source(), lyric.hash(), false);
        }
        boolean read = next != null && next.isOf(hash, manner);
        if (lyric == null || !lyric.hash().equals(hash)) {
            return new Lyric("file", hash, keep || next == null || !next.isFinal());
        }
        return new Lyric(lyric.source(), hash, keep || !read);
    }

    /** Whether people would be shown the same, and find it in the same way, once an index is built. */
    boolean looksLike(@Nullable KeptSong other) {
        if (reading == null) {
            return other == null || other.reading == null;
        }
        return other != null
                && reading.feelsLike(other.reading)
                && facts.equals(other.facts)
                && starter == other.starter;
    }
}
