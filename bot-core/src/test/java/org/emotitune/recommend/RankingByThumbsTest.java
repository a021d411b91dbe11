package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.emotitune.index.Generation;
import org.emotitune.person.Votes;
import org.emotitune.song.Song;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.Test;

/** What thumbs do to a page, and what they cannot do. */
class RankingByThumbsTest {
    private static final double FLOOR = 0.3;
    private static final double BEST = 0.9;
    private static final double BARELY = 1e-6;
    private static final Votes LOVED = new Votes(1_000_000, 0);
    private static final Votes HATED = new Votes(0, 1_000_000);
    private static final Generation GENERATION = new Generation(1, "a", "space", "catalog", 100, FLOOR, 50);

    @Test
    void ofTwoSongsAboutAsNearTheOneThatPeopleLikeIsChosen() {
        List<Recommendation> candidates = List.of(song(1, 0.8), song(2, 0.76));

        assertThat(chosen(candidates, 1, Map.of(), Set.of())).containsExactly(1L);
        assertThat(chosen(candidates, 1, Map.of(2L, LOVED), Set.of())).containsExactly(2L);
        assertThat(chosen(candidates, 1, Map.of(1L, HATED), Set.of())).containsExactly(2L);
        assertThat(chosen(candidates, 1, Map.of(), Set.of(2L))).containsExactly(2L);
    }

    @Test
    void noThumbsLiftASongOverOneThatMatchesBetterByMoreThanTwiceTheLargestShift() {
        List<Recommendation> candidates = List.of(song(1, 0.8), song(2, 0.8 - 2 * Feedback.LARGEST_SHIFT - BARELY));

        assertThat(chosen(candidates, 1, Map.of(1L, HATED, 2L, LOVED), Set.of(2L)))
                .containsExactly(1L);
    }

    @Test
    void noThumbsLiftASongOverTheFloorOrPushOneBelowIt() {
        List<Recommendation> candidates = List.of(song(1, FLOOR), song(2, FLOOR - BARELY));

        assertThat(chosen(candidates, 5, Map.of(1L, HATED, 2L, LOVED), Set.of(2L)))
                .containsExactly(1L);
    }

    @Test
    void noThumbsLiftASongIntoTheBandOrPushOneOutOfIt() {
        double edge = BEST - Ranking.NEAR_BEST_BAND;
        List<Recommendation> candidates = List.of(song(1, BEST), song(2, edge + BARELY), song(3, edge - BARELY));

        assertThat(chosen(candidates, 5, Map.of(1L, HATED, 2L, HATED, 3L, LOVED), Set.of(3L)))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void whereNothingIsCloseThumbsSayNothing() {
        List<Recommendation> candidates = List.of(song(1, FLOOR - 0.1), song(2, FLOOR - 0.11));

        assertThat(chosen(candidates, 1, Map.of(1L, HATED, 2L, LOVED), Set.of(2L)))
                .containsExactly(1L);
    }

    @Test
    void whateverPeopleVoteNoSongIsLeftOutForOneThatIsFarFromIt() {
        RandomGenerator random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            List<Recommendation> candidates = anySongs(random);
            Map<Long, Votes> votes = anyVotes(random);
            Set<Long> liked = new HashSet<>(random.longs(5, 0, 30).boxed().toList());
            int limit = 1 + random.nextInt(8);

            List<Long> chosen = chosen(candidates, limit, votes, liked);

            double least = candidates.stream()
                    .filter(song -> chosen.contains(song.song().id().value()))
                    .mapToDouble(Recommendation::similarity)
                    .min()
                    .orElseThrow();
            assertThat(candidates)
                    .filteredOn(song -> !chosen.contains(song.song().id().value()))
                    .allMatch(song -> song.similarity() <= least + 2 * Feedback.LARGEST_SHIFT + 1e-12);
            assertThat(chosen).hasSizeLessThanOrEqualTo(limit).doesNotHaveDuplicates();
        }
    }

    private static List<Recommendation> anySongs(RandomGenerator random) {
        List<Recommendation> songs = new ArrayList<>();
        for (int id = 0; id < 30; id++) {
            songs.add(song(id, FLOOR + 0.01 + random.nextDouble() * 0.6));
        }
        return songs;
    }

    private static Map<Long, Votes> anyVotes(RandomGenerator random) {
        Map<Long, Votes> votes = new HashMap<>();
        for (long id = 0; id < 30; id += 1 + random.nextInt(3)) {
            votes.put(id, new Votes(random.nextInt(100), random.nextInt(100)));
        }
        return votes;
    }

    private static List<Long> chosen(
            List<Recommendation> candidates, int limit, Map<Long, Votes> votes, Set<Long> liked) {
        Map<SongId, Votes> byId = new HashMap<>();
        votes.forEach((id, each) -> byId.put(new SongId(id), each));
        Set<SongId> likedIds = new HashSet<>();
        liked.forEach(id -> likedIds.add(new SongId(id)));
        Request request = new Request(limit, Order.SIMILARITY, Wishes.NONE, new Taste(Set.of(), Set.of(), likedIds));
        return new Ranking(GENERATION, request, byId)
                .page(candidates).songs().stream()
                        .map(song -> song.song().id().value())
                        .toList();
    }

    private static Recommendation song(long id, double similarity) {
        Song song = new Song(new SongId(id), TestSongs.named("Song " + id));
        return new Recommendation(song, TestProfiles.feeling("joy"), similarity, List.of(), List.of());
    }
}
