package org.emotitune.emotion;

/** Hears the emotions and themes of a message. Thread-safe. */
public interface EmotionExtractor {
    /** @param message what a person wrote, of any length and content */
    Reading read(String message);
}
