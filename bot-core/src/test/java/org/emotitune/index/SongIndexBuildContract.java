package org.emotitune.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.song.SongId;
import org.emotitune.testing.UnitVectors;
import org.junit.jupiter.api.Test;

/** How every {@link SongIndex} goes from one generation to the next. */
public interface SongIndexBuildContract {

    /** An index; all that a test opens are of one store, which is empty when the test begins. */
    SongIndex open();

    /** Songs that can be indexed, at least 400. */
    List<SongId> songs();

    @Test
    default void anIndexThatWasNeverBuiltHasNoGeneration() {
        assertThat(open().active()).isEmpty();
    }

    @Test
    default void theGenerationSaysWhatItWasBuiltFrom() {
        SongIndex index = open();

        Generation built = index.build(GenerationPlan.of(
                "space",
                MoodSpace.Settings.DEFAULT,
                "catalog",
                IndexedSongs.vectors(songs(), 20, 1),
                new GenerationPlan.Figures(0.25, 61)));

        assertThat(index.active()).contains(built);
        assertThat(built).isEqualTo(new Generation(built.id(), built.slot(), "space", "catalog", 20, 0.25, 61));
    }

    @Test
    default void theGenerationBeforeCanBeRestored() {
        SongIndex index = open();
        List<SongVector> old = IndexedSongs.vectors(songs(), 20, 1);
        Generation before = index.build(IndexedSongs.plan("1", old));
        Generation after = index.build(IndexedSongs.plan("2", IndexedSongs.vectors(songs(), 30, 2)));

        Generation restored = index.restore("space").orElseThrow();

        assertThat(index.active()).contains(restored);
        assertThat(restored.id()).isGreaterThan(after.id());
        assertThat(restored.slot()).isEqualTo(before.slot());
        assertThat(restored.catalog()).isEqualTo("2");
        assertThat(index.nearest(restored, IndexedSongs.query(old.getFirst()), 100, SongFilter.NONE))
                .hasSize(20)
                .first()
                .returns(old.getFirst().song(), Neighbour::song);
    }

    @Test
    default void restoringTwiceLeavesAllAsItWas() {
        SongIndex index = open();
        index.build(IndexedSongs.plan("1", IndexedSongs.vectors(songs(), 20, 1)));
        Generation after = index.build(IndexedSongs.plan("2", IndexedSongs.vectors(songs(), 30, 2)));

        index.restore("space");
        Generation again = index.restore("space").orElseThrow();

        assertThat(again.slot()).isEqualTo(after.slot());
        assertThat(again.songs()).isEqualTo(30);
        assertThat(again.catalog()).isEqualTo("2");
    }

    @Test
    default void whereNothingWasBeforeNothingIsRestored() {
        SongIndex index = open();
        Generation only = index.build(IndexedSongs.plan("1", IndexedSongs.vectors(songs(), 20, 1)));

        assertThat(index.restore("space")).isEmpty();
        assertThat(index.active()).contains(only);
    }

    @Test
    default void aGenerationOfAnotherMoodSpaceIsNotRestored() {
        SongIndex index = open();
        index.build(IndexedSongs.plan("1", IndexedSongs.vectors(songs(), 20, 1)));
        Generation after = index.build(IndexedSongs.plan("2", IndexedSongs.vectors(songs(), 30, 2)));

        assertThat(index.restore("another space")).isEmpty();
        assertThat(index.active()).contains(after);
    }

    @Test
    default void buildingFromTheSameDigestsBuildsNothing() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 20, 1);
        Generation first = index.build(IndexedSongs.plan("1", songs));

        Generation again = index.build(IndexedSongs.plan("1", List.of()));

        assertThat(again).isEqualTo(first);
        assertThat(index.nearest(again, IndexedSongs.query(songs.getFirst()), 5, SongFilter.NONE))
                .hasSize(5);
    }

    @Test
    default void anotherCatalogTakesThePlaceOfTheOldOne() {
        SongIndex index = open();
        for (int build = 1; build <= 4; build++) {
            List<SongVector> songs = IndexedSongs.vectors(songs(), 10 * build, build);

            Generation generation = index.build(IndexedSongs.plan("catalog " + build, songs));

            assertThat(index.active()).contains(generation);
            assertThat(index.nearest(generation, IndexedSongs.query(songs.getLast()), 100, SongFilter.NONE))
                    .hasSize(10 * build)
                    .first()
                    .isEqualTo(new Neighbour(songs.getLast().song(), 1));
        }
    }

    @Test
    default void aFailedBuildKeepsTheOldGeneration() {
        SongIndex index = open();
        List<SongVector> songs = IndexedSongs.vectors(songs(), 20, 1);
        Generation old = index.build(IndexedSongs.plan("1", songs));

        assertThatThrownBy(() -> index.build(IndexedSongs.plan("2", IndexedSongs.broken(songs()))))
                .isInstanceOf(RuntimeException.class);

        assertThat(index.active()).contains(old);
        assertThat(index.nearest(old, IndexedSongs.query(songs.get(7)), 100, SongFilter.NONE))
                .hasSize(20);
    }

    @Test
    default void afterAFailedBuildTheNextOneSucceeds() {
        SongIndex index = open();
        assertThatThrownBy(() -> index.build(IndexedSongs.plan("1", IndexedSongs.broken(songs()))))
                .isInstanceOf(RuntimeException.class);

        Generation built = index.build(IndexedSongs.plan("1", IndexedSongs.vectors(songs(), 20, 1)));

        assertThat(index.nearest(built, UnitVectors.axis(0, MoodSpace.DIMENSION), 100, SongFilter.NONE))
                .hasSize(20);
    }

    @Test
    default void buildersOfTheSameCatalogAtOnceBuildItOnce() throws Exception {
        List<SongVector> songs = IndexedSongs.vectors(songs(), 200, 1);

        List<Generation> built = buildAtOnce(
                IndexedSongs.plan("1", songs), IndexedSongs.plan("1", songs), IndexedSongs.plan("1", songs));

        assertThat(built).hasSize(3);
        assertThat(Set.copyOf(built)).hasSize(1);
    }

    @Test
    default void ofTwoBuildersOfDifferentCatalogsTheLastOneWins() throws Exception {
        List<SongVector> songs = IndexedSongs.vectors(songs(), 200, 1);

        List<Generation> built =
                buildAtOnce(IndexedSongs.plan("1", songs), IndexedSongs.plan("2", songs.subList(0, 100)));

        SongIndex index = open();
        Generation active = index.active().orElseThrow();
        assertThat(built).contains(active);
        assertThat(built).extracting(Generation::songs).containsExactly(200, 100);
        assertThat(index.nearest(active, IndexedSongs.query(songs.getFirst()), 1000, SongFilter.NONE))
                .hasSize(active.songs());
    }

    /** The generations in the order of the plans. */
    private List<Generation> buildAtOnce(GenerationPlan... plans) throws Exception {
        List<Callable<Generation>> builders = Stream.of(plans)
                .<Callable<Generation>>map(plan -> () -> open().build(plan))
                .toList();
        List<Generation> built = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plans.length)) {
            for (Future<Generation> each : threads.invokeAll(builders)) {
                built.add(each.get());
            }
        }
        return built;
    }
}
