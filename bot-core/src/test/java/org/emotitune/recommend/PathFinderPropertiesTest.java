package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.recommend.MoodPath.Step;
import org.emotitune.testing.SeededEmbeddings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every path, on random feelings and random catalogs. */
class PathFinderPropertiesTest {
    private static final int CATALOGS = 12;
    private static final int FEELINGS = 50;
    private static final int SONGS = 250;

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final PathFinder FINDER = new PathFinder(VOCABULARY);
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);

    private record Case(Profile feeling, Aim aim, boolean offered, Optional<MoodPath> path) {
        @Override
        public String toString() {
            return "%s %s: %s".formatted(aim, feeling, path.map(Case::moods).orElse(List.of()));
        }

        private static List<Mood> moods(MoodPath path) {
            return Stream.concat(Stream.of(path.from()), path.steps().stream().map(Step::mood))
                    .toList();
        }

        List<Mood> moods() {
            return moods(path.orElseThrow());
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    @BeforeAll
    static void findPaths() {
        SplittableRandom random = new SplittableRandom(20_241_122);
        RandomMoods moods = new RandomMoods(VOCABULARY, random);
        for (int catalog = 0; catalog < CATALOGS; catalog++) {
            ExactSearch search = new ExactSearch(SPACE, moods.catalog(SONGS));
            for (int i = 0; i < FEELINGS; i++) {
                Profile feeling = moods.feeling();
                for (Aim aim : Aim.values()) {
                    CASES.add(new Case(
                            feeling, aim, FINDER.leadsSomewhere(feeling, aim), FINDER.find(feeling, aim, search)));
                }
            }
        }
    }

    private static List<Case> found(Aim aim) {
        List<Case> found = CASES.stream()
                .filter(each -> each.aim() == aim && each.path().isPresent())
                .toList();
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void noStepIsLongerThanStatedNotEvenTheFirst(Aim aim) {
        assertThat(found(aim)).allSatisfy(each -> {
            List<Mood> moods = each.moods();
            for (int i = 1; i < moods.size(); i++) {
                assertThat(moods.get(i).distance(moods.get(i - 1))).isLessThanOrEqualTo(0.5);
            }
        });
        assertThat(PathFinder.LONGEST_STEP).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void thereAreThreeToFiveSongsAndNoneTwice(Aim aim) {
        assertThat(found(aim))
                .allSatisfy(each -> assertThat(each.path().orElseThrow().steps())
                        .hasSizeBetween(3, 5)
                        .extracting(step -> step.song().song().id())
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void aPathBeginsAtThePersonsMoodAndItsStepsTellWhereTheSongsLie(Aim aim) {
        assertThat(found(aim)).allSatisfy(each -> {
            MoodPath path = each.path().orElseThrow();
            assertThat(path.from()).isEqualTo(Mood.of(each.feeling(), VOCABULARY));
            assertThat(path.steps())
                    .allSatisfy(step -> assertThat(step.mood())
                            .isEqualTo(Mood.of(step.song().profile(), VOCABULARY)));
        });
    }

    @Test
    void aLiftNeverFallsAndEndsInPleasantPlacesWellAboveItsBeginning() {
        assertThat(found(Aim.LIFT)).allSatisfy(each -> {
            List<Double> valences = each.moods().stream().map(Mood::valence).toList();
            assertThat(valences).isSorted();
            assertThat(valences.getLast()).isGreaterThanOrEqualTo(0.4);
            assertThat(valences.getLast() - valences.getFirst()).isGreaterThanOrEqualTo(0.3 - 1e-9);
        });
    }

    @Test
    void calmingNeverRisesAndEndsCalmAndNotUnpleasant() {
        assertThat(found(Aim.CALM)).allSatisfy(each -> {
            Mood start = each.moods().getFirst();
            Mood end = each.moods().getLast();
            assertThat(each.moods().reversed()).extracting(Mood::arousal).isSorted();
            assertThat(end.arousal()).isLessThanOrEqualTo(-0.05);
            assertThat(end.valence()).isGreaterThanOrEqualTo(0.2);
            assertThat(end.valence()).isGreaterThanOrEqualTo(Math.min(start.valence(), 0.4));
        });
    }

    @Test
    void calmingTakesArousalAwayOrComfortsPain() {
        assertThat(found(Aim.CALM)).allSatisfy(each -> {
            Mood start = each.moods().getFirst();
            Mood end = each.moods().getLast();
            assertThat(Math.max(start.arousal() - end.arousal(), end.valence() - start.valence()))
                    .isGreaterThanOrEqualTo(0.3 - 1e-9);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void nobodyIsLeftInSadnessFearOrAnger(Aim aim) {
        assertThat(found(aim))
                .allSatisfy(each -> assertThat(
                                group(each.path().orElseThrow().steps().getLast()))
                        .isNotIn(MoodGroup.SADNESS, MoodGroup.FEAR, MoodGroup.ANGER));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFT", "CALM"})
    void fearIsNamedByTheFirstSongOrByNone(Aim aim) {
        assertThat(found(aim))
                .allSatisfy(each -> assertThat(
                                each.path().orElseThrow().steps().stream().skip(1))
                        .extracting(PathFinderPropertiesTest::group)
                        .doesNotContain(MoodGroup.FEAR));
    }

    @Test
    void onlyWhatLeadsSomewhereHasAPath() {
        assertThat(CASES)
                .filteredOn(each -> !each.offered())
                .hasSizeGreaterThan(100)
                .allSatisfy(each -> assertThat(each.path()).isEmpty());
        assertThat(CASES)
                .filteredOn(each -> each.aim() == Aim.MATCH)
                .allSatisfy(each -> assertThat(each.offered()).isFalse());
    }

    @Test
    void mostOfWhatIsOfferedIsFoundEvenInRandomCatalogs() {
        List<Case> offered = CASES.stream().filter(Case::offered).toList();

        double share = offered.stream().filter(each -> each.path().isPresent()).count() / (double) offered.size();

        assertThat(share).isGreaterThan(0.75);
    }

    private static MoodGroup group(Step step) {
        return VOCABULARY
                .emotion(step.song().profile().emotions().getFirst().word())
                .orElseThrow()
                .group();
    }
}
