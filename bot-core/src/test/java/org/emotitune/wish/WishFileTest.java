package org.emotitune.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.StringReader;
import org.emotitune.emotion.BrokenResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishFileTest {
    private static final String WHOLE = """
            == language ==
            en xx => language
            == era ==
            años xx => decades
            == count ==
            dame xx => count 3
            == nothing-sad ==
            ! nada xx
            == artist ==
            ? sin => perhaps-not-by
            """;

    private static WishFile read(String content) {
        return WishFile.read("wishes-xx.txt", new BufferedReader(new StringReader(content)), new WishWords());
    }

    @Test
    void readsAWholeFile() {
        WishFile file = read(WHOLE);

        assertThat(WishFile.FAMILIES)
                .isNotEmpty()
                .allSatisfy(family -> assertThat(file.rules(family)).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en xx => tongue|'tongue' is no wish",
                "en xx|'pattern => wish' or '! pattern' is expected",
                "! en xx => language|'pattern => wish' or '! pattern' is expected",
                "en (xx => language|cannot read '(xx'",
                "en <xx> => language|no class <xx>",
                "en xx => roughly 1900|a number is missing after 'roughly'",
                "en xx => roughly 1900 1800|no span of years",
                "en xx => count many|many",
                "== food ==|'food' is none of",
                "noise: xx|'noise' is none of",
                "@xx|'= word word' is expected",
                "decade old = xx|old"
            })
    void namesTheLineThatIsBroken(String line, String problem) {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> read(WHOLE + line))
                .withMessageStartingWith("wishes-xx.txt, line 11: ")
                .withMessageContaining(problem);
    }

    @Test
    void aWishBelongsToAFamily() {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> read("en xx => language\n" + WHOLE))
                .withMessageContaining("line 1: a wish stands before '== family =='");
    }

    @Test
    void noFamilyMayBeMissing() {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> read(WHOLE.substring(0, WHOLE.indexOf("== artist"))))
                .withMessageContaining("wishes-xx.txt lacks one of");
    }
}
