package org.emotitune.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Adele                       | Adele
            Gente de Zona               | Gente de Zona
            Jarabe de Palo              | Jarabe de Palo
            AC/DC                       | AC/DC
            Kase.O                      | Kase.O
            Simon & Garfunkel           | Simon & Garfunkel; Simon; Garfunkel
            Alaska y Dinarama           | Alaska y Dinarama; Alaska; Dinarama
            R.K.M & Ken-Y               | R.K.M & Ken-Y; R.K.M; Ken-Y
            Maná, Shakira               | Maná, Shakira; Maná; Shakira
            Earth, Wind & Fire          | Earth, Wind & Fire; Earth; Wind & Fire; Wind; Fire
            Pablo Alborán, Jesse & Joy  | Pablo Alborán, Jesse & Joy; Pablo Alborán; Jesse & Joy; Jesse; Joy
            Daddy Yankee & Zion y Lennox | Daddy Yankee & Zion y Lennox; Daddy Yankee; Zion y Lennox; Zion; Lennox
            Natti Natasha feat. Ozuna   | Natti Natasha feat. Ozuna; Natti Natasha; Ozuna
            Becky G FT Bad Bunny        | Becky G FT Bad Bunny; Becky G; Bad Bunny
            Tyler, The Creator          | Tyler, The Creator; Tyler; The Creator
            Ana / Ana                   | Ana / Ana; Ana
            """)
    void theWholeLineComesFirstThenWhateverCouldBeAName(String line, String names) {
        assertThat(ArtistLine.names(line)).containsExactly(names.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Adele                       | Adele
            Maná, Shakira               | Maná
            Daddy Yankee & Zion y Lennox | Daddy Yankee
            """)
    void theFirstOfSeveralArtistsIsTold(String line, String first) {
        assertThat(ArtistLine.first(line)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Withers", "Andy", "Yandel", "Xuxa", "Conchita", "Feather", "Anderson .Paak", "Con", "The xx"})
    void wordsThatOnlyBeginLikeALinkPartNothing(String name) {
        assertThat(ArtistLine.names(name)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  Adele ", ", Adele", "Adele, , Adele", "\tAdele  &  Adele\n"})
    void noNameIsBlankOrHasSpaceAround(String line) {
        assertThat(ArtistLine.names(line))
                .contains("Adele")
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(name -> !name.isBlank() && name.equals(name.strip()));
    }

    @Test
    void everyArtistLineOfTheStarterCatalogHasNamesThatCanBeAskedFor() {
        List<String> lines = StarterCatalog.load(VocabularyFiles.load()).stream()
                .map(entry -> TestSongs.artist(entry.song()))
                .distinct()
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(300)
                .allSatisfy(line -> assertThat(ArtistLine.names(line))
                        .startsWith(line)
                        .doesNotHaveDuplicates()
                        .allMatch(name -> !MatchKey.ofName(name).isBlank()));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLineOfAnyLengthIsTakenApart() {
        assertThat(ArtistLine.names("A, B & C y D, ".repeat(20_000)))
                .hasSizeBetween(4, 20)
                .contains("A", "D");
        assertThat(ArtistLine.names(" ".repeat(20_000) + "A")).containsExactly("A");
        assertThat(ArtistLine.names("A" + " ".repeat(20_000) + "B")).hasSize(1);
    }
}
