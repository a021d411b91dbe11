package org.emotitune.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.UnitVectors;
import org.jspecify.annotations.Nullable;

/** Songs with random vectors, and plans to index them. */
public final class IndexedSongs {
    private IndexedSongs() {}

    public static GenerationPlan plan(String catalog, List<SongVector> songs) {
        return GenerationPlan.of(
                "space", MoodSpace.Settings.DEFAULT, catalog, songs, new GenerationPlan.Figures(0, 50));
    }

    /** The first of the songs; the same seed gives the same vectors. */
    public static List<SongVector> vectors(List<SongId> songs, int count, int seed) {
        Random random = new Random(seed);
        return songs.subList(0, count).stream()
                .map(song -> vector(song, UnitVectors.random(random, MoodSpace.DIMENSION)))
                .toList();
    }

    public static SongVector vector(SongId song, float[] vector) {
        return vector(song, vector, null, null, 0);
    }

    /** A song with facts to search by. */
    public static SongVector vector(
            SongId song, float[] vector, @Nullable String language, @Nullable Integer year, double sadness) {
        return new SongVector(
                song,
                TestProfiles.of(List.of("joy"), List.of("party")),
                UnitVectors.boxed(vector),
                language,
                year,
                sadness);
    }

    /** All songs but these. */
    public static SongFilter without(Collection<SongId> excluded) {
        return new SongFilter(Set.copyOf(excluded), null, null, false);
    }

    /** Songs of which the last one's vector has too few numbers. */
    public static List<SongVector> broken(List<SongId> songs) {
        List<SongVector> vectors = new ArrayList<>(vectors(songs, 30, 3));
        vectors.add(vector(songs.get(30), UnitVectors.axis(0, 3)));
        return vectors;
    }

    /** The query that is nearest to a song. */
    public static float[] query(SongVector song) {
        float[] query = new float[song.vector().size()];
        for (int i = 0; i < query.length; i++) {
            query[i] = song.vector().get(i);
        }
        return query;
    }

    /** The nearest songs, found by looking at all of them. */
    public static List<SongId> nearest(List<SongVector> songs, float[] query, int count) {
        return songs.stream()
                .sorted(Comparator.comparingDouble(song -> -UnitVectors.cosine(query, query(song))))
                .limit(count)
                .map(SongVector::song)
                .toList();
    }
}
