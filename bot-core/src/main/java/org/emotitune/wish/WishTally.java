package org.emotitune.wish;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;

/** Gathers the wishes of one message; of two that cannot both be held, the first counts. Not thread-safe. */
final class WishTally {
    private @Nullable String language;
    private @Nullable Era era;
    private @Nullable Era roughly;
    private @Nullable Integer count;
    private boolean nothingSad;
    private final List<Artist> without = new ArrayList<>();
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    void language(String code) {
        empty = false;
        language = language == null ? code : language;
    }

    /** Of two eras counts what they have in common ("since 1980, before 1990"), or else both ("80s and 90s"). */
    void era(Era other) {
        empty = false;
        era = era == null ? other : joined(era, other);
    }

    private static Era joined(Era a, Era b) {
        int from = Math.max(a.from(), b.from());
        int to = Math.min(a.to(), b.to());
        return from <= to ? new Era(from, to) : new Era(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }

    void roughly(Era other) {
        empty = false;
        roughly = roughly == null ? other : roughly;
    }

    /** @param songs more than the most are the most */
    void count(int songs) {
        empty = false;
        count = count == null ? Integer.valueOf(Math.clamp(songs, 1, Wishes.MOST_SONGS)) : count;
    }

    void nothingSad() {
        empty = false;
        nothingSad = true;
    }

    void without(Artist artist) {
        empty = false;
        if (without.size() < Wishes.MOST_ARTISTS && !without.contains(artist)) {
            without.add(artist);
        }
    }

    Wishes wishes() {
        return new Wishes(language, era == null ? roughly : era, count, nothingSad, without);
    }
}
