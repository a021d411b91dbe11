package org.emotitune.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.index.Calibration;
import org.emotitune.index.Generation;
import org.emotitune.index.GenerationPlan;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.index.VectorSample;
import org.emotitune.song.SongFacts;

/** Keeps the song index in step with the catalog and the mood space. */
public final class Indexer {
    private final CatalogStore catalog;
    private final SongIndex index;
    private final MoodSpace space;
    private final Vocabulary vocabulary;

    public Indexer(CatalogStore catalog, SongIndex index, MoodSpace space, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.index = index;
        this.space = space;
        this.vocabulary = vocabulary;
    }

    /** As {@link #refresh(boolean, Runnable)}, watched by nobody. */
    public Generation refresh(boolean withStarter) {
        return refresh(withStarter, () -> {});
    }

    /**
     * Builds a new generation if the active one is not of this catalog and mood space; else does nothing.
     *
     * @param withStarter whether the starter catalog is searched
     * @param eachSong told whenever a song has been taken; what it throws ends the building, and the old generation stays
     * @return the generation that is active afterwards
     */
    public Generation refresh(boolean withStarter, Runnable eachSong) {
        String revision = catalog.revision(withStarter);
        Optional<Generation> active = index.active();
        if (active.isPresent() && isCurrent(active.get(), revision)) {
            return active.get();
        }
        return index.build(() -> new GenerationPlan(
                space.digest(),
                space.settings(),
                catalog.revision(withStarter),
                each -> vectors(withStarter, each, eachSong)));
    }

    private boolean isCurrent(Generation generation, String revision) {
        return generation.space().equals(space.digest()) && generation.catalog().equals(revision);
    }

    private GenerationPlan.Figures vectors(boolean withStarter, Consumer<SongVector> each, Runnable eachSong) {
        VectorSample sample = new VectorSample();
        Popularities popularities = new Popularities();
        catalog.eachProfiledSong(withStarter, song -> {
            float[] vector = space.songVector(song.profile());
            sample.add(vector);
            popularities.add(song.song().facts().popularity());
            each.accept(row(song, vector));
            eachSong.run();
        });
        return new GenerationPlan.Figures(Calibration.floor(sample.vectors()), popularities.median());
    }

    private SongVector row(ProfiledSong song, float[] vector) {
        SongFacts facts = song.song().facts();
        return new SongVector(
                song.song().id(),
                song.profile(),
                boxed(vector),
                facts.language(),
                facts.year(),
                vocabulary.sadness(song.profile()));
    }

    private static List<Float> boxed(float[] vector) {
        List<Float> boxed = new ArrayList<>(vector.length);
        for (float value : vector) {
            boxed.add(value);
        }
        return boxed;
    }
}
