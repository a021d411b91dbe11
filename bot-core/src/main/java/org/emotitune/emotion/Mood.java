package org.emotitune.emotion;

/**
 * A point of Russell's circumplex (1980): where a profile lies as a whole.
 *
 * @param valence -1 (unpleasant) to 1 (pleasant)
 * @param arousal -1 (sleepy) to 1 (activated)
 */
public record Mood(double valence, double arousal) {
    public Mood {
        if (!(valence >= -1 && valence <= 1 && arousal >= -1 && arousal <= 1)) {
            throw new IllegalArgumentException("no mood: valence %s, arousal %s".formatted(valence, arousal));
        }
    }

    /** @return the mean of the emotions' places, weighted; themes have no place */
    public static Mood of(Profile profile, Vocabulary vocabulary) {
        double weights = 0;
        double valence = 0;
        double arousal = 0;
        for (WeightedWord each : profile.emotions()) {
            Emotion emotion = vocabulary
                    .emotion(each.word())
                    .orElseThrow(() -> new IllegalArgumentException("unknown emotion '%s'".formatted(each.word())));
            weights += each.weight();
            valence += each.weight() * emotion.valence();
            arousal += each.weight() * emotion.arousal();
        }
        return new Mood(valence / weights, arousal / weights);
    }

    /** @return the Euclidean distance, 0 to 2√2 */
    public double distance(Mood other) {
        return Math.hypot(valence - other.valence, arousal - other.arousal);
    }
}
