package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    private static final List<Artist> MANA = List.of(new Artist(1, "Maná"));
    private static final List<Artist> ADELE = List.of(new Artist(2, "Adele"));
    private static final Wishes ALL = new Wishes("es", Era.decade(1980), 3, true, MANA);
    private static final Wishes OTHERS = new Wishes("en", Era.decade(1990), 7, false, ADELE);

    @Test
    void whatIsWishedForCountsBeforeWhatOthersWish() {
        assertThat(ALL.orElse(OTHERS)).isEqualTo(ALL);
    }

    @Test
    void whereNothingIsWishedForTheOthersCount() {
        assertThat(Wishes.NONE.orElse(OTHERS)).isEqualTo(OTHERS);
        assertThat(ALL.orElse(Wishes.NONE)).isEqualTo(ALL);
    }

    @Test
    void eachWishIsTakenByItself() {
        Wishes spanish = new Wishes("es", null, null, false, List.of());
        Wishes three = new Wishes(null, null, 3, true, ADELE);

        assertThat(spanish.orElse(three)).isEqualTo(new Wishes("es", null, 3, true, ADELE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "ES", "spa", "e1", "es-MX", "ñu", " es"})
    void aLanguageIsACodeOfTwoSmallLetters(String language) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wishes(language, null, null, false, List.of()))
                .withMessageContaining(language);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Wishes.MOST_SONGS + 1, Integer.MAX_VALUE})
    void aPageOfNoneOrTooManyCannotBeWishedFor(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wishes(null, null, count, false, List.of()))
                .withMessageContaining(String.valueOf(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Wishes.MOST_SONGS})
    void aPageOfAFewCan(int count) {
        assertThatCode(() -> new Wishes("zz", null, count, false, List.of())).doesNotThrowAnyException();
    }

    @Test
    void noMoreArtistsThanTwoCanBeLeftOut() {
        List<Artist> three = List.of(new Artist(1, "a"), new Artist(2, "b"), new Artist(3, "c"));

        assertThatIllegalArgumentException().isThrownBy(() -> new Wishes(null, null, null, false, three));
    }

    @Test
    void wishesDoNotChangeWithTheListTheyWereMadeOf() {
        List<Artist> artists = new ArrayList<>(MANA);
        Wishes wishes = new Wishes(null, null, null, false, artists);

        artists.clear();

        assertThat(wishes.without()).isEqualTo(MANA);
    }
}
