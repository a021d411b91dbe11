package org.emotitune.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.Calibration;
import org.emotitune.index.Generation;
import org.emotitune.index.GenerationPlan;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.song.SongFacts;

/** Keeps the song index in step with the catalog and the mood space. */
public final class Indexer {
    /** Middle of Spotify's scale, for a catalog in which no popularity is known. */
    private static final int UNKNOWN_MEDIAN = 50;

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

    /**
     * Builds a new generation if the active one is not of this catalog and mood space; else does nothing.
     *
     * @param withStarter whether the starter catalog is searched
     * @return the generation that is active afterwards
     */
    public Generation refresh(boolean withStarter) {
        String revision = catalog.revision(withStarter);
        Optional<Generation> active = index.active();
        if (active.isPresent() && isCurrent(active.get(), revision)) {
            return active.get();
        }
        return index.build(() -> plan(catalog.revision(withStarter), catalog.profiledSongs(withStarter)));
    }

    private boolean isCurrent(Generation generation, String revision) {
        return generation.space().equals(space.digest()) && generation.catalog().equals(revision);
    }

    private GenerationPlan plan(String revision, List<ProfiledSong> songs) {
        List<float[]> vectors = new ArrayList<>();
        List<SongVector> rows = new ArrayList<>();
        for (ProfiledSong song : songs) {
            float[] vector = space.songVector(song.profile());
            vectors.add(vector);
            SongFacts facts = song.song().facts();
            rows.add(new SongVector(
                    song.song().id(),
                    words(song.profile()),
                    boxed(vector),
                    facts.language(),
                    facts.year(),
                    vocabulary.sadness(song.profile())));
        }
        return new GenerationPlan(
                space.digest(), space.settings(), revision, rows, Calibration.floor(vectors), medianPopularity(songs));
    }

    private static String words(Profile profile) {
        return Stream.concat(profile.emotions().stream(), profile.themes().stream())
                .map(WeightedWord::word)
                .collect(Collectors.joining(", "));
    }

    private static List<Float> boxed(float[] vector) {
        List<Float> boxed = new ArrayList<>(vector.length);
        for (float value : vector) {
            boxed.add(value);
        }
        return boxed;
    }

    private static int medianPopularity(List<ProfiledSong> songs) {
        List<Integer> known = songs.stream()
                .map(song -> song.song().facts().popularity())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return known.isEmpty() ? UNKNOWN_MEDIAN : known.get(known.size() / 2);
    }
}
