package org.emotitune.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LyricsCleanerBoundsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "[]",
                "[ ",
                "a[b]c",
                " ",
                "\n",
                " \n",
                "\r",
                "&",
                "&amp;",
                "&amp;lt;",
                "amp;",
                "<",
                "<br ",
                "<a ",
                "<br>",
                "(",
                "(x2)",
                " x2",
                "x",
                "Embed",
                "1Embed\n",
                "12",
                "3 Contributors",
                "A Lyrics\n",
                " Lyrics",
                "You might also like",
                "You might ",
                "See ",
                "See Live",
                "Get tickets as low as ",
                "See X LiveGet tickets as low as $3",
                "Writer(s): X\n",
                "Letra de Ana\n",
                "©\n",
                "Coro:\n",
                "(Coro)\n",
                "\u0301",
                "e\u0301\u0316",
                "\u0316\u0301",
                "\uD834\uDD65\uD834\uDD6E",
                "\u0958",
                "\u200D",
                "ае",
                "ж а",
                "a",
                "♪",
                "\uD83D",
                "\uDE00"
            })
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMegabyteOfOneThingIsNoTrouble(String piece) {
        String much = piece.repeat(1_000_000 / piece.length());

        String cleaned = LyricsCleaner.clean(much);

        assertThat(cleaned).hasSizeLessThanOrEqualTo(LyricsCleaner.MOST_CHARACTERS);
        assertThat(LyricsCleaner.clean(cleaned)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "You might ", "(", "&", "<a "})
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNestedDeeplyIsNoTrouble(String opening) {
        String closing = switch (opening) {
            case "[" -> "]";
            case "You might " -> "also like";
            case "(" -> "x2)";
            case "&" -> "amp;";
            default -> ">";
        };
        int depth = LyricsCleaner.MOST_CHARACTERS / (opening.length() + closing.length());

        String cleaned = LyricsCleaner.clean(opening.repeat(depth) + closing.repeat(depth));

        assertThat(LyricsCleaner.clean(cleaned)).isEqualTo(cleaned);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void layersOfNoiseAreNoTrouble() {
        assertThat(LyricsCleaner.clean("word" + "\n©\n[a] (x2)3Embed".repeat(2_000)))
                .isEqualTo("word");
        assertThat(LyricsCleaner.clean("3 Contributors[a]A Lyrics\n©\n".repeat(1_500) + "word"))
                .isEqualTo("word");
    }

    @Test
    void tooLongATextIsCutAndNoCharacterIsHalved() {
        String cleaned = LyricsCleaner.clean("a" + "😀".repeat(LyricsCleaner.MOST_CHARACTERS));

        assertThat(cleaned).hasSize(LyricsCleaner.MOST_CHARACTERS - 1).endsWith("😀");
    }
}
