package org.emotitune.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.Generation;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.testing.TestSongs;

/** Prints what a generation of 100,000 songs costs to build, and how many of the true nearest its search finds. */
final class IndexReport {
    private static final int SONGS = 100_000;
    private static final int QUERIES = 200;
    private static final int K = 10;
    private static final long OTHER_SEED = 42;

    /** Cosines that differ by less are the same: a song may stand for another one as near. */
    private static final double TIE = 1e-6;

    private IndexReport() {}

    /** @param arguments number of synthetic songs, if not 100,000 */
    public static void main(String[] arguments) {
        int songs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SONGS;
        try (Corpus corpus = Corpus.open(songs)) {
            build(corpus);
            recall(corpus);
        }
    }

    private static void build(Corpus corpus) {
        long start = System.nanoTime();
        List<ProfiledSong> songs = TestSongs.kept(corpus.catalog(), true);
        System.out.printf("%,d songs: read from the catalog in %,d ms", songs.size(), Corpus.millisSince(start));
        start = System.nanoTime();
        songs.forEach(song -> corpus.space().songVector(song.profile()));
        System.out.printf(", made vectors of in %,d ms%n", Corpus.millisSince(start));
        corpus.touch();
        start = System.nanoTime();
        Generation generation = corpus.indexer().refresh(true);
        System.out.printf("generation of %,d songs built in %,d ms in all", generation.songs(), Corpus.millisSince(start));
        start = System.nanoTime();
        corpus.execute(
                "SET max_parallel_maintenance_workers = 0",
                "SET maintenance_work_mem = '256MB'",
                "REINDEX INDEX song_vector_%s_hnsw".formatted(generation.slot()),
                "RESET maintenance_work_mem");
        System.out.printf(", of which its HNSW index %,d ms%n", Corpus.millisSince(start));
    }

    private static void recall(Corpus corpus) {
        SongIndex index = corpus.index();
        SongIndex exact = corpus.exactIndex();
        Generation generation = index.active().orElseThrow();
        List<float[]> queries = queries(corpus);
        double found = 0;
        double worst = 1;
        long[] fast = new long[queries.size()];
        long[] slow = new long[queries.size()];
        for (int i = 0; i < queries.size(); i++) {
            long start = System.nanoTime();
            List<Neighbour> near = index.nearest(generation, queries.get(i), K, SongFilter.NONE);
            long between = System.nanoTime();
            List<Neighbour> nearest = exact.nearest(generation, queries.get(i), K, SongFilter.NONE);
            fast[i] = between - start;
            slow[i] = System.nanoTime() - between;
            double bound = nearest.getLast().cosine() - TIE;
            double share = near.stream().filter(each -> each.cosine() >= bound).count() / (double) K;
            found += share;
            worst = Math.min(worst, share);
        }
        System.out.printf(
                "recall@%d of the index against all vectors, %d queries: %.4f on average, %.1f at worst%n",
                K, queries.size(), found / queries.size(), worst);
        System.out.printf("median search: %,d µs by the index, %,d µs without%n", median(fast), median(slow));
    }

    private static List<float[]> queries(Corpus corpus) {
        List<Profile> starter = StarterCatalog.load(VocabularyFiles.load()).stream()
                .map(entry -> entry.profile())
                .toList();
        SyntheticSongs songs = new SyntheticSongs(starter, OTHER_SEED);
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            queries.add(corpus.space().queryVector(songs.message()));
        }
        return queries;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1000;
    }
}
