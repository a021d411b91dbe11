package org.emotitune.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongId;
import org.junit.jupiter.api.Test;

/** What every {@link PersonStore} remembers. */
public interface PersonStoreContract {
    PersonKey ANA = new PersonKey(new UUID(0, 1));
    PersonKey BEN = new PersonKey(new UUID(-1, -2));
    PersonKey EVA = new PersonKey(new UUID(3, 3));
    PlaceKey KITCHEN = new PlaceKey(new UUID(0, 1));
    PlaceKey GARDEN = new PlaceKey(new UUID(5, 5));
    Instant NOON = Instant.parse("2026-03-29T12:00:00.123456Z");
    Duration INSTANT = Duration.ofNanos(1_000);

    /** The store, in which nothing is kept of anybody when a test begins. */
    PersonStore store();

    /** Songs that the store knows: "Song 1" and so on by "The Testers", at least six, the same at each call. */
    List<SongId> songs();

    default SongId song(int number) {
        return songs().get(number - 1);
    }

    @Test
    default void nothingIsKnownOfSomebodyNew() {
        store().given(BEN, KITCHEN, List.of(song(1)), Language.SPANISH, NOON);

        assertThat(store().of(ANA, Instant.EPOCH)).isEqualTo(Acquaintance.NONE);
        assertThat(store().export(ANA)).isEqualTo(new Keepsakes(null, null, null, List.of(), List.of()));
    }

    @Test
    default void songsAreRecentThatWereGivenAtTheMomentOrLater() {
        store().given(ANA, KITCHEN, List.of(song(1)), null, NOON.minus(INSTANT));
        store().given(ANA, KITCHEN, List.of(song(2)), null, NOON);
        store().given(ANA, GARDEN, List.of(song(3), song(4)), null, NOON.plus(INSTANT));
        store().given(BEN, KITCHEN, List.of(song(5)), null, NOON);

        assertThat(store().of(ANA, NOON).recent()).containsExactlyInAnyOrder(song(2), song(3), song(4));
        assertThat(store().of(ANA, NOON.plus(INSTANT.multipliedBy(2))).recent()).isEmpty();
    }

    @Test
    default void aSongGivenAgainCountsFromNow() {
        store().given(ANA, KITCHEN, List.of(song(1), song(2)), null, NOON);

        store().given(ANA, KITCHEN, List.of(song(2), song(3)), null, NOON.plusSeconds(60));

        assertThat(store().of(ANA, NOON.plusSeconds(1)).recent()).containsExactlyInAnyOrder(song(2), song(3));
        assertThat(store().export(ANA).given()).hasSize(3);
    }

    @Test
    default void songsGivenInAPlaceAreThoseOfEverybodyThere() {
        store().given(ANA, KITCHEN, List.of(song(1)), null, NOON.minus(INSTANT));
        store().given(ANA, KITCHEN, List.of(song(2), song(3)), null, NOON);
        store().given(BEN, KITCHEN, List.of(song(3), song(4)), null, NOON.plusSeconds(1));
        store().given(BEN, GARDEN, List.of(song(5)), null, NOON);

        assertThat(store().givenIn(KITCHEN, NOON)).containsExactlyInAnyOrder(song(2), song(3), song(4));
        assertThat(store().givenIn(GARDEN, Instant.EPOCH)).containsExactly(song(5));
        assertThat(store().givenIn(new PlaceKey(new UUID(9, 9)), Instant.EPOCH)).isEmpty();
    }

    @Test
    default void anAnswerWithoutSongsNotesThatThePersonWasHere() {
        store().given(ANA, KITCHEN, List.of(), Language.SPANISH, NOON);

        assertThat(store().export(ANA)).isEqualTo(new Keepsakes(null, Language.SPANISH, NOON, List.of(), List.of()));
    }

    @Test
    default void songsThatAreGoneAreNotGiven() {
        store().given(ANA, KITCHEN, List.of(new SongId(Long.MAX_VALUE), song(1)), null, NOON);

        assertThat(store().of(ANA, NOON).recent()).containsExactly(song(1));
    }

