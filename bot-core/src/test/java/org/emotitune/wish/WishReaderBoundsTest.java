package org.emotitune.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.recommend.Wishes;
import org.emotitune.wish.WishReader.Wished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of any length and content. */
class WishReaderBoundsTest {
    private static final WishReader READER = WishReader.load();
    private static final int LONG = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "'",
                "a'",
                "(",
                "1",
                "80 ",
                "80s ",
                "no ",
                "sin X ",
                "nada de ",
                "que no sea ",
                "en español ",
                "solo en español una ",
                "de los 80 y ",
                "nada de Shakira ni ",
                "no quiero nada de ",
                "😢",
                "\n",
                "\u0301",
                "estoy triste, en español. ",
                "%year ",
                "# ",
                "y "
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void standsAHundredThousandCharactersOfAnything(String repeated) {
        TestArtists artists = new TestArtists();
        String message = repeated.repeat(LONG / repeated.length());

        Wished wished = READER.read("en inglés, " + message, artists);

        assertThat(wished.wishes().language()).isEqualTo("en");
        assertThat(wished.rest()).hasSizeLessThanOrEqualTo(EmotionExtractor.LONGEST_READ);
        assertThat(artists.questions()).isLessThanOrEqualTo(2 * KnownArtists.MOST_QUESTIONS);
        assertThat(READER.read(wished.rest(), artists).rest()).isSameAs(wished.rest());
    }

    @Test
    void tellsWhichLanguagesCanBeWished() {
        assertThat(READER.languages())
                .hasSize(21)
                .doesNotHaveDuplicates()
                .startsWith("es", "en", "fr", "pt")
                .allMatch(code -> READER.read(
                                "songs in " + Locale.of(code).getDisplayLanguage(Locale.ENGLISH), new TestArtists())
                        .wishes()
                        .equals(new Wishes(code, null, null, false, List.of())));
    }

    @Test
    void doesNotReadFurtherThanTheFeelingIsRead() {
        String message = "estoy triste. ".repeat(LONG / 14) + "en español";

        Wished wished = READER.read(message, new TestArtists());

        assertThat(wished.wishes()).isEqualTo(Wishes.NONE);
        assertThat(wished.rest()).isSameAs(message);
    }

    @Test
    void doesNotCutACharacterInTwo() {
        String message = "en inglés " + "😢".repeat(EmotionExtractor.LONGEST_READ);

        for (String shifted : List.of(message, " " + message)) {
            String rest = READER.read(shifted, new TestArtists()).rest();

            assertThat(rest.codePoints()).isNotEmpty().allMatch(c -> c == "😢".codePointAt(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "¿?", "\n\n", "😢", "\u0000", "\uD83D", "我很难过", "%year", "#decade", "'", "80", "𝟠𝟘",
                "٨٠"
            })
    void passesWhatSaysNothing(String message) {
        assertThat(READER.read(message, new TestArtists()).rest()).isSameAs(message);
    }

    @Test
    void standsAnyMixtureOfItsWords() {
        List<String> words = List.of(
                "en",
                "español",
                "de",
                "los",
                "80",
                "𝟠𝟘",
                "٨٠",
                "80s",
                "nada",
                "triste",
                "sin",
                "Shakira",
                "no",
                "que",
                "sean",
                "3",
                "canciones",
                "songs",
                "from",
                "the",
                "y",
                "pero",
                "but",
                ",",
                ".",
                "(",
                ")",
                "¿",
                "?",
                "!",
                "😢",
                ":(",
                "solo",
                "una",
                "dame",
                "I",
                "miss",
                "sad",
                "1990",
                "-",
                "/",
                "por",
                "favor",
                "menos",
                "\n",
                "R.E.M.",
                "'",
                "estoy",
                "quiero",
                "&",
                "antes",
                "just",
                "one");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

        for (int run = 0; run < 20_000; run++) {
            StringBuilder message = new StringBuilder();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                message.append(words.get(random.nextInt(words.size()))).append(random.nextInt(8) == 0 ? "" : " ");
            }

            Wished wished = READER.read(message.toString(), new TestArtists());

            assertThat(wished.rest()).hasSizeLessThanOrEqualTo(message.length() + 1);
            assertThat(READER.read(wished.rest(), new TestArtists()).rest())
                    .as(message.toString())
                    .isSameAs(wished.rest());
        }
    }
}
