package org.emotitune.wish;

import java.util.List;
import java.util.Objects;
import org.emotitune.song.Era;
import org.emotitune.wish.WishMeaning.Span;
import org.jspecify.annotations.Nullable;

/** What the words of a wish amount to: which language, which years, how many. */
final class WishValues {
    private final WishWords words;
    private final MarkedText text;

    WishValues(WishWords words, MarkedText text) {
        this.words = words;
        this.text = text;
    }

    /** Whether a piece names a language, years or a number. */
    boolean isValue(int at) {
        String word = text.pieces.get(at).text();
        return number(at) != null
                || word.equals("%decade")
                || words.languages().of(word) != null
                || words.decades().of(word) != null;
    }

    /**
     * Counts a wish.
     *
     * @param at indices of the pieces that say it
     * @return false if it comes to nothing ("before 1900"), and for artists, which are counted by their names
     */
    boolean count(WishMeaning meaning, List<Integer> at, WishTally tally) {
        return switch (meaning) {
            case WishMeaning.Harmless() -> false;
            case WishMeaning.NotBy ignored -> false;
            case WishMeaning.Sung() -> countLanguage(at, tally);
            case WishMeaning.Made(Span span) -> countEra(span, at, tally);
            case WishMeaning.MadeRoughly(Era era) -> {
                tally.roughly(era);
                yield true;
            }
            case WishMeaning.Count(Integer fixed) -> countSongs(fixed, at, tally);
            case WishMeaning.NothingSad() -> {
                tally.nothingSad();
                yield true;
            }
        };
    }

    private boolean countLanguage(List<Integer> at, WishTally tally) {
        String code = at.stream()
                .map(piece -> words.languages().of(text.pieces.get(piece).text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (code != null) {
            tally.language(code);
        }
        return code != null;
    }

    private boolean countSongs(@Nullable Integer fixed, List<Integer> at, WishTally tally) {
        Integer songs = fixed != null
                ? fixed
                : at.stream()
                        .map(this::number)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (songs != null) {
            tally.count(songs);
        }
        return songs != null;
    }

    private boolean countEra(Span span, List<Integer> at, WishTally tally) {
        List<Era> named = at.stream()
                .map(piece -> years(piece, span == Span.DECADES))
                .filter(Objects::nonNull)
                .toList();
        if (named.isEmpty()) {
            return false;
        }
        int from = named.stream().mapToInt(Era::from).min().orElseThrow();
        int to = named.stream().mapToInt(Era::to).max().orElseThrow();
        Era era = switch (span) {
            case DECADES, YEARS -> new Era(from, to);
            case BEFORE -> span(Era.FIRST, from - 1);
            case UNTIL -> new Era(Era.FIRST, to);
            case SINCE -> new Era(from, Era.LAST);
            case AFTER -> span(to + 1, Era.LAST);
        };
        if (era != null) {
            tally.era(era);
        }
        return era != null;
    }

    private static @Nullable Era span(int from, int to) {
        return from >= Era.FIRST && to <= Era.LAST && from <= to ? new Era(from, to) : null;
    }

    /** The years that a piece names; null if it names none. */
    private @Nullable Era years(int at, boolean decade) {
        Piece piece = text.pieces.get(at);
        Integer ofWord = words.decades().of(piece.text());
        if (ofWord != null || piece.text().equals("%decade")) {
            int first = ofWord == null ? piece.value() : ofWord;
            return span(first, first + 9);
        }
        Integer number = number(at);
        if (number == null || number < 20 || (number < 100 && decade && number % 10 != 0)) {
            return null;
        }
        if (number < 100) {
            return decade || number % 10 == 0 ? Era.decade(1900 + number) : new Era(1900 + number, 1900 + number);
        }
        return decade ? span(number / 10 * 10, number / 10 * 10 + 9) : span(number, number);
    }

    /** The number that a piece names; null if it names none. */
    private @Nullable Integer number(int at) {
        Piece piece = text.pieces.get(at);
        return switch (piece.text()) {
            case "%n", "%tens", "%year" -> piece.value();
            default -> words.numbers().of(piece.text());
        };
    }
}