    @Test
    default void theLastLanguageStaysUntilAMessageShowsAnother() {
        store().given(ANA, KITCHEN, List.of(song(1)), Language.SPANISH, NOON);
        store().given(ANA, KITCHEN, List.of(song(1)), null, NOON.plusSeconds(1));
        assertThat(store().of(ANA, NOON).lastLanguage()).isEqualTo(Language.SPANISH);

        store().given(ANA, KITCHEN, List.of(song(1)), Language.ENGLISH, NOON.plusSeconds(2));

        assertThat(store().of(ANA, NOON).lastLanguage()).isEqualTo(Language.ENGLISH);
        assertThat(store().of(ANA, NOON).chosenLanguage()).isNull();
    }

    @Test
    default void aChosenLanguageStaysUntilAnotherChoice() {
        store().choose(ANA, Language.ENGLISH, NOON);
        store().given(ANA, KITCHEN, List.of(song(1)), Language.SPANISH, NOON);
        assertThat(store().of(ANA, NOON).chosenLanguage()).isEqualTo(Language.ENGLISH);
        assertThat(store().of(ANA, NOON).lastLanguage()).isEqualTo(Language.SPANISH);

        store().choose(ANA, null, NOON);

        assertThat(store().of(ANA, NOON).chosenLanguage()).isNull();
        assertThat(store().of(ANA, NOON).lastLanguage()).isEqualTo(Language.SPANISH);
    }

    @Test
    default void aVoteReplacesTheOneBefore() {
        store().vote(ANA, song(1), Stance.UP, NOON);
        store().vote(ANA, song(2), Stance.UP, NOON);
        store().vote(ANA, song(3), Stance.DOWN, NOON);

        store().vote(ANA, song(1), Stance.DOWN, NOON.plusSeconds(1));

        Acquaintance ana = store().of(ANA, NOON);
        assertThat(ana.liked()).containsExactly(song(2));
        assertThat(ana.disliked()).containsExactlyInAnyOrder(song(1), song(3));
        assertThat(ana.recent()).isEmpty();
        assertThat(store().votes(List.of(song(1)))).containsOnlyKeys(song(1)).containsValue(new Votes(0, 1));
    }

    @Test
    default void aVoteIsTakenBack() {
        store().vote(ANA, song(1), Stance.UP, NOON);
        store().vote(ANA, song(2), Stance.UP, NOON);
        store().vote(BEN, song(1), Stance.UP, NOON);

        store().unvote(ANA, song(1), NOON.plusSeconds(5));
        store().unvote(ANA, song(3), NOON.plusSeconds(5));

        assertThat(store().of(ANA, NOON).liked()).containsExactly(song(2));
        assertThat(store().of(BEN, NOON).liked()).containsExactly(song(1));
        assertThat(store().export(ANA).lastHere()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    default void takingBackAVoteThatNobodyGaveKeepsNothing() {
        store().unvote(ANA, song(1), NOON);

        assertThat(store().export(ANA).lastHere()).isNull();
    }

    @Test
    default void aVoteForASongThatIsGoneDoesNothing() {
        store().vote(ANA, new SongId(Long.MAX_VALUE), Stance.UP, NOON);

        assertThat(store().of(ANA, NOON)).isEqualTo(Acquaintance.NONE);
        assertThat(store().export(ANA).lastHere()).isNull();
    }

    @Test
    default void votesOfAllPeopleAreCounted() {
        List.of(ANA, BEN, EVA).forEach(person -> store().vote(person, song(1), Stance.UP, NOON));
        store().vote(ANA, song(2), Stance.UP, NOON);
        store().vote(BEN, song(2), Stance.DOWN, NOON);
        store().vote(EVA, song(3), Stance.DOWN, NOON);

        assertThat(store().votes(Set.of(song(1), song(2), song(4))))
                .hasSize(2)
                .containsEntry(song(1), new Votes(3, 0))
                .containsEntry(song(2), new Votes(1, 1));
        assertThat(store().votes(Set.of())).isEmpty();
    }
}
