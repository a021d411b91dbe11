package org.emotitune.recommend;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Route.Waypoint;

/** Says what to search for at the places of a way: the person's own feeling at first, and less and less of it. */
final class Signpost {
    /** Standard deviation of the bell curve by which an emotion counts less the further it lies from a place. */
    private static final double REACH = 0.35;

    /** What an emotion counts for that does not lead out of the feeling in particular. */
    private static final double ORDINARY = 0.5;

    /** What is left of a pleasant emotion at the end of the way; of one that hurts, nothing. */
    private static final double KEPT_EMOTION = 0.3;

    /** What is left of a theme that does not hurt. */
    private static final double KEPT_THEME = 0.4;

    /** Share of the way from which on songs should lead out of a situation, though the person has told none. */
    private static final double WELL_ON = 0.6;

    /** Weight below which a word says nothing. */
    private static final double LEAST = 0.05;

    /** Situations that lead on, by the area of life of what the person speaks of. */
    static final Map<String, List<String>> LEADS_ON = Map.of(
            "loss", List.of("support", "overcoming"),
            "family", List.of("support", "family"),
            "friends", List.of("friendship", "support"),
            "work", List.of("overcoming", "dreams-and-ambition"),
            "change", List.of("starting-over", "overcoming"),
            "body", List.of("support", "overcoming"));

    static final List<String> AFTER_LOST_LOVE = List.of("getting-over-someone", "starting-over");
    static final List<String> ELSEWHERE = List.of("overcoming");
    static final List<String> COMFORTING = List.of("quiet-moment", "support");
    static final List<String> QUIET = List.of("quiet-moment", "nature");

    private final Profile feeling;
    private final Aim aim;
    private final Concern concern;
    private final Tact tact;
    private final WayOut wayOut;
    private final Vocabulary vocabulary;

    Signpost(Profile feeling, Aim aim, Concern concern, Tact tact, Vocabulary vocabulary) {
        this.feeling = feeling;
        this.aim = aim;
        this.concern = concern;
        this.tact = tact;
        this.wayOut = WayOut.of(feeling, vocabulary);
        this.vocabulary = vocabulary;
    }

    Profile at(Waypoint waypoint) {
        return Profile.of(
                strongest(emotions(waypoint), Profile.MOST_EMOTIONS), strongest(themes(waypoint), Profile.MOST_THEMES));
    }

    private Map<String, Double> emotions(Waypoint waypoint) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double strongest = feeling.emotions().getFirst().weight();
        for (WeightedWord each : feeling.emotions()) {
            weights.put(each.word(), left(emotion(each), waypoint.share()) * each.weight() / strongest);
        }
        vocabulary.emotions().stream()
                .filter(tact::allows)
                .forEach(emotion ->
                        weights.merge(emotion.word(), waypoint.share() * pull(emotion, waypoint.place()), Double::sum));
        return weights;
    }

    /** What is left of the person's emotion; fear goes twice as fast, since fearful songs make nobody braver. */
    private static double left(Emotion emotion, double share) {
        if (emotion.group() == MoodGroup.FEAR) {
            return Math.max(0, 1 - 2 * share);
        }
        return 1 - (emotion.valence() < 0 ? 1 : 1 - KEPT_EMOTION) * share;
    }

    private double pull(Emotion emotion, Mood place) {
        double distance = new Mood(emotion.valence(), emotion.arousal()).distance(place);
        double nearness = Math.exp(-distance * distance / (2 * REACH * REACH));
        return nearness * (wayOut.emotions(aim).contains(emotion.word()) ? 1 : ORDINARY);
    }

    /** A situation stays longer than the emotions: the first songs are about the same thing. */
    private Map<String, Double> themes(Waypoint waypoint) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (WeightedWord each : feeling.themes()) {
            double kept = concern.isPainful(each.word()) ? 0 : KEPT_THEME;
            weights.put(each.word(), (1 - (1 - kept) * Math.pow(waypoint.share(), 1.5)) * each.weight());
        }
        if (!feeling.themes().isEmpty() || waypoint.share() >= WELL_ON) {
            leadingOn().forEach(theme -> weights.merge(theme, waypoint.share(), Double::sum));
        }
        return weights;
    }

    private List<String> leadingOn() {
        boolean weary = wayOut == WayOut.OUT_OF_SORROW || wayOut == WayOut.OUT_OF_FEAR;
        if (aim == Aim.CALM) {
            return weary ? COMFORTING : QUIET;
        }
        return switch (wayOut) {
            case ONWARD, OUT_OF_BOREDOM -> List.of();
            case OUT_OF_SORROW, OUT_OF_FEAR, OUT_OF_ANGER -> leadingOutOfTrouble();
        };
    }

    private List<String> leadingOutOfTrouble() {
        if (feeling.themes().stream().anyMatch(each -> Concern.LOST_LOVE.contains(each.word()))) {
            return AFTER_LOST_LOVE;
        }
        return feeling.themes().stream()
                .findFirst()
                .flatMap(strongest -> vocabulary.theme(strongest.word()))
                .map(Theme::area)
                .map(area -> LEADS_ON.getOrDefault(area, ELSEWHERE))
                .orElse(ELSEWHERE);
    }

    private Emotion emotion(WeightedWord word) {
        return vocabulary.emotion(word.word()).orElseThrow();
    }

    /** The strongest words, scaled so that the first has weight 1. */
    private static Map<String, Double> strongest(Map<String, Double> weights, int most) {
        List<Map.Entry<String, Double>> strongest = weights.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
        Map<String, Double> scaled = new LinkedHashMap<>();
        strongest.forEach(each ->
                scaled.put(each.getKey(), each.getValue() / strongest.getFirst().getValue()));
        return scaled;
    }
}
