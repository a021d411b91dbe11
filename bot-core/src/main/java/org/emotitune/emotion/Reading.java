package org.emotitune.emotion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an extractor heard in a message.
 *
 * @param language language of the message, as well as it can be told
 * @param mode which extractor answered
 * @param heard the profile, null where no emotion was found
 * @param danger whether the extractor takes the person to be in danger
 */
public record Reading(
        Language language, Mode mode, @Nullable Profile heard, boolean danger) {
    /** Of an extractor that says nothing of danger, or of somebody in none. */
    public Reading(Language language, Mode mode, @Nullable Profile heard) {
        this(language, mode, heard, false);
    }

    /** Who read the message; named in every reply. */
    public enum Mode {
        EMBEDDED,
        LLM
    }

    public Optional<Profile> profile() {
        return Optional.ofNullable(heard);
    }

    /** The same, to be answered in another language. */
    public Reading in(Language other) {
        return new Reading(other, mode, heard, danger);
    }
}
