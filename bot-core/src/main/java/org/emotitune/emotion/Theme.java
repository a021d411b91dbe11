package org.emotitune.emotion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A situation that a message or a song is about.
 *
 * @param name the key, lower case with hyphens
 * @param area part of life that it belongs to
 * @param english display name in English
 * @param spanish display name in Spanish
 * @param usually emotions that people mostly feel in it, strongest first, at least one
 * @param occasion whom songs about it go to
 */
public record Theme(String name, String area, String english, String spanish, List<String> usually, Occasion occasion) {
    /**
     * Whom a song goes to that is above all about a theme.
     *
     * @param only only to people who speak of the theme
     * @param orFelt or who name this emotion; null for none
     */
    public record Occasion(boolean only, @Nullable String orFelt) {}

    public Theme {
        if (usually.isEmpty()) {
            throw new IllegalArgumentException("%s has no usual emotions".formatted(name));
        }
        usually = List.copyOf(usually);
    }

    /** Its name as a person reads it. */
    public String name(Language language) {
        return language == Language.SPANISH ? spanish : english;
    }
}
