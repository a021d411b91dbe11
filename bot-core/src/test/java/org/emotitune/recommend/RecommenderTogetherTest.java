package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.recommend.TenSongs.HAPPY;
import static org.emotitune.recommend.TenSongs.LOST;
import static org.emotitune.recommend.TenSongs.TEARFUL;
import static org.emotitune.recommend.TenSongs.titles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Profile;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Songs for several people, on the real database. */
class RecommenderTogetherTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Profile SAD = TestProfiles.feeling("sadness", "joy");
    private static final Profile FURIOUS = TestProfiles.feeling("rage", "anger");

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
    void onePersonAloneGetsTheUsualSongs() {
        assertThat(songs().together(List.of(HAPPY), Request.USUAL))
                .isInstanceOf(Page.Matches.class)
                .isEqualTo(songs().recommend(HAPPY, Request.USUAL, Map.of()));
    }

    @Test
    void peopleWhoAllFeelTheSameGetTheUsualSongs() {
        assertThat(songs().together(List.of(LOST, LOST, LOST), Request.USUAL))
                .isInstanceOf(Page.Matches.class)
                .isEqualTo(songs().together(List.of(LOST), Request.USUAL));
    }

    @Test
    void aSongThatFitsBothComesBeforeThoseThatFitOneBetter() {
        Page page = songs().together(List.of(HAPPY, SAD), nearestFirst(1));

        assertThat(titles(page)).containsExactly("Tears of Joy");
        assertThat(titles(songs().recommend(HAPPY, Wishes.NONE, Taste.UNKNOWN)))
                .isNotEmpty()
                .doesNotContain("Tears of Joy");
    }

    @Test
    void howManyFeelTheSameDoesNotOutvoteTheOneWhoDoesNot() {
        Page page = songs().together(List.of(HAPPY, HAPPY, HAPPY, HAPPY, HAPPY, SAD), nearestFirst(1));

        assertThat(titles(page)).containsExactly("Tears of Joy");
    }

    @Test
    void theSimilarityOfASongIsThatToThePersonWhomItFitsLeast() {
        Page page = songs().together(List.of(HAPPY, TEARFUL), nearestFirst(50));

        assertThat(page.songs()).extracting(Recommendation::similarity).doesNotContain(1.0);
        assertThat(page.songs())
                .isNotEmpty()
                .allSatisfy(song -> assertThat(song.similarity()).isLessThanOrEqualTo(1 - 1e-3));
    }

    @Test
    void whereEverySongMissesSomebodyThatIsSaid() {
        Page page = songs().together(List.of(HAPPY, FURIOUS), Request.USUAL);

        assertThat(page).isInstanceOf(Page.NothingClose.class);
        assertThat(page.songs()).hasSize(3);
    }

    @Test
    void theOrderOfPeopleChangesNothing() {
        assertThat(songs().together(List.of(SAD, HAPPY, LOST), Request.USUAL))
                .isEqualTo(songs().together(List.of(LOST, HAPPY, SAD), Request.USUAL));
    }

    @Test
    void wishesAreHeeded() {
        Wishes nothingSad = new Wishes(null, null, null, true, List.of());

        Page page = songs().together(List.of(HAPPY, SAD), request(nothingSad, Taste.UNKNOWN));

        assertThat(titles(page)).contains("Joy").doesNotContain("Tears of Joy", "Tears");
    }

    @Test
    void whatMustNotBeGivenIsNotGiven() {
        Taste never = new Taste(songs().ids(List.of("Tears of Joy")), Set.of(), Set.of());

        assertThat(titles(songs().together(List.of(HAPPY, SAD), request(Wishes.NONE, never))))
                .isNotEmpty()
                .doesNotContain("Tears of Joy");
    }

    private static Request nearestFirst(int limit) {
        return new Request(limit, Order.SIMILARITY, Wishes.NONE, Taste.UNKNOWN);
    }

    private static Request request(Wishes wishes, Taste taste) {
        return new Request(50, Order.SIMILARITY, wishes, taste);
    }
}
