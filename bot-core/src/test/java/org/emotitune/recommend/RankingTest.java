package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.emotitune.index.Generation;
import org.emotitune.song.Song;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private static final double FLOOR = 0.3;
    private static final double BEST = 0.9;
    private static final double IN_BAND = BEST - Ranking.NEAR_BEST_BAND + 0.01;
    private static final double BELOW_BAND = BEST - Ranking.NEAR_BEST_BAND - 0.01;
    private static final int MEDIAN = 60;
    private static final Generation GENERATION = new Generation(1, "a", "space", "catalog", 100, FLOOR, MEDIAN);

    @Test
    void songsBelowTheFloorDoNotMatch() {
        List<Recommendation> candidates = List.of(song(1, FLOOR + 0.02, 1), song(2, FLOOR - 0.01, 100));

        Page page = page(candidates, popular(5));

        assertThat(page).isInstanceOf(Page.Matches.class);
        assertThat(ids(page)).containsExactly(1L);
    }

    @Test
    void aSongOnTheFloorMatches() {
        Page page = page(List.of(song(1, FLOOR, 1)), popular(5));

        assertThat(page).isInstanceOf(Page.Matches.class);
    }

    @Test
    void songsFarBelowTheBestDoNotMatchHoweverPopular() {
        List<Recommendation> candidates = List.of(song(1, BEST, 1), song(2, IN_BAND, 2), song(3, BELOW_BAND, 100));

        Page page = page(candidates, popular(5));

        assertThat(ids(page)).containsExactly(2L, 1L);
    }

    @Test
    void thePageIsChosenBySimilarityAndOnlyThenOrderedByPopularity() {
        List<Recommendation> candidates =
                List.of(song(1, 0.7, 100), song(2, 0.8, 10), song(3, 0.9, 5), song(4, 0.85, 20), song(5, 0.75, 90));

        Page page = page(candidates, popular(3));

        assertThat(ids(page)).containsExactly(4L, 2L, 3L);
    }

    @Test
    void anUnknownPopularityRanksAsTheMedian() {
        List<Recommendation> candidates =
                List.of(song(1, 0.9, MEDIAN - 1), song(2, 0.8, null), song(3, 0.7, MEDIAN + 1), song(4, 0.6, 0));

        Page page = page(candidates, popular(5));

        assertThat(ids(page)).containsExactly(3L, 2L, 1L, 4L);
    }

    @Test
    void ofEquallyPopularSongsTheNearerComesFirst() {
        List<Recommendation> candidates = List.of(song(1, 0.7, 50), song(2, 0.9, 50), song(3, 0.8, 50));

        Page page = page(candidates, popular(5));

        assertThat(ids(page)).containsExactly(2L, 3L, 1L);
    }

    @Test
    void similarityOrderTakesNoHeedOfPopularity() {
        List<Recommendation> candidates = List.of(song(1, 0.7, 100), song(2, 0.9, 0), song(3, 0.8, null));

        Page page = page(candidates, new Request(5, Order.SIMILARITY, Wishes.NONE, Taste.UNKNOWN));

        assertThat(ids(page)).containsExactly(2L, 3L, 1L);
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        List<Recommendation> candidates = List.of(song(1, 0.8, 50), song(2, 0.8, 50), song(3, 0.8, 50));

        Page page = page(candidates.reversed(), popular(2));

        assertThat(ids(page)).containsExactlyElementsOf(ids(page(candidates, popular(2))));
    }

    @Test
    void whereNothingIsCloseTheNearestFewAreOfferedNearestFirst() {
        List<Recommendation> candidates = List.of(
                song(1, FLOOR - 0.2, 100), song(2, FLOOR - 0.1, 0), song(3, FLOOR - 0.3, 50), song(4, FLOOR - 0.4, 99));

        Page page = page(candidates, popular(5));

        assertThat(page).isInstanceOf(Page.NothingClose.class);
        assertThat(ids(page)).hasSize(Ranking.NEAREST_OFFERED).containsExactly(2L, 1L, 3L);
    }

    @Test
    void whereNothingIsCloseNoMoreAreOfferedThanAskedFor() {
        List<Recommendation> candidates = List.of(song(1, FLOOR - 0.2, 1), song(2, FLOOR - 0.1, 1));

        Page page = page(candidates, popular(1));

        assertThat(ids(page)).containsExactly(2L);
    }

    @Test
    void withoutSongsNothingIsClose() {
        Page page = page(List.of(), popular(5));

        assertThat(page).isEqualTo(new Page.NothingClose(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Request.MOST_SONGS + 1})
    void aPageOfNoSongsOrTooManyCannotBeWishedFor(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> popular(limit))
                .withMessageContaining(String.valueOf(limit));
    }

    private static Request popular(int limit) {
        return new Request(limit, Order.POPULARITY, Wishes.NONE, Taste.UNKNOWN);
    }

    private static Page page(List<Recommendation> candidates, Request request) {
        return new Ranking(GENERATION, request, Map.of()).page(candidates);
    }

    private static Recommendation song(long id, double similarity, @Nullable Integer popularity) {
        Song song = new Song(new SongId(id), TestSongs.popular("Song " + id, popularity));
        return new Recommendation(song, TestProfiles.feeling("joy"), similarity, List.of(), List.of());
    }

    private static List<Long> ids(Page page) {
        return page.songs().stream().map(song -> song.song().id().value()).toList();
    }
}
