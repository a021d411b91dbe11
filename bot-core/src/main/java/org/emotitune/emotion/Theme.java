package org.emotitune.emotion;

/**
 * A situation that a message or a song is about.
 *
 * @param name the key, lower case with hyphens
 * @param area part of life that it belongs to
 * @param english display name in English
 * @param spanish display name in Spanish
 */
public record Theme(String name, String area, String english, String spanish) {
    /** Its name as a person reads it. */
    public String name(Language language) {
        return language == Language.SPANISH ? spanish : english;
    }
}
