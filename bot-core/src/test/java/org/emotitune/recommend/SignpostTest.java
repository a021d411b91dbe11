package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignpostTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Profile BREAK_UP = TestProfiles.of(List.of("heartbreak", "sadness"), List.of("break-up"));

    @Test
    void theFirstSearchIsForTheFeelingItself() {
        Profile first = queries(BREAK_UP, Aim.LIFT).getFirst();

        assertThat(words(first.emotions())).startsWith("heartbreak", "sadness");
        assertThat(words(first.themes())).startsWith("break-up");
    }

    @Test
    void theLastSearchIsForWhatLeadsOutOfIt() {
        Profile last = queries(BREAK_UP, Aim.LIFT).getLast();

        assertThat(words(last.emotions())).contains("hope", "gratitude").doesNotContain("heartbreak", "sadness");
        assertThat(words(last.themes())).containsExactlyInAnyOrder("getting-over-someone", "starting-over");
    }

    @Test
    void theSituationFadesStepByStep() {
        List<Double> weights = queries(BREAK_UP, Aim.LIFT).stream()
                .map(query -> weight(query.themes(), "break-up") / weight(query.themes(), "starting-over"))
                .toList();

        assertThat(weights.reversed()).isSorted();
        assertThat(weights.get(1)).as("still about the same thing").isGreaterThan(1);
    }

    @Test
    void whatDoesNotHurtIsKeptToTheEnd() {
        Profile missing = TestProfiles.of(List.of("missing", "tenderness"), List.of("missing-someone", "parents"));

        Profile last = queries(missing, Aim.LIFT).getLast();

        assertThat(words(last.themes())).contains("parents").doesNotContain("missing-someone");
        assertThat(words(last.emotions())).contains("tenderness").doesNotContain("missing");
    }

    @Test
    void fearIsNotSearchedForPastTheMiddle() {
        List<Profile> queries = queries(TestProfiles.feeling("fear", "panic"), Aim.LIFT);

        assertThat(words(queries.getFirst().emotions())).startsWith("fear");
        assertThat(queries.subList(2, queries.size()))
                .allSatisfy(query -> assertThat(words(query.emotions())).doesNotContain("fear", "panic"));
    }

    @Test
    void whoTellsNoSituationIsLedOutOfOneOnlyTowardsTheEnd() {
        List<Profile> queries = queries(TestProfiles.feeling("sadness"), Aim.LIFT);

        assertThat(queries.getFirst().themes()).isEmpty();
        assertThat(words(queries.getLast().themes())).containsExactly("overcoming");
    }

    @ParameterizedTest
    @EnumSource
    void everyEmotionOnTheWayIsInTheVocabularyAndPleasant(WayOut wayOut) {
        assertThat(Stream.concat(wayOut.emotions(Aim.LIFT).stream(), wayOut.emotions(Aim.CALM).stream()))
                .hasSize(16)
                .allSatisfy(word -> assertThat(
                                VOCABULARY.emotion(word).orElseThrow().valence())
                        .isPositive());
    }

    @Test
    void everySituationThatIsNamedIsInTheVocabulary() {
        Stream<String> named = Stream.of(
                        Concern.BLOOM,
                        Concern.LOST_LOVE,
                        Tact.REVELRY,
                        Signpost.AFTER_LOST_LOVE,
                        Signpost.ELSEWHERE,
                        Signpost.COMFORTING,
                        Signpost.QUIET)
                .flatMap(Collection::stream);
        List<String> areas = VOCABULARY.themes().stream().map(Theme::area).toList();

        assertThat(Stream.concat(named, Signpost.LEADS_ON.values().stream().flatMap(List::stream)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(VOCABULARY.theme(name)).as(name).isPresent());
        assertThat(areas).containsAll(Signpost.LEADS_ON.keySet()).contains(Concern.LOVE);
        assertThat(VOCABULARY.emotionWords()).containsAll(Concern.BLOOMING);
        assertThat(Stream.concat(VOCABULARY.emotionWords().stream(), VOCABULARY.themeNames().stream()))
                .containsAll(Concern.HURT_LOVE);
    }

    @Test
    void aFeelingIsLedOutOfWhatWeighsMostInIt() {
        assertThat(List.of(
                        wayOut("grief", "anger"),
                        wayOut("rage", "sadness"),
                        wayOut("anxiety", "sadness"),
                        wayOut("boredom", "sadness"),
                        wayOut("joy", "love", "doubt")))
                .containsExactly(
                        WayOut.OUT_OF_SORROW,
                        WayOut.OUT_OF_ANGER,
                        WayOut.OUT_OF_FEAR,
                        WayOut.OUT_OF_BOREDOM,
                        WayOut.ONWARD);
    }

    private static WayOut wayOut(String... emotions) {
        return WayOut.of(TestProfiles.feeling(emotions), VOCABULARY);
    }

    private static List<Profile> queries(Profile feeling, Aim aim) {
        Mood start = Mood.of(feeling, VOCABULARY);
        Concern concern = new Concern(feeling, VOCABULARY);
        Tact tact = new Tact(feeling, concern, VOCABULARY);
        Signpost signpost = new Signpost(feeling, aim, concern, tact, VOCABULARY);
        Route route = new Route(aim, start, WayOut.of(feeling, VOCABULARY).goal(aim));
        return route.waypoints(4).stream().map(signpost::at).toList();
    }

    private static List<String> words(List<WeightedWord> weighted) {
        return weighted.stream().map(WeightedWord::word).toList();
    }

    private static double weight(List<WeightedWord> weighted, String word) {
        return weighted.stream()
                .filter(each -> each.word().equals(word))
                .mapToDouble(WeightedWord::weight)
                .findFirst()
                .orElse(0);
    }
}
