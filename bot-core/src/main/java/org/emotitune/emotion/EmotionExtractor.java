package org.emotitune.emotion;

/** Hears the emotions and themes of a message. Thread-safe. */
public interface EmotionExtractor {
    /** Number of characters of a message that are read: no chat platform sends more in one. */
    int LONGEST_READ = 4096;

    /** @return what is read of a message: all of it, or its first {@link #LONGEST_READ} characters */
    static String readOf(String message) {
        return message.length() > LONGEST_READ ? message.substring(0, LONGEST_READ) : message;
    }

    /**
     * @param message what a person wrote, of any length and content
     * @param otherwise the language of the reading where the message does not show its own
     */
    Reading read(String message, Language otherwise);
}
