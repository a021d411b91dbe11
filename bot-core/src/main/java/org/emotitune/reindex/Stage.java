package org.emotitune.reindex;

/** What a reindex does, in this order. */
public enum Stage {
    /** Looks for the lyrics of songs that have none. */
    LYRICS,
    /** Looks for popularities that are not known. */
    POPULARITY,
    /** Reads the songs that are new or have changed. */
    EMOTIONS,
    /** Embeds the words that no song had before. */
    WORDS,
    /** Builds the new generation and switches to it. */
    INDEX
}
