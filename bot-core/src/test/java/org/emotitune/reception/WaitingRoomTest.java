package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.reception.WaitingRoom.Admission;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    /** Two messages each may wait behind one, four in all, two in work. */
    private static final FairUse FAIR_USE = new FairUse(6, Duration.ofMinutes(1), 2, 4, 2);

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final WaitingRoom room = new WaitingRoom(FAIR_USE, new Allowances(FAIR_USE, clock, 100));

    @Test
    void asManyAsMayBeInWorkBeginAtOnceAndTheOthersWait() {
        assertThat(room.admit(visit("ana"))).isInstanceOf(Admission.Begin.class);
        assertThat(room.admit(visit("eva"))).isInstanceOf(Admission.Begin.class);
        assertThat(room.admit(visit("leo"))).isInstanceOf(Admission.Wait.class);
    }

    @Test
    void aPersonsSecondMessageWaitsAlthoughThereIsRoomInWork() {
        room.admit(visit("ana"));

        assertThat(room.admit(visit("ana"))).isInstanceOf(Admission.Wait.class);
        assertThat(room.admit(visit("eva"))).isInstanceOf(Admission.Begin.class);
    }

    @Test
    void aPersonsLineHasItsLengthWhetherOrNotTheFirstIsInWork() {
        admit("ana", "eva");

        assertThat(admit("leo", "leo", "leo", "leo"))
                .hasExactlyElementsOfTypes(
                        Admission.Wait.class, Admission.Wait.class, Admission.Wait.class, Admission.LineFull.class);
        assertThat(admit("ana", "ana")).hasExactlyElementsOfTypes(Admission.Wait.class, Admission.Busy.class);
    }

    @Test
    void whoIsRefusedHasUsedUpNothing() {
        Visit first = visit("ana");
        room.admit(first);
        assertThat(admit("ana", "ana", "ana", "ana", "ana", "ana", "ana"))
                .endsWith(new Admission.LineFull(), new Admission.LineFull());

        finish(first, 3);

        assertThat(admit("ana", "ana", "ana"))
                .containsExactly(new Admission.Begin(), new Admission.Wait(), new Admission.Wait());
    }

    @Test
    void whoHasUsedUpTheAllowanceTakesNoPlace() {
        for (int i = 0; i < 6; i++) {
            Visit each = visit("ana");
            room.admit(each);
            finish(each, 1);
        }

        assertThat(room.admit(visit("ana"))).isEqualTo(new Admission.TooFast(Duration.ofSeconds(10)));
        assertThat(room.people()).isZero();
    }

    @Test
    void linesTakeTurns() {
        Visit ana = visit("ana");
        Visit eva = visit("eva");
        Visit ana2 = visit("ana");
        Visit ana3 = visit("ana");
        Visit leo = visit("leo");
        List.of(ana, eva, ana2, ana3, leo).forEach(room::admit);

        assertThat(room.done(ana)).contains(leo);
        assertThat(room.done(leo)).contains(ana2);
        assertThat(room.done(eva)).isEmpty();
        assertThat(room.done(ana2)).contains(ana3);
    }

    @Test
    void peopleWithoutIdentityStandInNobodysLine() {
        IncomingMessage message = Incoming.fromNobody("hola");
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            admissions.add(room.admit(new Visit(message, reply -> {})));
        }

        assertThat(admissions.subList(0, 2)).containsOnly(new Admission.Begin());
        assertThat(admissions.subList(2, 6)).containsOnly(new Admission.Wait());
        assertThat(admissions.getLast()).isEqualTo(new Admission.Busy());
        assertThat(room.people()).isZero();
    }

    @Test
    void nobodyIsRememberedWhoHasNothingInWorkOrWaiting() {
        Visit ana = visit("ana");
        room.admit(ana);
        admit("ana", "ana", "eva");
        assertThat(room.people()).isEqualTo(2);

        finish(ana, 3);

        assertThat(room.people()).isEqualTo(1);
    }

    @Test
    void closingSendsAwayWhoWaitsAndNobodyElse() {
        Visit ana = visit("ana");
        Visit ana2 = visit("ana");
        Visit eva = visit("eva");
        Visit leo = visit("leo");
        Visit leo2 = visit("leo");
        List.of(ana, ana2, eva, leo, leo2).forEach(room::admit);

        assertThat(room.close()).containsExactlyInAnyOrder(ana2, leo, leo2);
        assertThat(room.close()).isEmpty();
        assertThat(room.admit(visit("mia"))).isEqualTo(new Admission.Busy());
        assertThat(room.done(ana)).isEmpty();
        assertThat(room.done(eva)).isEmpty();
    }

    @Test
    void aVisitIsDoneOnce() {
        Visit ana = visit("ana");
        room.admit(ana);
        room.done(ana);

        assertThatNullPointerException().isThrownBy(() -> room.done(ana));
    }

    private List<Admission> admit(String... users) {
        List<Admission> admissions = new ArrayList<>();
        for (String user : users) {
            admissions.add(room.admit(visit(user)));
        }
        return admissions;
    }

    /** Ends the work on a visit, and on those that follow each other in its place. */
    private void finish(Visit first, int visits) {
        Visit visit = first;
        for (int i = 1; i < visits; i++) {
            visit = room.done(visit).orElseThrow();
        }
        room.done(visit);
    }

    private static Visit visit(String user) {
        return new Visit(Incoming.text(user, "hola"), reply -> {});
    }
}
