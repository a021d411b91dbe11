package org.emotitune.wish;

import java.util.Locale;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;

/** What a phrase of the wishes' files stands for. */
sealed interface WishMeaning {

    /** It only sounds like a wish. */
    record Harmless() implements WishMeaning {}

    /** Songs in the language that one of its words names. */
    record Sung() implements WishMeaning {}

    /** Songs of the years that its words name. */
    record Made(Span span) implements WishMeaning {}

    /** How years that are named bound an era. */
    enum Span {
        /** Of the decades in which they lie. */
        DECADES,
        YEARS,
        BEFORE,
        UNTIL,
        SINCE,
        AFTER
    }

    /** Songs that somebody calls old or new: gives way to years that are named. */
    record MadeRoughly(Era era) implements WishMeaning {}

    /** @param fixed null where one of its words tells how many */
    record Count(@Nullable Integer fixed) implements WishMeaning {}

    record NothingSad() implements WishMeaning {}

    /** @param surely whether any artist's name may follow, or only one that does not look like an ordinary word */
    record NotBy(boolean surely) implements WishMeaning {}

    /**
     * @param text as the files write it
     * @throws IllegalArgumentException if there is no such meaning
     */
    static WishMeaning parse(String text) {
        String[] words = text.split("\\s+");
        return switch (words[0]) {
            case "language" -> new Sung();
            case "decades", "years", "before", "until", "since", "after" ->
                new Made(Span.valueOf(words[0].toUpperCase(Locale.ROOT)));
            case "roughly" -> new MadeRoughly(new Era(number(words, 1), number(words, 2)));
            case "count" -> new Count(words.length == 1 ? null : Integer.valueOf(number(words, 1)));
            case "nothing-sad" -> new NothingSad();
            case "not-by" -> new NotBy(true);
            case "perhaps-not-by" -> new NotBy(false);
            default -> throw new IllegalArgumentException("'%s' is no wish".formatted(text));
        };
    }

    private static int number(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException("a number is missing after '%s'".formatted(words[0]));
        }
        return Integer.parseInt(words[at]);
    }
}
