package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.conversation.WishTexts.Part;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WishTextsTest {
    private static final Wishes ALL = new Wishes(
            "es", Era.decade(1980), 3, true, List.of(new Artist(1, "Shakira"), new Artist(1, "Guns N' Roses")));

    private static List<String> texts(Wishes wishes, Language language) {
        return WishTexts.parts(wishes, language).stream().map(Part::text).toList();
    }

    @Test
    void saysWishesInBothLanguages() {
        assertThat(texts(ALL, Language.SPANISH))
                .containsExactly(
                        "solo en español", "años 80", "nada triste", "sin Shakira", "sin Guns N' Roses", "3 canciones");
        assertThat(texts(ALL, Language.ENGLISH))
                .containsExactly(
                        "only in Spanish", "1980s", "nothing sad", "no Shakira", "no Guns N' Roses", "3 songs");
    }

    @ParameterizedTest
    @CsvSource({
        "1980,1989,años 80,1980s",
        "1920,1929,años 1920,1920s",
        "2000,2009,años 2000,2000s",
        "1985,1985,de 1985,from 1985",
        "1900,1979,hasta 1979,up to 1979",
        "2015,2100,desde 2015,since 2015",
        "1990,1995,de 1990 a 1995,1990 to 1995",
        "1980,1999,de 1980 a 1999,1980 to 1999"
    })
    void saysEveryEra(int from, int to, String spanish, String english) {
        Wishes wishes = new Wishes(null, new Era(from, to), null, false, List.of());

        assertThat(texts(wishes, Language.SPANISH)).containsExactly(spanish);
        assertThat(texts(wishes, Language.ENGLISH)).containsExactly(english);
    }

    @ParameterizedTest
    @CsvSource({"en,inglés,English", "ca,catalán,Catalan", "gl,gallego,Galician", "eu,euskera,Basque", "xx,xx,xx"})
    void namesLanguages(String code, String spanish, String english) {
        Wishes wishes = new Wishes(code, null, null, false, List.of());

        assertThat(texts(wishes, Language.SPANISH)).containsExactly("solo en " + spanish);
        assertThat(texts(wishes, Language.ENGLISH)).containsExactly("only in " + english);
    }

    @Test
    void countsOneSong() {
        Wishes one = new Wishes(null, null, 1, false, List.of());

        assertThat(texts(one, Language.SPANISH)).containsExactly("1 canción");
        assertThat(texts(one, Language.ENGLISH)).containsExactly("1 song");
    }

    @ParameterizedTest
    @EnumSource
    void removingAPartLeavesTheOthers(Language language) {
        List<Part> parts = WishTexts.parts(ALL, language);

        assertThat(parts)
                .hasSize(6)
                .allSatisfy(part -> assertThat(texts(part.without(), language))
                        .hasSize(parts.size() - 1)
                        .doesNotContain(part.text()));
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNoWishThereIsNothingToSay(Language language) {
        assertThat(WishTexts.parts(Wishes.NONE, language)).isEmpty();
    }
}
