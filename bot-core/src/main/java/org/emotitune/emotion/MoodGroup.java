package org.emotitune.emotion;

/** The eight main groups of the emotion vocabulary. */
public enum MoodGroup {
    JOY,
    LOVE,
    PEACE,
    STRENGTH,
    LONGING,
    SADNESS,
    FEAR,
    ANGER
}
