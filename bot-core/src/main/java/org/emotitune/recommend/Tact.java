package org.emotitune.recommend;

import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;

/** Which songs a person who feels like this must not be given on the way, wherever they lie in the plane. */
final class Tact {
    /** Situations of merriment, which are no comfort. */
    static final Set<String> REVELRY = Set.of("party", "night-of-passion", "victory", "summer");

    /** Weight of a theme from which on a song is about it. */
    private static final double ABOUT = 0.5;

    /** Weight of a theme from which on a song is about little else. */
    private static final double ALL_ABOUT = 0.7;

    /** Share of a song's emotions from which on they set its tone. */
    private static final double TONE = 0.25;

    /** How much more of a painful group may be in a song than in the feeling. */
    private static final double NEW_PAIN = 0.2;

    /** Arousal from which on a pleasant emotion is exuberant. */
    private static final double EXUBERANT = 0.7;

    private final Profile feeling;
    private final Concern concern;
    private final Vocabulary vocabulary;
    private final Map<MoodGroup, Double> felt;
    private final boolean notOfLove;
    private final boolean bloomHurts;
    private final boolean revelryHurts;

    Tact(Profile feeling, Concern concern, Vocabulary vocabulary) {
        this.feeling = feeling;
        this.concern = concern;
        this.vocabulary = vocabulary;
        this.felt = new Tone(feeling, vocabulary).groups();
        this.notOfLove = !feeling.themes().isEmpty() && !concern.isHurtByLove() && !concern.isInLove();
        boolean unpleasant = Mood.of(feeling, vocabulary).valence() < 0;
        this.bloomHurts = concern.isHurtByLove() || (unpleasant && !concern.isInLove());
        this.revelryHurts = unpleasant && WayOut.of(feeling, vocabulary) == WayOut.OUT_OF_SORROW;
    }

    /** Whether a song may be given first. */
    boolean allows(Profile song) {
        Tone tone = new Tone(song, vocabulary);
        return !vocabulary.isOutOfPlace(song, feeling)
                && !bringsNewPain(tone)
                && !(notOfLove && isHeartache(tone))
                && !(bloomHurts && isLoveInBloom(tone))
                && !(revelryHurts && isRevelry(tone));
    }

    /** Whether a song may be given after the first: fear is named once, and then there is a hand to hold. */
    boolean allowsLater(Profile song) {
        return allows(song) && new Tone(song, vocabulary).leading() != MoodGroup.FEAR;
    }

    /** Whether a song may be the last: nobody is left in pain, nor in longing. */
    boolean allowsLast(Profile song) {
        Tone tone = new Tone(song, vocabulary);
        return allowsLater(song)
                && tone.leading() != MoodGroup.LONGING
                && !Tone.isPain(tone.leading())
                && tone.share(emotion -> Tone.isPain(emotion.group())) <= TONE;
    }

    /** Whether an emotion may be searched for: none that hurts and is not felt, no love in bloom where that hurts. */
    boolean allows(Emotion emotion) {
        boolean known = felt.getOrDefault(emotion.group(), 0.0) >= NEW_PAIN;
        boolean bloom = Concern.BLOOMING.contains(emotion.word());
        return (emotion.valence() >= 0 || known) && !(bloomHurts && bloom);
    }

    /** Somebody sad is not to be made angry or afraid. */
    private boolean bringsNewPain(Tone song) {
        return (Tone.isPain(song.leading()) && !felt.containsKey(song.leading()))
                || song.groups().entrySet().stream()
                        .filter(each -> Tone.isPain(each.getKey()))
                        .anyMatch(each -> each.getValue() > felt.getOrDefault(each.getKey(), 0.0) + NEW_PAIN);
    }

    /** A song of love that hurts, above all. */
    private boolean isHeartache(Tone song) {
        double heartache = song.about(Concern.HURT_LOVE::contains);
        return heartache >= ALL_ABOUT && heartache > song.about(concern::has);
    }

    /** A song about the very hurt that the person speaks of may be tender: it is not in bloom. */
    private boolean isLoveInBloom(Tone song) {
        double sameHurt = song.about(theme -> Concern.HURT_LOVE.contains(theme) && concern.has(theme));
        double bloom = song.about(Concern.BLOOM::contains);
        return (bloom >= ABOUT && bloom > sameHurt)
                || (sameHurt < ABOUT && song.share(emotion -> Concern.BLOOMING.contains(emotion.word())) > TONE);
    }

    private boolean isRevelry(Tone song) {
        return song.about(theme -> REVELRY.contains(theme) && !concern.has(theme)) >= ABOUT
                || song.share(emotion -> emotion.valence() > 0 && emotion.arousal() >= EXUBERANT) > TONE;
    }
}
