package org.emotitune.recommend;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/** What a person speaks of, and how strange to it a song is. */
final class Concern {
    /** Situations of love in bloom. */
    static final Set<String> BLOOM = Set.of(
            "crush",
            "falling-in-love",
            "first-love",
            "being-in-love",
            "commitment",
            "night-of-passion",
            "secret-love",
            "reconciliation");

    /** Emotions of love in bloom. */
    static final Set<String> BLOOMING =
            Set.of("infatuation", "passion", "desire", "sensuality", "seduction", "romance", "intimacy");

    /** Situations of love that is over. */
    static final Set<String> LOST_LOVE =
            Set.of("break-up", "unrequited-love", "infidelity", "toxic-love", "getting-over-someone");

    /** Situations and emotions of love that hurts. */
    static final Set<String> HURT_LOVE = Stream.concat(
                    LOST_LOVE.stream(),
                    Stream.of("relationship-crisis", "heartbreak", "betrayal", "rejection", "jealousy", "abandonment"))
            .collect(Collectors.toUnmodifiableSet());

    /** Area of life of all love's situations. */
    static final String LOVE = "love";

    /** Mean valence of its usual emotions below which a situation hurts. */
    private static final double PAINFUL = -0.3;

    /** How strange a sorrow is that is near to the person's own. */
    private static final double NEAR = 0.5;

    private final Profile feeling;
    private final Vocabulary vocabulary;
    private final Set<String> words;
    private final boolean hurtByLove;
    private final boolean inLove;

    Concern(Profile feeling, Vocabulary vocabulary) {
        this.feeling = feeling;
        this.vocabulary = vocabulary;
        this.words = Stream.concat(feeling.themes().stream(), feeling.emotions().stream())
                .map(WeightedWord::word)
                .collect(Collectors.toUnmodifiableSet());
        this.hurtByLove = words.stream().anyMatch(HURT_LOVE::contains);
        this.inLove = words.stream().anyMatch(word -> BLOOM.contains(word) || BLOOMING.contains(word));
    }

    /** Whether the feeling has the emotion or theme. */
    boolean has(String word) {
        return words.contains(word);
    }

    boolean isHurtByLove() {
        return hurtByLove;
    }

    /** Whether the feeling speaks of love in bloom, which may hurt all the same. */
    boolean isInLove() {
        return inLove;
    }

    /**
     * How much a song is about a sorrow or a love that is not the person's, 0 to 1. Where only an emotion was named, a
     * sad song may be about any sorrow but love's at the beginning of the way, and less and less so later.
     *
     * @param share of the way that lies behind
     */
    double strangeness(Profile song, double share) {
        double strange = song.themes().stream()
                .mapToDouble(each -> each.weight() * each.weight() * strangeness(each.word(), share))
                .max()
                .orElse(0);
        return Math.max(0, strange - new Tone(song, vocabulary).about(this::has));
    }

    private double strangeness(String theme, double share) {
        if (has(theme)) {
            return 0;
        }
        if (HURT_LOVE.contains(theme)) {
            return hurtByLove ? NEAR : 1;
        }
        if (theme(theme).area().equals(LOVE)) {
            return inLove ? 0 : 1;
        }
        if (!isPainful(theme)) {
            return 0;
        }
        return feeling.themes().isEmpty() ? share : isNear(theme) ? NEAR : 1;
    }

    private boolean isNear(String theme) {
        return feeling.themes().stream()
                .map(each -> theme(each.word()).area())
                .anyMatch(theme(theme).area()::equals);
    }

    /** Whether a situation mostly hurts. */
    boolean isPainful(String theme) {
        return theme(theme).usually().stream()
                        .mapToDouble(
                                word -> vocabulary.emotion(word).orElseThrow().valence())
                        .average()
                        .orElseThrow()
                < PAINFUL;
    }

    private Theme theme(String name) {
        return vocabulary.theme(name).orElseThrow();
    }
}
