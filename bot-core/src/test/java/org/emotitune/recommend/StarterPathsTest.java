package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.recommend.MoodPath.Step;
import org.emotitune.recommend.StarterPaths.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paths from many messages: how many are found, and what nobody is given. */
class StarterPathsTest {
    private static final Set<String> LOVE_IN_BLOOM =
            Set.of("crush", "falling-in-love", "first-love", "being-in-love", "commitment", "night-of-passion");
    private static final Set<String> HURT_LOVE = Set.of("break-up", "infidelity", "toxic-love", "getting-over-someone");

    private static final Map<Aim, List<Way>> WAYS = new EnumMap<>(Aim.class);

    @BeforeAll
    static void findPaths() {
        WAYS.put(Aim.LIFT, StarterPaths.ways(Aim.LIFT));
        WAYS.put(Aim.CALM, StarterPaths.ways(Aim.CALM));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void nearlyEverybodyWhoIsOfferedAPathGetsOneInSmallSteps(Aim aim) {
        List<Way> ways = WAYS.getOrDefault(aim, List.of());

        List<MoodPath> paths = paths(ways);

        List<Double> jumps =
                paths.stream().flatMap(path -> jumps(path).stream()).toList();
        double longest = jumps.stream().mapToDouble(jump -> jump).max().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s: %d paths for %d feelings, %.2f songs each; mean jump %.3f, longest %.3f%n",
                aim,
                paths.size(),
                ways.size(),
                jumps.size() / (double) paths.size(),
                jumps.stream().mapToDouble(jump -> jump).average().orElseThrow(),
                longest);
        assertThat(ways).hasSizeGreaterThanOrEqualTo(120);
        assertThat(paths.size() / (double) ways.size()).isGreaterThanOrEqualTo(0.95);
        assertThat(longest).isLessThanOrEqualTo(PathFinder.LONGEST_STEP);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void whoWritesOfHurtLoveGetsNoLoveInBloom(Aim aim) {
        List<Way> hurt =
                ways(aim, feeling -> StarterPaths.themes(feeling).stream().anyMatch(HURT_LOVE::contains));

        Stream<String> blooming =
                titles(hurt, song -> StarterPaths.themes(song).stream().limit(2).anyMatch(LOVE_IN_BLOOM::contains));

        assertThat(hurt).hasSizeGreaterThanOrEqualTo(5);
        assertThat(blooming).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void whoIsNotAngryIsNotMadeSo(Aim aim) {
        List<Way> notAngry = ways(aim, feeling -> !StarterPaths.groups(feeling).contains(MoodGroup.ANGER));

        Stream<String> angry =
                titles(notAngry, song -> StarterPaths.groups(song).getFirst() == MoodGroup.ANGER);

        assertThat(notAngry).hasSizeGreaterThanOrEqualTo(60);
        assertThat(angry).isEmpty();
    }

    private static List<Way> ways(Aim aim, Predicate<Profile> feeling) {
        return WAYS.getOrDefault(aim, List.of()).stream()
                .filter(way -> feeling.test(way.feeling()))
                .toList();
    }

    private static List<MoodPath> paths(List<Way> ways) {
        return ways.stream().map(Way::path).flatMap(Optional::stream).toList();
    }

    private static Stream<String> titles(List<Way> ways, Predicate<Profile> such) {
        return paths(ways).stream()
                .flatMap(path -> path.steps().stream())
                .map(Step::song)
                .filter(song -> such.test(song.profile()))
                .map(song -> song.song().facts().title());
    }

    private static List<Double> jumps(MoodPath path) {
        List<Double> jumps = new ArrayList<>();
        Mood last = path.from();
        for (Step step : path.steps()) {
            jumps.add(last.distance(step.mood()));
            last = step.mood();
        }
        return jumps;
    }
}
