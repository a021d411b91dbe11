package org.emotitune.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.song.Song;
import org.emotitune.song.SongId;

/** Searches a catalog in memory by looking at every song of it. */
final class ExactSearch implements PathFinder.Search {
    private final MoodSpace space;
    private final List<CatalogEntry> catalog;
    private final List<float[]> vectors;

    /** @param catalog its songs get ids from 1 on, in this order */
    ExactSearch(MoodSpace space, List<CatalogEntry> catalog) {
        this.space = space;
        this.catalog = catalog;
        this.vectors =
                catalog.stream().map(entry -> space.songVector(entry.profile())).toList();
    }

    @Override
    public List<Recommendation> nearest(Profile query, int k) {
        float[] vector = space.queryVector(query);
        return IntStream.range(0, catalog.size())
                .mapToObj(i -> recommendation(i, space.similarity(query, dot(vector, vectors.get(i)))))
                .sorted(Comparator.comparingDouble(song -> -song.similarity()))
                .limit(k)
                .toList();
    }

    private Recommendation recommendation(int i, double similarity) {
        Song song = new Song(new SongId(i + 1), catalog.get(i).song());
        return new Recommendation(song, catalog.get(i).profile(), similarity, List.of(), List.of());
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
