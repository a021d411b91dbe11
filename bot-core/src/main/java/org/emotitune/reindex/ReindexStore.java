package org.emotitune.reindex;

import java.util.List;
import java.util.Optional;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Profile;
import org.emotitune.lookup.Recording;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * What a reindex has to do, and what it has done: asked again after an interruption, it tells what is left. Songs with a
 * profile that came with the program or with a file are nobody's work. Thread-safe.
 */
public interface ReindexStore {

    /**
     * Which work.
     *
     * @param job null for the next one: nothing is done of it yet
     * @param source who reads: "embedded", or the name of a language model
     * @param reader version of the extractor
     * @param vocabulary version of the controlled vocabulary
     * @param everything whether songs are done again that have not changed
     */
    record Work(@Nullable Long job, String source, String reader, String vocabulary, boolean everything) {}

    /** A song of which something is to be looked up. */
    record Wanted(SongId song, Recording recording) {}

    /**
     * A song to be read.
     *
     * @param hash of its lyrics
     */
    record Unread(SongId song, SongText text, String hash) {}

    /**
     * A song that has been read.
     *
     * @param source who has read it: "embedded", or the name of a language model
     * @param weaker whether that is a weaker reader than the usual one
     * @param language ISO 639 code of the language sung; null where it was not told
     * @param terms emotion words as they were heard, where they are not all of the vocabulary
     * @param profile empty where nothing could be heard: it is not tried again by the same reader
     */
    record Read(
            SongId song,
            String hash,
            String source,
            boolean weaker,
            @Nullable String language,
            @Nullable List<String> terms,
            Optional<Profile> profile) {}

    /** How much there is to read. */
    record Amount(long songs, long characters) {}

    long lyricsWanted(Work work);

    /** @return the next ones by id after a song, null for the first ones */
    List<Wanted> lyricsWanted(Work work, @Nullable SongId after, int most);

    /** Lyrics were found: they wait to be read. */
    void foundLyrics(SongId song, String source, String cleaned, String hash);

    void isInstrumental(SongId song, String source);

    /** Nobody has them: they are not looked for again for a while. */
    void hasNoLyrics(SongId song);

    long popularitiesWanted(Work work);

    List<Wanted> popularitiesWanted(Work work, @Nullable SongId after, int most);

    /** @param popularity 0 to 100; null where nobody knows: it is not looked for again for a while */
    void popularity(SongId song, @Nullable String source, @Nullable Integer popularity);

    Amount toRead(Work work);

    /** @return the next ones by id after a song, null for the first ones */
    List<Unread> toRead(Work work, @Nullable SongId after, int most);

    /**
     * Keeps what was read, all of it or nothing; the lyrics go unless they are to be kept. What a weaker reader heard takes
     * no better profile's place, of the same lyrics by any other reader than the embedded one: the song is done then as if
     * nothing could be heard.
     */
    void keep(Work work, List<Read> songs);

    /** Forgets lyrics that nobody is to read any more, unless they are to be kept. */
    void forgetLyrics(Work work);

    /** Makes the catalog a new state of itself if this job, or one that did not get so far, has changed what is searched. */
    void publish();

    /** What the job has done so far, all its runs together. */
    Done done(long job);

    /**
     * @param read songs that were read
     * @param lyrics songs whose lyrics were found
     * @param popularities that were found
     * @param troubled other songs: that could not be read, or whose lyrics were not found
     */
    record Done(long read, long lyrics, long popularities, long troubled) {}

    /** @return number of songs with a profile */
    long profiledSongs();
}
