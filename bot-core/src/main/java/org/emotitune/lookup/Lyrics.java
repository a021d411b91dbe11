package org.emotitune.lookup;

/** What a source has of a recording's words. */
public sealed interface Lyrics {

    /** @param text as the source has it, with all its noise; never blank, never to be shown or logged */
    record Found(String text) implements Lyrics {
        /** Lyrics are in no log, whoever prints the record. */
        @Override
        public String toString() {
            return "Found[%d characters]".formatted(text.length());
        }
    }

    /** The source knows that there are none. */
    record Instrumental() implements Lyrics {}

    /** The source does not know the recording, or has no words of it. */
    record Missing() implements Lyrics {}
}
