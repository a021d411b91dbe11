package org.emotitune.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.song.SongId;
import org.emotitune.testing.UnitVectors;
import org.junit.jupiter.api.Test;

/** What every {@link SongIndex} finds. */
public interface SongIndexContract {

    /** An index; all that a test opens are of one store, which is empty when the test begins. */
    SongIndex open();

    /** Songs that can be indexed, at least 400. */
    List<SongId> songs();

    @Test
    default void nearestSongComesFirst() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 100, 1);
        Generation generation = index.build(IndexedSongs.plan("1", songs));

        List<Neighbour> found = index.nearest(generation, IndexedSongs.query(songs.get(42)), 10, Set.of());

        assertThat(found).hasSize(10);
        assertThat(found.getFirst().song()).isEqualTo(songs.get(42).song());
        assertThat(found).extracting(Neighbour::cosine).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    default void cosineIsRightToAMillionth() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 60, 1);
        Map<SongId, float[]> byId = new HashMap<>();
        songs.forEach(song -> byId.put(song.song(), IndexedSongs.query(song)));
        Generation generation = index.build(IndexedSongs.plan("1", songs));
        float[] query = UnitVectors.random(new Random(99), MoodSpace.DIMENSION);

        List<Neighbour> found = index.nearest(generation, query, 40, Set.of());

        assertThat(found)
                .hasSize(40)
                .allSatisfy(neighbour -> assertThat(neighbour.cosine())
                        .isCloseTo(UnitVectors.cosine(query, byId.get(neighbour.song())), within(1e-6)));
    }

    @Test
    default void theSameOrthogonalAndOppositeVectorsHaveCosineOneZeroAndMinusOne() {
        SongIndex index = open();
        float[] axis = UnitVectors.axis(3, MoodSpace.DIMENSION);
        float[] opposite = UnitVectors.axis(3, MoodSpace.DIMENSION);
        opposite[3] = -1;
        List<SongVector> songs = List.of(
                IndexedSongs.vector(songs().get(0), opposite),
                IndexedSongs.vector(songs().get(1), UnitVectors.axis(4, MoodSpace.DIMENSION)),
                IndexedSongs.vector(songs().get(2), axis));
        Generation generation = index.build(IndexedSongs.plan("1", songs));

        List<Neighbour> found = index.nearest(generation, axis, 3, Set.of());

        assertThat(found)
                .containsExactly(
                        new Neighbour(songs().get(2), 1),
                        new Neighbour(songs().get(1), 0),
                        new Neighbour(songs().get(0), -1));
    }

    @Test
    default void excludedSongsAreNotFoundEvenIfTheyAreManyAndTheNearest() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 400, 1);
        Generation generation = index.build(IndexedSongs.plan("1", songs));
        float[] query = UnitVectors.random(new Random(99), MoodSpace.DIMENSION);
        Set<SongId> excluded = new HashSet<>(IndexedSongs.nearest(songs, query, 380));

        List<Neighbour> found = index.nearest(generation, query, 10, excluded);

        assertThat(found).hasSize(10).extracting(Neighbour::song).doesNotContainAnyElementsOf(excluded);
    }

    @Test
    default void noMoreSongsAreFoundThanAskedForOrThere() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 70, 1);
        Generation generation = index.build(IndexedSongs.plan("1", songs));
        float[] query = IndexedSongs.query(songs.getFirst());

        assertThat(index.nearest(generation, query, 1, Set.of())).hasSize(1);
        assertThat(index.nearest(generation, query, 50, Set.of())).hasSize(50);
        assertThat(index.nearest(generation, query, 1000, Set.of())).hasSize(70);
    }

    @Test
    default void anEmptyCatalogHasAGenerationInWhichNothingIsFound() {
        SongIndex index = open();

        Generation generation = index.build(IndexedSongs.plan("1", List.of()));

        assertThat(index.nearest(generation, UnitVectors.axis(0, MoodSpace.DIMENSION), 5, Set.of()))
                .isEmpty();
    }
}
