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
import org.emotitune.song.Era;
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

        List<Neighbour> found = index.nearest(generation, IndexedSongs.query(songs.get(42)), 10, SongFilter.NONE);

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

        List<Neighbour> found = index.nearest(generation, query, 40, SongFilter.NONE);

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

        List<Neighbour> found = index.nearest(generation, axis, 3, SongFilter.NONE);

        assertThat(found)
                .containsExactly(
                        new Neighbour(songs().get(2), 1),
                        new Neighbour(songs().get(1), 0),
                        new Neighbour(songs().get(0), -1));
    }

    @Test
    default void songsAreFoundByLanguageYearAndMood() {
        SongIndex index = open();
        float[] vector = UnitVectors.axis(0, MoodSpace.DIMENSION);
        List<SongVector> songs = List.of(
                IndexedSongs.vector(songs().get(0), vector, "es", 1985, 0),
                IndexedSongs.vector(songs().get(1), vector, "en", 1985, SongIndex.SAD),
                IndexedSongs.vector(songs().get(2), vector, "es", 1990, 0.9),
                IndexedSongs.vector(songs().get(3), vector, null, null, 0.1));
        Generation generation = index.build(IndexedSongs.plan("1", songs));

        assertThat(found(index, generation, new SongFilter(Set.of(), "es", null, false)))
                .containsExactlyInAnyOrder(songs().get(0), songs().get(2));
        assertThat(found(index, generation, new SongFilter(Set.of(), null, Era.decade(1980), false)))
                .containsExactlyInAnyOrder(songs().get(0), songs().get(1));
        assertThat(found(index, generation, new SongFilter(Set.of(), null, null, true)))
                .containsExactlyInAnyOrder(songs().get(0), songs().get(3));
        assertThat(found(index, generation, new SongFilter(Set.of(songs().get(2)), "es", new Era(1985, 1990), true)))
                .containsExactly(songs().get(0));
        assertThat(found(index, generation, new SongFilter(Set.of(), "fr", null, false)))
                .isEmpty();
    }

    private static List<SongId> found(SongIndex index, Generation generation, SongFilter filter) {
        return index.nearest(generation, UnitVectors.axis(0, MoodSpace.DIMENSION), 10, filter).stream()
                .map(Neighbour::song)
                .toList();
    }

    @Test
    default void excludedSongsAreNotFoundEvenIfTheyAreManyAndTheNearest() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 400, 1);
        Generation generation = index.build(IndexedSongs.plan("1", songs));
        float[] query = UnitVectors.random(new Random(99), MoodSpace.DIMENSION);
        Set<SongId> excluded = new HashSet<>(IndexedSongs.nearest(songs, query, 380));

        List<Neighbour> found = index.nearest(generation, query, 10, IndexedSongs.without(excluded));

        assertThat(found).hasSize(10).extracting(Neighbour::song).doesNotContainAnyElementsOf(excluded);
    }

    @Test
    default void noMoreSongsAreFoundThanAskedForOrThere() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 70, 1);
        Generation generation = index.build(IndexedSongs.plan("1", songs));
        float[] query = IndexedSongs.query(songs.getFirst());

        assertThat(index.nearest(generation, query, 1, SongFilter.NONE)).hasSize(1);
        assertThat(index.nearest(generation, query, 50, SongFilter.NONE)).hasSize(50);
        assertThat(index.nearest(generation, query, 1000, SongFilter.NONE)).hasSize(70);
    }

    @Test
    default void anEmptyCatalogHasAGenerationInWhichNothingIsFound() {
        SongIndex index = open();

        Generation generation = index.build(IndexedSongs.plan("1", List.of()));

        assertThat(index.nearest(generation, UnitVectors.axis(0, MoodSpace.DIMENSION), 5, SongFilter.NONE))
                .isEmpty();
    }
}
