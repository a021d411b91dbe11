package org.emotitune.emotion;

/** Hears the emotions and themes of a message. Thread-safe. */
public interface EmotionExtractor {
    /** Number of characters of a message that are read: no chat platform sends more in one. */
    int LONGEST_READ = 4096;

    /**
     * @param message what a person wrote, of any length and content
     * @param otherwise the language of the reading where the message does not show its own
     */
    Reading read(String message, Language otherwise);
}
