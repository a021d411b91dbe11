package org.emotitune.llm;

import java.util.Collection;
import java.util.Map;
import org.emotitune.emotion.LyricsExtractor.Heard;

/**
 * What models have heard in songs, so that the same song is never paid for twice. Holds words, never lyrics. Thread-safe.
 * Every method throws {@link org.emotitune.index.StoreUnavailableException} if the database fails.
 */
public interface KnownReadings {
    /**
     * @param reader version of the extractor: model, prompt
     * @param songs digests of all that the model is shown of a song
     * @return by digest, those that are known
     */
    Map<String, Heard> known(String reader, Collection<String> songs);

    /**
     * Keeps a reading; one that is there already stays.
     *
     * @throws IllegalArgumentException if a weaker reader has read it: then the model's is still to come
     */
    void keep(String reader, String song, Heard heard);
}
