package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.emotitune.index.Generation;
import org.emotitune.person.Votes;
import org.emotitune.song.Song;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The choice of songs whose similarity is the least of several people's. */
class SharedRankingTest {
    private static final double FLOOR = 0.27;
    private static final Generation GENERATION = new Generation(1, "a", "space", "catalog", 100, FLOOR, 50);
    private static final int PLACES = 5;

    @Test
    void theLeastMiserableSongIsTakenHoweverGladTheOthersAreOfAnother() {
        Page page = page(List.of(song(1, 0.41), song(2, 0.33)), Map.of(id(1), 0.42, id(2), 0.9), 1);

        assertThat(ids(page)).containsExactly(1L);
    }

    @Test
    void ofSongsThatAreAboutAsGoodForTheLeastHappyTheOneOfTheHigherMeanIsTaken() {
        Page page = page(List.of(song(1, 0.34), song(2, 0.31)), Map.of(id(1), 0.4, id(2), 0.6), 1);

        assertThat(ids(page)).containsExactly(2L);
    }

    @Test
    void noMeanLiftsASongAboveTheFloor() {
        Page page = page(List.of(song(1, FLOOR + 0.01), song(2, FLOOR - 0.01)), Map.of(id(1), 0.3, id(2), 0.9), PLACES);

        assertThat(page).isInstanceOf(Page.Matches.class);
        assertThat(ids(page)).containsExactly(1L);
    }

    @Test
    void whereEverySongMissesSomebodyTheLeastBadOnesAreOfferedAsSuch() {
        List<Recommendation> songs = List.of(song(1, -0.1), song(2, 0.22), song(3, 0.12), song(4, 0.24));

        Page page = page(songs, Map.of(id(1), 0.9, id(2), 0.5, id(3), 0.8, id(4), 0.3), PLACES);

        assertThat(page).isInstanceOf(Page.NothingClose.class);
        assertThat(ids(page)).containsExactly(2L, 4L, 3L);
    }

    @Test
    void thumbsOfAllMoveASongByAStepAtTheMost() {
        Map<SongId, Votes> votes = Map.of(id(2), new Votes(1000, 0));
        Map<SongId, Double> means = Map.of(id(1), 0.5, id(2), 0.5);

        Page near = new Ranking(GENERATION, request(1), votes).shared(List.of(song(1, 0.38), song(2, 0.36)), means);
        Page far = new Ranking(GENERATION, request(1), votes).shared(List.of(song(1, 0.46), song(2, 0.36)), means);

        assertThat(ids(near)).containsExactly(2L);
        assertThat(ids(far)).containsExactly(1L);
    }

    @RepeatedTest(50)
    void noSongThatIsLeftOutIsMoreThanAStepBetterForTheLeastHappy(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<SongId, Double> means = new HashMap<>();
        List<Recommendation> songs = IntStream.range(0, 200)
                .mapToObj(i -> song(i + 1L, random.nextDouble(-0.3, 0.8)))
                .toList();
        songs.forEach(song -> means.put(song.song().id(), random.nextDouble(song.similarity(), 1)));

        Page page = page(songs, means, PLACES);

        Set<Long> chosen = new HashSet<>(ids(page));
        double worst = page.songs().stream()
                .mapToDouble(Recommendation::similarity)
                .min()
                .orElseThrow();
        assertThat(chosen).hasSize(PLACES);
        assertThat(songs)
                .filteredOn(song -> !chosen.contains(song.song().id().value()))
                .hasSize(200 - PLACES)
                .allSatisfy(song -> assertThat(song.similarity()).isLessThan(worst + Ranking.SHARED_STEP));
    }

    private static Page page(List<Recommendation> songs, Map<SongId, Double> means, int limit) {
        return new Ranking(GENERATION, request(limit), Map.of()).shared(songs, means);
    }

    private static Request request(int limit) {
        return new Request(limit, Order.SIMILARITY, Wishes.NONE, Taste.UNKNOWN);
    }

    private static SongId id(long id) {
        return new SongId(id);
    }

    private static Recommendation song(long id, double least) {
        Song song = new Song(id(id), TestSongs.popular("Song " + id, 50));
        return new Recommendation(song, TestProfiles.feeling("joy"), least, List.of(), List.of());
    }

    private static List<Long> ids(Page page) {
        return page.songs().stream().map(song -> song.song().id().value()).toList();
    }
}
