package org.emotitune.song;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Corazón Partío  | corazon partio (Remastered 2006)
            Corazón Partío  | CORAZÓN PARTÍO [Remaster]
            Corazón Partío  | Corazón Partío - 2006 Remaster
            Corazón Partío  | Corazón Partío - Remastered 2011
            Corazón Partío  | Corazón Partío - En vivo
            Corazón Partío  | Corazón Partío (2011 Remaster)
            Corazón Partío  | ¡Corazón, Partío!
            Despacito       | Despacito (feat. Justin Bieber)
            Despacito       | Despacito (with Justin Bieber)
            Despacito       | Despacito - Radio Edit
            """)
    void spellingsAndEditionsOfASongHaveOneKey(String one, String other) {
        assertThat(MatchKey.of(other, "Some One")).isEqualTo(MatchKey.of(one, "some  öne"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Live and Let Die  | Let Die
            Hello             | Hello Again
            Te Boté           | Te Boté (Remix)
            Live Forever      | Forever
            Stay              | Stay - Just a Little
            """)
    void otherSongsHaveOtherKeys(String one, String other) {
        assertThat(MatchKey.of(other, "Artist")).isNotEqualTo(MatchKey.of(one, "Artist"));
    }

    @Test
    void theSameTitleByAnotherArtistIsAnotherSong() {
        assertThat(MatchKey.of("Hello", "Adele")).isNotEqualTo(MatchKey.of("Hello", "Lionel Richie"));
    }

    @Test
    void titleAndArtistDoNotRunIntoEachOther() {
        assertThat(MatchKey.of("Hello Adele", "Richie")).isNotEqualTo(MatchKey.of("Hello", "Adele Richie"));
    }

    @ParameterizedTest
    @CsvSource({"夜に駆ける, YOASOBI", "Группа крови, Кино", "22, Taylor Swift"})
    void titlesInAnyScriptKeepTheirLetters(String title, String artist) {
        assertThat(MatchKey.of(title, artist)).doesNotStartWith("|").doesNotEndWith("|");
    }

    @Test
    void titlesOfSymbolsAloneAreToldApart() {
        assertThat(MatchKey.of("÷", "Ed Sheeran")).isNotEqualTo(MatchKey.of("×", "Ed Sheeran"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AC/DC          | acdc
            AC/DC          | Ac Dc
            R.K.M          | RKM
            Ken-Y          | ken y
            Beyoncé        | BEYONCE
            Maná           | mana
            ROSALÍA        | rosalia
            Destiny's Child | destinys child
            Destiny's Child | Destiny’s Child
            a-ha           | A-HA!
            """)
    void anArtistIsKnownByTheNameAsPeopleWriteIt(String name, String written) {
        assertThat(MatchKey.ofName(written)).isEqualTo(MatchKey.ofName(name));
    }

    @ParameterizedTest
    @CsvSource({"Simon, Simone", "Maná, Maria", "!!!, ???", "Blur, Blue", "U2, UB40"})
    void otherArtistsHaveOtherKeys(String one, String other) {
        assertThat(MatchKey.ofName(one)).isNotEqualTo(MatchKey.ofName(other));
    }
}
