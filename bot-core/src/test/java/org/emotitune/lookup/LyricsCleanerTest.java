package org.emotitune.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyricsCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-genius-page",
                "02-one-line-of-a-file",
                "03-tickets",
                "04-lrc",
                "05-html",
                "06-credits",
                "07-russian",
                "08-catalan",
                "09-french",
                "10-notices",
                "11-sugerencias"
            })
    void aNoisyTextBecomesItsWords(String name) throws IOException {
        String words = file(name + ".clean.txt").strip();

        assertThat(LyricsCleaner.clean(file(name + ".noisy.txt"))).isEqualTo(words);
        assertThat(LyricsCleaner.clean(words)).isSameAs(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            historias por contarEmbed                       | historias por contar
            sing it12Embed                                  | sing it
            sing it 1.2KEmbed                               | sing it
            the endEmbedEmbed                               | the end
            the worldYou might also likeOh, oh              | the world/Oh, oh
            La, la, You might also like la                  | La, la, la
            la vozTambién te podría gustar[Coro]Ay          | la voz/Ay
            See Ann Lee LiveGet tickets as low as $17Oh     | Oh
            We see. See Ann Lee Live Get tickets as low as €1,250 Oh | We see. Oh
            Get tickets as low as the ground                | Get tickets as low as the ground
            3 ContributorsMy Title Lyrics[Intro]Oh          | Oh
            My Title Lyrics[Intro]Oh                        | Oh
            12 Contributors Oh                              | Oh
            Hello[Coro]Adiós                                | Hello/Adiós
            Sing [x4] it                                    | Sing it
            Sing (x2)                                       | Sing
            Sing (2 veces)                                  | Sing
            Sing (x-ray)                                    | Sing (x-ray)
            ma[ñ]ana                                        | ma/ana
            an open [bracket                                | an open [bracket
            a smile :]                                      | a smile :]
            Rock &amp;amp;amp; roll                         | Rock & roll
            R&B; I <3 it                                    | R&B; I <3 it
            Tom&Ana, me&not you                             | Tom&Ana, me&not you
            <b>loud</b> and <blink>                         | loud and <blink>
            """)
    void noiseInALineGoes(String noisy, String words) {
        assertThat(LyricsCleaner.clean(noisy)).isEqualTo(words.replace('/', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            P\u0435rdiendo \u0435l tiempo    | Perdiendo el tiempo
            \u0443 \u0430 la noche           | y a la noche
            la \u0441a\u0441a y la \u0430  | la caca y la a
            \u0421\u0410S\u0410 BL\u0410NC\u0410 | CASA BLANCA
            Estr\u0435\u0301s                | Estrés
            la ухо sola                      | la ухо sola
            \u0430 \u0443 \u043E             | \u0430 \u0443 \u043E
            все а baby                       | все а baby
            сексy baby                       | сексy baby
            лovе и lovе, а о                 | лovе и love, а о
            """)
    void aWordIsLatinOrCyrillicAsAWhole(String noisy, String words) {
        assertThat(LyricsCleaner.clean(noisy)).isEqualTo(words);
    }

    @Test
    void whatTwoLanguagesShareIsLeftAloneWhereBothAreSung() {
        String song = "Сердце, о сердце\nTell me, о my heart\nа у асе ухо";

        assertThat(LyricsCleaner.clean(song)).isSameAs(song);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\r\n\t\u00A0\u200B",
                "[Instrumental]",
                "[ti:Title]\n[00:00.00]\n[00:10.00] ♪",
                "Embed",
                "3 ContributorsTitle Lyrics",
                "Writer(s): Ana",
                "<br><br>&nbsp;"
            })
    void noiseAloneLeavesNothing(String noise) {
        assertThat(LyricsCleaner.clean(noise)).isEmpty();
    }

    @Test
    void emojiAndJoinersOfOtherScriptsStay() {
        String song = "می\u200Cخواهم 👩\u200D🚀 ❤\uFE0F\nक\u094D\u200Dष";

        assertThat(LyricsCleaner.clean(song)).isSameAs(song);
    }

    @Test
    void halfACharacterCannotBeKeptAndGoes() {
        assertThat(LyricsCleaner.clean("one\uD83D two\uDE00 \u0000three")).isEqualTo("one two three");
    }

    @Test
    void wordsThatAreTakenForNoise() {
        assertThat(LyricsCleaner.clean("You might also like the rain")).isEqualTo("the rain");
        assertThat(LyricsCleaner.clean("Oh\nMúsica de Ana")).isEqualTo("Oh");
    }

    private static String file(String name) throws IOException {
        try (InputStream file = LyricsCleanerTest.class.getResourceAsStream("noisy/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        }
    }
}
