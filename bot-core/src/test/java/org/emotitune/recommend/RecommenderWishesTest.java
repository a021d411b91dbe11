package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.recommend.TenSongs.HAPPY;
import static org.emotitune.recommend.TenSongs.JOYS;
import static org.emotitune.recommend.TenSongs.LOST;
import static org.emotitune.recommend.TenSongs.TEARFUL;
import static org.emotitune.recommend.TenSongs.titles;

import java.util.List;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Wishes, on the real database. */
class RecommenderWishesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static List<TenSongs> opened = List.of();

    @BeforeAll
    static void open() {
        opened = List.of(new TenSongs(database));
    }

    @AfterAll
    static void close() {
        opened.forEach(TenSongs::close);
    }

    private static TenSongs songs() {
        return opened.getFirst();
    }

    @Test
    void onlySongsOfTheLanguageWishedForAreGiven() {
        assertThat(titles(songs().recommend(HAPPY, wishes("es", null, false), Taste.UNKNOWN)))
                .containsExactlyInAnyOrder("Alegría", "Alegría Nueva");
    }

    @Test
    void onlySongsOfTheYearsWishedForAreGivenBothEndsIncluded() {
        assertThat(titles(songs().recommend(HAPPY, wishes(null, new Era(1985, 1989), true), Taste.UNKNOWN)))
                .containsExactlyInAnyOrder("Alegría", "Joy");
    }

    @Test
    void aWishThatNoSongFulfilsFindsNone() {
        assertThat(songs().recommend(HAPPY, wishes("ca", null, false), Taste.UNKNOWN))
                .isEqualTo(new Page.NothingClose(List.of()));
        assertThat(songs().recommend(HAPPY, wishes(null, new Era(1900, 1901), false), had(JOYS)))
                .isEqualTo(new Page.NothingClose(List.of()));
    }

    @Test
    void nothingSadIsGivenToWhoWantsNothingSad() {
        assertThat(titles(songs().recommend(TEARFUL, Wishes.NONE, Taste.UNKNOWN)))
                .first()
                .isEqualTo("Tears of Joy");
        assertThat(titles(songs().recommend(TEARFUL, wishes(null, null, true), Taste.UNKNOWN)))
                .containsExactlyInAnyOrderElementsOf(JOYS);
    }

    @Test
    void whoIsSadAndWantsNothingSadIsGivenTheRestOfTheFeeling() {
        assertThat(titles(songs().recommend(LOST, Wishes.NONE, Taste.UNKNOWN))).contains("Tears");
        assertThat(titles(songs().recommend(LOST, wishes(null, null, true), Taste.UNKNOWN)))
                .first()
                .isEqualTo("Comfort");
    }

    @Test
    void artistsThatAreNotWantedStayAwayWithAllTheySingIn() {
        Artist mana = songs().artist("maná");
        Wishes wishes = new Wishes(null, null, null, false, List.of(mana));

        assertThat(titles(songs().recommend(HAPPY, wishes, Taste.UNKNOWN)))
                .contains("Joy", "New Joy", "Unknown Joy")
                .doesNotContain("Alegría", "Alegría Nueva");
    }

    @Test
    void artistsThatAreNotWantedDoNotComeAgainEither() {
        Artist adele = songs().artist("adele");
        Wishes wishes = new Wishes("en", null, null, false, List.of(adele));

        Page page = songs().recommend(HAPPY, wishes, had(TenSongs.allBut()));

        assertThat(titles(page)).isNotEmpty().allMatch(title -> title.equals("Storm") || title.equals("Panic"));
    }

    private static Wishes wishes(@Nullable String language, @Nullable Era era, boolean nothingSad) {
        return new Wishes(language, era, null, nothingSad, List.of());
    }

    private static Taste had(List<String> recent) {
        return new Taste(Set.of(), songs().ids(recent), Set.of());
    }
}
