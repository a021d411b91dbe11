package org.emotitune.recommend;

import org.emotitune.person.Votes;

/**
 * How far thumbs move a song. The place of a song among the others is its cosine similarity plus
 *
 * <pre>shift = clamp(own + all, -L, L)
 * own   = L where the person's own thumb is up, else 0
 * all   = L · (up - down) / (up + down + P)   where at least three people have voted, else 0</pre>
 *
 * with L = {@link #LARGEST_SHIFT} and P = {@link #PRIOR}: the mean of the votes, drawn towards nothing by P votes that
 * nobody gave (an additive smoothing), so that three thumbs say less than thirty. A thumb down of the person's own
 * needs no number: the song is not given to them at all.
 *
 * <p>A song can overtake another by at most 2L = 0.1, less than a third of the band in which songs count as equally
 * near ({@link Ranking#NEAR_BEST_BAND}); floor and band themselves are held against the similarity alone.
 */
final class Feedback {
    static final double LARGEST_SHIFT = 0.05;
    static final int PRIOR = 5;
    static final int FEWEST_PEOPLE = 3;

    private Feedback() {}

    /**
     * @param liked whether the person's own thumb is up
     * @param votes of all people
     * @return what is added to the song's similarity, -{@link #LARGEST_SHIFT} to {@link #LARGEST_SHIFT}
     */
    static double shift(boolean liked, Votes votes) {
        double own = liked ? LARGEST_SHIFT : 0;
        return Math.clamp(own + ofAll(votes), -LARGEST_SHIFT, LARGEST_SHIFT);
    }

    private static double ofAll(Votes votes) {
        double people = (double) votes.up() + votes.down();
        if (people < FEWEST_PEOPLE) {
            return 0;
        }
        return LARGEST_SHIFT * ((double) votes.up() - votes.down()) / (people + PRIOR);
    }
}
