package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply.Apology;
import org.emotitune.conversation.Reply.Reason;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.testing.LogLines;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceptionLimitsTest {
    /** Two in work, three waiting, of one person one. */
    private static final FairUse SMALL = new FairUse(4, Duration.ofMinutes(1), 1, 3, 2);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final HeldAnswers held = new HeldAnswers();
    private final Inbox inbox = new Inbox();

    @Test
    void theTwentyFirstMessageInARowIsToldWhenToComeBackAndThenLetIn() {
        Reception reception = reception(FairUse.DEFAULT);
        held.allowAll();
        for (int i = 0; i < 20; i++) {
            reception.receive(Incoming.text("ana", "message " + i), inbox);
            assertThat(inbox.nextEcho()).isEqualTo("message " + i);
        }

        reception.receive(Incoming.text("ana", "one too many"), inbox);
        Apology apology = inbox.nextApology();
        assertThat(apology.reason()).isEqualTo(Reason.TOO_FAST);
        assertThat(apology.text()).contains("en unos 15 segundos");

        clock.advance(Duration.ofSeconds(15));
        reception.receive(Incoming.text("ana", "back again"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("back again");
    }

    @Test
    void aPersonsLineHoldsOneInWorkAndThoseThatMayWait() {
        Reception reception = reception(FairUse.DEFAULT);
        for (String text : List.of("in work", "one", "two", "three")) {
            reception.receive(Incoming.text("ana", text), inbox);
        }
        assertThat(held.nextBegun()).isEqualTo("in work");

        reception.receive(Incoming.text("ana", "four"), inbox);
        Apology apology = inbox.nextApology();
        assertThat(apology.reason()).isEqualTo(Reason.TOO_FAST);
        assertThat(apology.text()).isEqualTo(Texts.in(Language.SPANISH, "apology.too-fast.waiting"));

        held.allowAll();
        assertThat(echoes(4)).containsExactly("in work", "one", "two", "three");
    }

    @Test
    void inAllAsManyWaitAsMayAndTheNextOneIsToldThatTheBotIsBusy() {
        Reception reception = reception(SMALL);
        for (String user : List.of("a", "b", "c", "d", "e")) {
            reception.receive(Incoming.text(user, user), inbox);
        }
        assertThat(List.of(held.nextBegun(), held.nextBegun())).containsExactlyInAnyOrder("a", "b");

        reception.receive(Incoming.text("f", "f"), inbox);
        assertThat(inbox.nextApology().reason()).isEqualTo(Reason.BUSY);
        assertThat(held.nothingElseHasBegun()).isTrue();

        held.allowAll();
        assertThat(echoes(5)).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        reception.receive(Incoming.text("f", "again"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("again");
    }

    @Test
    void peopleWithoutIdentityAreLimitedOnlyAllTogether() {
        Reception reception = reception(SMALL);
        for (int i = 0; i < 6; i++) {
            reception.receive(Incoming.fromNobody("hola"), inbox);
        }

        assertThat(inbox.nextApology().reason()).isEqualTo(Reason.BUSY);
        held.allowAll();
        assertThat(echoes(5)).containsOnly("hola");
        for (int i = 0; i < 100; i++) {
            reception.receive(Incoming.fromNobody("again"), inbox);
            assertThat(inbox.nextEcho()).isEqualTo("again");
        }
    }

    @Test
    void somebodyInDangerIsAnsweredWhenEverythingIsFullAndHangs() {
        Reception reception = reception(SMALL);
        Inbox danger = new Inbox();
        for (String user : List.of("a", "b", "c", "d", "e")) {
            reception.receive(Incoming.text(user, user), inbox);
        }

        for (int i = 0; i < 100; i++) {
            reception.receive(Incoming.text("a", "danger " + i), danger);
            assertThat(danger.nextEcho()).isEqualTo("danger " + i);
        }

        assertThat(inbox.isEmpty()).isTrue();
        held.allowAll();
        assertThat(echoes(5)).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        reception.receive(Incoming.text("a", "costs nothing"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("costs nothing");
    }

    @Test
    void aMessageThatCannotBeJudgedIsTreatedAsUrgent() {
        try (LogLines log = LogLines.of(Reception.class)) {
            Reception reception = new Reception(
                    HeldAnswers::echo,
                    message -> {
                        throw new IllegalStateException(Incoming.words(message));
                    },
                    message -> Language.SPANISH,
                    SMALL,
                    clock);

            for (int i = 0; i < 50; i++) {
                reception.receive(Incoming.text("ana", "quackenbush"), inbox);
            }

            assertThat(echoes(50)).containsOnly("quackenbush");
            assertThat(log.all()).hasSize(50).noneMatch(line -> line.contains("quackenbush"));
        }
    }

    private Reception reception(FairUse fairUse) {
        return new Reception(
                message -> isDanger(message) ? HeldAnswers.echo(message) : held.apply(message),
                ReceptionLimitsTest::isDanger,
                message -> Language.SPANISH,
                fairUse,
                clock);
    }

    private static boolean isDanger(IncomingMessage message) {
        return Incoming.words(message).startsWith("danger");
    }

    private List<String> echoes(int count) {
        List<String> echoes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            echoes.add(inbox.nextEcho());
        }
        return echoes;
    }
}
