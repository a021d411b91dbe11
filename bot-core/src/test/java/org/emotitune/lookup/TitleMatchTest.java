package org.emotitune.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleMatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Corazón Partío                    | corazon partio
            Corazón Partío - Remastered 2011  | Corazón Partío
            Corazón Partío - 2006 Remaster    | Corazón Partío (Remastered)
            Corazón Partío (Remasterizado)    | Corazón Partío
            Corazón Partío - Remasterizado 2009 | Corazón Partío [2006 Remastered Version]
            La Flaca - Versión Remasterizada  | La Flaca
            La Flaca (Versión Original)       | La Flaca
            La Flaca - Versión de Estudio     | La Flaca
            La Flaca (Versión Álbum)          | La Flaca - Album Version
            La Flaca - Edición Especial       | La Flaca
            Despacito (feat. Justin Bieber)   | Despacito
            Despacito [ft. Justin Bieber]     | Despacito (with Justin Bieber)
            Despacito feat. Justin Bieber     | Despacito
            Malamente (con Alguien)           | Malamente
            Hello - Radio Edit                | Hello
            Hello (Radio Edit) [2012 Remaster] | Hello - Single Version
            Hello (Explicit)                  | Hello (Clean)
            Hello - Mono                      | Hello - 2009 Stereo Mix
            Hello (Official Video)            | Hello [Official Audio]
            Hello (Video Oficial)             | Hello
            Hello - 12" Version               | Hello
            Hello - Original Mix              | Hello
            Hello - Bonus Track               | Hello
            Heart - From "The Film"           | Heart
            Corazón (De la Película "Sur")    | Corazón
            Corazón - Banda Sonora Original   | Corazón
            You & Me                          | You and Me
            Sol y Luna                        | Sol & Luna
            Don't Stop (Thinking)             | Dont Stop Thinking
            (I Can't Wait) Tonight            | I Can't Wait Tonight
            Stay - Just a Little              | Stay, Just a Little
            Live Forever                      | Live Forever - Remastered
            Song - Live                       | Song (Live)
            Song - Live at Wembley / 1986     | Song (Live)
            Song - En Vivo                    | Song (Live)
            Song - En Directo                 | Song (En Vivo)
            Song (Directo Las Ventas 2010)    | Song - Ao Vivo
            Song - Live - Remastered 2011     | Song - Live Version
            Song (Remix)                      | Song - Remix
            Song - DJ Nadie Remix             | Song (Remix)
            Song - Acústico                   | Song (Acoustic Version)
            Song (Versión Acústica)           | Song - Acoustic
            Song - MTV Unplugged              | Song (Live Acoustic)
            Song (Versión Instrumental)       | Song - Instrumental
            Song - Spanish Version            | Song (Versión en Español)
            Song - En Español                 | Song (Spanish Version)
            Song (English Version)            | Song - Versión en Inglés
            Song (Maqueta)                    | Song - Demo
            Song - Versión Sinfónica          | Song (Symphonic Version)
            Группа крови                      | группа крови - Remastered
            ÷                                 | ÷
            """)
    void titlesOfOneRecording(String wanted, String found) {
        assertThat(same(wanted, found)).isTrue();
        assertThat(same(found, wanted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Song                     | Song - Live
            Song                     | Song (En Vivo)
            Song                     | Song - En Directo en Madrid
            Song                     | Song (Remix)
            Song                     | Song - Nadie Edit
            Song                     | Song (Club Mix)
            Song                     | Song (Nadie Mix)
            Song                     | Song (Sped Up)
            Song                     | Song - Acústico
            Song                     | Song (Acoustic)
            Song                     | Song - Piano Version
            Song                     | Song (Instrumental)
            Song                     | Song (Karaoke Version)
            Song                     | Song (Originally Performed by Somebody)
            Song                     | Song - Pista Karaoke
            Song                     | Song (Cover)
            Song                     | Song - Cover de Nadie
            Song                     | Song (Tributo a Alguien)
            Song                     | Song - Demo
            Song                     | Song (Maqueta)
            Song                     | Song - Versión Sinfónica
            Song                     | Song (Spanish Version)
            Song                     | Song (Versión en Inglés)
            Song                     | Song (Somebody's Version)
            Song                     | Song - Part 2
            Song (Live)              | Song (Remix)
            Song (Acústico)          | Song (En Vivo)
            Song (feat. Nadie) [Remix] | Song (feat. Nadie)
            Song (feat. Nadie Remix) | Song (feat. Nadie)
            Hello                    | Hello Again
            Live and Let Die         | Let Die
            Live Forever             | Forever
            Stay                     | Stay - Just a Little
            Vivo por Ella            | Por Ella
            Mix                      | Remix
            ÷                        | ×
            """)
    void titlesOfOtherRecordings(String wanted, String found) {
        assertThat(same(wanted, found)).isFalse();
        assertThat(same(found, wanted)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            Maná, Shakira        | Shakira             | true
            Maná;Shakira         | mana                | true
            Maná,Shakira         | Shakira & Alguien   | true
            Simon & Garfunkel    | Simon and Garfunkel | true
            The Beatles          | Beatles             | true
            AC/DC                | ACDC                | true
            ROSALÍA              | Rosalia feat. Nadie | true
            -                    | Shakira             | true
            Shakira              | -                   | true
            Shakira              | ` `                 | true
            Maná                 | Maria               | false
            Shakira              | Karaoke All Stars   | false
            Blur                 | Blue                | false
            """)
    void oneArtistInCommonIsEnough(@Nullable String wanted, @Nullable String found, boolean same) {
        Recording recording = new Recording("Song", wanted, null, null, null);

        assertThat(TitleMatch.sameRecording(recording, "Song", found, null)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            200000, 200000, true
            200000, 210000, true
            200000, 190000, true
            200000, 210001, false
            200000, 189999, false
            200000,      -, true
                 -, 200000, true
            200000,      0, true
            200000, 2147483647, false
            2147483647, -2147483648, true
            """)
    void lengthsMayDifferByATwentieth(@Nullable Integer wanted, @Nullable Integer found, boolean same) {
        Recording recording = new Recording("Song", "Somebody", null, wanted, null);

        assertThat(TitleMatch.sameRecording(recording, "Song", "Somebody", found))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Corazón Partío - Remastered 2011       | Corazón Partío
            Song - Live at Wembley / 1986          | Song
            Song - En Vivo                         | Song
            Song (feat. Somebody) [Radio Edit]     | Song
            Song feat. Somebody                    | Song
            Te Boté (feat. Somebody) - Remix       | Te Boté - Remix
            Song (Acústico) - Remasterizado        | Song (Acústico)
            (I Can't Wait) Tonight - 2010 Remaster | (I Can't Wait) Tonight
            Stay - Just a Little                   | Stay - Just a Little
            (Live)                                 | (Live)
            Live Forever                           | Live Forever
            """)
    void servicesAreAskedForTheTitleWithoutItsEditions(String title, String asked) {
        assertThat(TitleMatch.searchTitle(title)).isEqualTo(asked);
    }

    @Test
    void aTitleOfAnyLengthIsNoTrouble() {
        for (String piece : new String[] {"(", "[a", " - ", "(live", "(Live) ", "mix ", "a feat. ", " "}) {
            String title = "a" + piece.repeat(20_000 / piece.length());

            assertThat(same(title, title)).isTrue();
            assertThat(TitleMatch.searchTitle(title)).isNotBlank();
        }
    }

    private static boolean same(String wanted, String found) {
        return TitleMatch.sameRecording(new Recording(wanted, "Somebody", null, null, null), found, "Somebody", null);
    }
}
