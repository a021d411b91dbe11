package org.emotitune.emotion;

/** Tells the language of a message, at once and without a model. Thread-safe. */
public interface LanguageDetector {
    /**
     * @param message of any length and content
     * @param otherwise the answer where the message does not show its language
     */
    Language of(String message, Language otherwise);
}
