package org.emotitune.emotion;

/** An extractor cannot read a song, now or later. The message says why, without a word of its lyrics. */
public final class UnreadableSongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSongException(String message) {
        super(message);
    }
}
