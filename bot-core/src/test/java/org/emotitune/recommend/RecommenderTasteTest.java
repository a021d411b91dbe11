package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.recommend.TenSongs.HAPPY;
import static org.emotitune.recommend.TenSongs.JOYS;
import static org.emotitune.recommend.TenSongs.titles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.person.Votes;
import org.emotitune.song.SongId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody has had, likes and dislikes, and what others like, on the real database. */
class RecommenderTasteTest {
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
    void songsGivenLatelyStayAwayWhereOthersFit() {
        Taste taste = taste(List.of(), List.of("Joy", "Alegría"));

        Page page = songs().recommend(HAPPY, new Request(3, Order.SIMILARITY, Wishes.NONE, taste), Map.of());

        assertThat(again(page)).isFalse();
        assertThat(titles(page)).contains("New Joy").doesNotContain("Joy", "Alegría");
    }

    @Test
    void songsGivenLatelyTakeThePlacesThatNewOnesLeave() {
        Taste taste = taste(List.of(), List.of("Joy", "Alegría"));

        Page page = songs().recommend(HAPPY, new Request(5, Order.SIMILARITY, Wishes.NONE, taste), Map.of());

        assertThat(again(page)).isTrue();
        assertThat(titles(page)).containsExactlyInAnyOrderElementsOf(JOYS);
    }

    @Test
    void songsGivenLatelyComeAgainWhereNothingElseFits() {
        List<String> all = TenSongs.allBut();

        Page page = songs().recommend(HAPPY, Wishes.NONE, taste(List.of(), all));

        assertThat(again(page)).isTrue();
        assertThat(titles(page)).containsAll(JOYS);
    }

    @Test
    void songsGivenLatelyComeAgainWhereWhatIsLeftIsFarAway() {
        List<String> allButTwo = TenSongs.allBut("Storm", "Panic");

        Page page = songs().recommend(HAPPY, Wishes.NONE, taste(List.of(), allButTwo));

        assertThat(again(page)).isTrue();
        assertThat(titles(page)).containsAll(JOYS).doesNotContain("Storm", "Panic");
    }

    @Test
    void songsThatSomebodyDislikesNeverComeAgain() {
        Page page = songs().recommend(HAPPY, Wishes.NONE, taste(List.of("Joy"), TenSongs.allBut("Storm")));

        assertThat(again(page)).isTrue();
        assertThat(titles(page)).contains("New Joy").doesNotContain("Joy");
    }

    @Test
    void whereNothingIsCloseTheNearestAreNotThoseGivenLately() {
        Page page = songs().recommend(HAPPY, Wishes.NONE, taste(TenSongs.allBut("Storm", "Panic"), List.of("Storm")));

        assertThat(page).isInstanceOf(Page.NothingClose.class);
        assertThat(titles(page)).containsExactly("Panic");
    }

    @Test
    void ofSongsAsNearAsEachOtherTheOneThatPeopleLikeIsGiven() {
        for (String title : JOYS) {
            Map<SongId, Votes> votes = Map.of(songs().id(title), new Votes(3, 0));

            assertThat(titles(songs().recommend(HAPPY, one(Taste.UNKNOWN), votes)))
                    .containsExactly(title);
        }
    }

    @Test
    void aSongThatThePersonLikesIsGivenBeforeOneThatOthersLike() {
        Taste taste = new Taste(Set.of(), Set.of(), Set.of(songs().id("Joy")));
        Map<SongId, Votes> votes = Map.of(songs().id("New Joy"), new Votes(10, 0));

        assertThat(titles(songs().recommend(HAPPY, one(taste), votes))).containsExactly("Joy");
    }

    private static Taste taste(List<String> never, List<String> recent) {
        return new Taste(songs().ids(never), songs().ids(recent), Set.of());
    }

    private static Request one(Taste taste) {
        return new Request(1, Order.SIMILARITY, Wishes.NONE, taste);
    }

    private static boolean again(Page page) {
        return page instanceof Page.Matches(var songs, var again) && again;
    }
}
