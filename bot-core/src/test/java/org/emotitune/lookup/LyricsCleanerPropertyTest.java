package org.emotitune.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LyricsCleanerPropertyTest {
    private static final int TEXTS = 3_000;

    /** Pieces that mean something to the cleaner, whole and torn. */
    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "[[",
            "]]",
            "(",
            ")",
            "(x2)",
            " x2",
            "x",
            "2",
            "&",
            "&amp;",
            "amp;",
            "lt;",
            "&#38;",
            "#38;",
            "&#x5B;",
            "&nbsp;",
            "<br>",
            "<",
            ">",
            "br>",
            "<i>",
            "<00:12.3>",
            "\n",
            "\n\n",
            " ",
            "  ",
            "\r",
            "\r\n",
            "\t",
            "\u00A0",
            "\u2005",
            "\u200B",
            "\u200D",
            "\u0301",
            "\u0085",
            "\u0092",
            "\uD83D",
            "\uDE00",
            "\u0958",
            "é",
            "e",
            "а",
            "е",
            "ж",
            "й",
            "s",
            "Some Title Lyrics",
            " Lyrics",
            "3 Contributors",
            "1 Contributor",
            "Translations",
            "Embed",
            "12",
            "1.2K",
            "You might ",
            "also like",
            "You might also like",
            "También te podría gustar",
            "See ",
            "Live",
            "Get tickets as low as ",
            "$34",
            "Read More",
            "Letra de Ana",
            "Writer(s): X",
            "©",
            "Coro:",
            "(Coro)",
            "♪",
            "EmbedShare URLCopyEmbedCopy",
            "palabra",
            "word",
            "слово",
            ",",
            ":");

    @ParameterizedTest
    @EnumSource
    void cleanTextStaysAsItIs(Verses language) {
        RandomGenerator random = new Random(4);

        for (int i = 0; i < TEXTS; i++) {
            String verses = language.next(random);

            assertThat(LyricsCleaner.clean(verses)).isEqualTo(verses);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfNoiseIsTakenOutAndNothingElse(Noise noise) {
        RandomGenerator random = new Random(40);

        for (int i = 0; i < TEXTS / 10; i++) {
            for (Verses language : Verses.values()) {
                String verses = language.next(random);

                assertThat(LyricsCleaner.clean(noise.in(verses, random))).isEqualTo(verses);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SPANISH", "ENGLISH", "CATALAN", "FRENCH"})
    void lookAlikesBecomeTheLettersThatTheyLookLike(Verses language) {
        RandomGenerator random = new Random(400);

        for (int i = 0; i < TEXTS; i++) {
            String verses = language.next(random) + " still";

            assertThat(LyricsCleaner.clean(withLookAlikes(verses, random))).isEqualTo(verses);
        }
    }

    @Test
    void cleaningTwiceChangesNoMoreThanCleaningOnce() {
        RandomGenerator random = new Random(4_000);

        for (int i = 0; i < 5 * TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(1, 20); piece > 0; piece--) {
                text.append(Verses.pick(PIECES, random));
            }
            String once = LyricsCleaner.clean(text.toString());

            assertThat(LyricsCleaner.clean(once)).as(text.toString()).isEqualTo(once);
        }
    }

    private static String withLookAlikes(String text, RandomGenerator random) {
        String latin = "aeopcyxijsABEKMHOPCTYXIJS";
        String cyrillic = "аеорсухіјѕАВЕКМНОРСТУХІЈЅ";
        StringBuilder marked = new StringBuilder(text);
        for (int i = 0; i < text.length() - " still".length(); i++) {
            int known = latin.indexOf(text.charAt(i));
            boolean alone = i == 0 || !Character.isLetter(text.charAt(i - 1));
            boolean single = alone && !Character.isLetter(text.charAt(i + 1));
            if (known >= 0 && (single || !alone) && random.nextInt(3) == 0) {
                marked.setCharAt(i, cyrillic.charAt(known));
            }
        }
        return marked.toString();
    }
}
