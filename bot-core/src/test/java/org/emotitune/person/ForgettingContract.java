package org.emotitune.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;

/** How every {@link PersonStore} shows what it keeps, and forgets it. */
public interface ForgettingContract extends PersonStoreContract {

    @Test
    default void allThatIsKeptIsExportedNewestFirst() {
        store().choose(ANA, Language.SPANISH, NOON);
        store().given(ANA, KITCHEN, List.of(song(1)), Language.ENGLISH, NOON);
        store().given(ANA, KITCHEN, List.of(song(2)), null, NOON.plusSeconds(2));
        store().given(ANA, GARDEN, List.of(song(3)), null, NOON.plusSeconds(1));
        store().vote(ANA, song(1), Stance.UP, NOON.plusSeconds(3));
        store().vote(ANA, song(4), Stance.DOWN, NOON.plusSeconds(4));
        store().vote(BEN, song(5), Stance.DOWN, NOON);

        assertThat(store().export(ANA))
                .isEqualTo(new Keepsakes(
                        Language.SPANISH,
                        Language.ENGLISH,
                        NOON.plusSeconds(4),
                        List.of(
                                new Keepsakes.Given("Song 2", "The Testers", KITCHEN, NOON.plusSeconds(2)),
                                new Keepsakes.Given("Song 3", "The Testers", GARDEN, NOON.plusSeconds(1)),
                                new Keepsakes.Given("Song 1", "The Testers", KITCHEN, NOON)),
                        List.of(
                                new Keepsakes.Vote("Song 4", "The Testers", Stance.DOWN, NOON.plusSeconds(4)),
                                new Keepsakes.Vote("Song 1", "The Testers", Stance.UP, NOON.plusSeconds(3)))));
    }

    @Test
    default void lateNewsDoNotMakeAPersonLongerGone() {
        store().choose(ANA, null, NOON);

        store().given(ANA, KITCHEN, List.of(), null, NOON.minusSeconds(1));
        store().vote(ANA, song(1), Stance.UP, NOON.minusSeconds(2));
        store().unvote(ANA, song(1), NOON.minusSeconds(3));
        store().choose(ANA, null, NOON.minusSeconds(4));

        assertThat(store().export(ANA).lastHere()).isEqualTo(NOON);
    }

    @Test
    default void aForgottenPersonIsLikeSomebodyNew() {
        keepAllSortsOf(ANA, NOON);
        keepAllSortsOf(BEN, NOON);

        assertThat(store().forget(ANA)).isTrue();

        assertThat(store().of(ANA, Instant.EPOCH)).isEqualTo(Acquaintance.NONE);
        assertThat(store().export(ANA).lastHere()).isNull();
        assertThat(store().votes(songs())).containsOnlyKeys(song(2)).containsValue(new Votes(1, 0));
        assertThat(store().of(BEN, NOON).recent()).containsExactly(song(1));
        assertThat(store().forget(ANA)).isFalse();
    }

    @Test
    default void peopleAreForgottenWhoWereNotHereSinceAMoment() {
        keepAllSortsOf(ANA, NOON.minus(INSTANT));
        keepAllSortsOf(BEN, NOON);
        keepAllSortsOf(EVA, NOON.minusSeconds(60));

        assertThat(store().forgetBefore(NOON)).isEqualTo(2);

        assertThat(store().export(ANA).lastHere()).isNull();
        assertThat(store().export(EVA).lastHere()).isNull();
        assertThat(store().givenIn(KITCHEN, Instant.EPOCH)).containsExactly(song(1));
        assertThat(store().votes(songs())).containsOnlyKeys(song(2)).containsValue(new Votes(1, 0));
        assertThat(store().of(BEN, NOON).recent()).containsExactly(song(1));
        assertThat(store().forgetBefore(NOON)).isZero();
    }

    @Test
    default void oldSongsOfPeopleWhoAreStillHereAreForgottenAndTheirVotesAreNot() {
        store().given(ANA, KITCHEN, List.of(song(1)), Language.SPANISH, NOON.minus(INSTANT));
        store().vote(ANA, song(1), Stance.UP, NOON.minusSeconds(60));
        store().given(ANA, KITCHEN, List.of(song(2)), null, NOON);

        assertThat(store().forgetBefore(NOON)).isZero();

        Acquaintance ana = store().of(ANA, Instant.EPOCH);
        assertThat(ana.recent()).containsExactly(song(2));
        assertThat(ana.liked()).containsExactly(song(1));
        assertThat(ana.lastLanguage()).isEqualTo(Language.SPANISH);
    }

    private void keepAllSortsOf(PersonKey person, Instant when) {
        store().given(person, KITCHEN, List.of(song(1)), Language.SPANISH, when);
        store().vote(person, song(2), Stance.UP, when);
        store().choose(person, Language.ENGLISH, when);
    }
}
