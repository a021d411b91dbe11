package org.emotitune.recommend;

import java.util.Comparator;
import java.util.List;
import org.emotitune.index.Generation;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a page among the nearest songs. A song is on it if it lies above the catalog's floor, and within a band below
 * the best match: the page is chosen by similarity. Only then does popularity order it: sorting a loose set by
 * popularity halves the relevance (see the decision record on relevance).
 */
final class Ranking {
    /** How far below the best similarity a song may lie and still be on its page. */
    static final double NEAR_BEST_BAND = 0.35;

    /** How many songs are offered when none matches. */
    static final int NEAREST_OFFERED = 3;

    private Ranking() {}

    /** @param candidates any number, in any order */
    static Page page(List<Recommendation> candidates, Generation generation, Wish wish) {
        List<Recommendation> nearest =
                candidates.stream().sorted(bySimilarity()).limit(wish.limit()).toList();
        if (nearest.isEmpty() || nearest.getFirst().similarity() < generation.floor()) {
            return new Page.NothingClose(nearest.stream().limit(NEAREST_OFFERED).toList());
        }
        double least = Math.max(generation.floor(), nearest.getFirst().similarity() - NEAR_BEST_BAND);
        return new Page.Matches(nearest.stream()
                .filter(song -> song.similarity() >= least)
                .sorted(order(wish.order(), generation.medianPopularity()))
                .toList());
    }

    private static Comparator<Recommendation> order(Order order, int medianPopularity) {
        return switch (order) {
            case SIMILARITY -> bySimilarity();
            case POPULARITY ->
                Comparator.<Recommendation>comparingInt(
                                song -> -known(song.song().facts().popularity(), medianPopularity))
                        .thenComparing(bySimilarity());
        };
    }

    private static Comparator<Recommendation> bySimilarity() {
        return Comparator.<Recommendation>comparingDouble(song -> -song.similarity())
                .thenComparingLong(song -> song.song().id().value());
    }

    private static int known(@Nullable Integer popularity, int otherwise) {
        return popularity == null ? otherwise : popularity;
    }
}
