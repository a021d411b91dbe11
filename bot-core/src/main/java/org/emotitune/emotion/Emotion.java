package org.emotitune.emotion;

import org.jspecify.annotations.Nullable;

/**
 * A word of the controlled emotion vocabulary.
 *
 * @param word the key: an English noun, lower case
 * @param valence -1 (unpleasant) to 1 (pleasant), of Russell's circumplex (1980)
 * @param arousal -1 (sleepy) to 1 (activated), of the same
 * @param english display name in English
 * @param spanish display name in Spanish
 * @param negated key of the emotion that "not X" speaks of, null where it speaks of none in particular
 */
public record Emotion(
        String word,
        MoodGroup group,
        double valence,
        double arousal,
        String english,
        String spanish,
        @Nullable String negated) {
    public Emotion {
        requireUnit(word, "valence", valence);
        requireUnit(word, "arousal", arousal);
    }

    private static void requireUnit(String word, String what, double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException("%s of %s is not in [-1, 1]: %s".formatted(what, word, value));
        }
    }

    /** Whether it is a sad one: of the sad group, or both unpleasant and quiet. */
    public boolean isSad() {
        return group == MoodGroup.SADNESS || (valence < 0 && arousal < 0);
    }

    /** Its name as a person reads it. */
    public String name(Language language) {
        return language == Language.SPANISH ? spanish : english;
    }
}
