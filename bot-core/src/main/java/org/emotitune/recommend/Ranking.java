package org.emotitune.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.emotitune.index.Generation;
import org.emotitune.person.Votes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a page among the nearest songs. A song is on it if it lies above the catalog's floor, and within a band below
 * the best match: the page is chosen by similarity, which thumbs move a little ({@link Feedback}). Only then does
 * popularity order it: sorting a loose set by popularity halves the relevance (see the decision record on relevance).
 */
final class Ranking {
    /** How far below the best similarity a song may lie and still be on its page. */
    static final double NEAR_BEST_BAND = 0.35;

    /** How many songs are offered when none matches. */
    static final int NEAREST_OFFERED = 3;

    /** Similarities that differ by less say about the same: it is what thumbs may move them by. */
    static final double SHARED_STEP = Feedback.LARGEST_SHIFT;

    private final Generation generation;
    private final Request request;
    private final Map<SongId, Votes> votes;

    /** @param votes of the candidates; none for a song that is not in it */
    Ranking(Generation generation, Request request, Map<SongId, Votes> votes) {
        this.generation = generation;
        this.request = request;
        this.votes = votes;
    }

    /** @param candidates any number, in any order */
    Page page(List<Recommendation> candidates) {
        Comparator<Recommendation> byStanding = Comparator.comparingDouble(song -> -standing(song));
        return page(candidates, byStanding.thenComparing(bySimilarity()), bySimilarity());
    }

    /**
     * A page for several people.
     *
     * @param candidates any number, in any order; the similarity of each is the least of all people's
     * @param means mean similarity of each candidate: decides between songs in the same {@link #SHARED_STEP}
     */
    Page shared(List<Recommendation> candidates, Map<SongId, Double> means) {
        Comparator<Recommendation> byStep =
                Comparator.comparingDouble(song -> -Math.floor(standing(song) / SHARED_STEP));
        Comparator<Recommendation> bestFirst =
                byStep.thenComparingDouble(song -> -mean(song, means)).thenComparing(bySimilarity());
        return page(candidates, bestFirst, bestFirst);
    }

    private static double mean(Recommendation song, Map<SongId, Double> means) {
        return means.getOrDefault(song.song().id(), song.similarity());
    }

    /** @param nearestFirst the order where none matches */
    private Page page(
            List<Recommendation> candidates,
            Comparator<Recommendation> bestFirst,
            Comparator<Recommendation> nearestFirst) {
        double best = candidates.stream()
                .mapToDouble(Recommendation::similarity)
                .max()
                .orElse(-1);
        if (candidates.isEmpty() || best < generation.floor()) {
            return new Page.NothingClose(candidates.stream()
                    .sorted(nearestFirst)
                    .limit(Math.min(NEAREST_OFFERED, request.limit()))
                    .toList());
        }
        double least = Math.max(generation.floor(), best - NEAR_BEST_BAND);
        List<Recommendation> chosen = candidates.stream()
                .filter(song -> song.similarity() >= least)
                .sorted(bestFirst)
                .limit(request.limit())
                .sorted(order(request.order(), generation))
                .toList();
        return new Page.Matches(chosen, false);
    }

    private double standing(Recommendation song) {
        SongId id = song.song().id();
        boolean liked = request.taste().liked().contains(id);
        return song.similarity() + Feedback.shift(liked, votes.getOrDefault(id, Votes.NONE));
    }

    /** How the songs of a page stand in it. */
    static Comparator<Recommendation> order(Order order, Generation generation) {
        return switch (order) {
            case SIMILARITY -> bySimilarity();
            case POPULARITY ->
                Comparator.<Recommendation>comparingInt(
                                song -> -known(song.song().facts().popularity(), generation.medianPopularity()))
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
