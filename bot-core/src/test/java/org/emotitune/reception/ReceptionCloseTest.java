package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Reason;
import org.emotitune.emotion.Language;
import org.emotitune.testing.LogLines;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceptionCloseTest {
    private static final FairUse ONE_AT_A_TIME = new FairUse(20, Duration.ofMinutes(5), 3, 10, 1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HeldAnswers held = new HeldAnswers();
    private final Inbox inbox = new Inbox();
    private final Inbox waiting = new Inbox();

    @Test
    void whoWaitsIsSentAwayAtOnceAndWhatIsInWorkIsFinished() {
        Reception reception = reception(held);
        reception.receive(Incoming.text("ana", "in work"), inbox);
        reception.receive(Incoming.text("ana", "next"), waiting);
        reception.receive(Incoming.text("eva", "hers"), waiting);
        assertThat(held.nextBegun()).isEqualTo("in work");

        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> reception.close(LONG));
        assertThat(waiting.nextApology().reason()).isEqualTo(Reason.BUSY);
        assertThat(waiting.nextApology().reason()).isEqualTo(Reason.BUSY);
        assertThat(inbox.isEmpty()).isTrue();
        held.allowAll();
        closing.join();

        assertThat(inbox.isEmpty()).isFalse();
        assertThat(inbox.nextEcho()).isEqualTo("in work");
        assertThat(held.nothingElseHasBegun()).isTrue();
    }

    @Test
    void theApologiesHaveBeenDeliveredWhenTheDoorIsClosed() {
        Reception reception = reception(held);
        reception.receive(Incoming.text("ana", "in work"), inbox);
        reception.receive(Incoming.text("eva", "hers"), waiting);
        assertThat(held.nextBegun()).isEqualTo("in work");

        try (LogLines log = LogLines.of(Reception.class)) {
            reception.close(Duration.ZERO);

            assertThat(inbox.isEmpty()).isFalse();
            assertThat(waiting.isEmpty()).isFalse();
            reception.close(LONG);
            assertThat(log.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("java.lang.InterruptedException"));
        }
        assertThat(inbox.nextApology().reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(waiting.nextApology().reason()).isEqualTo(Reason.BUSY);
    }

    @Test
    void anAnswerThatComesAfterItWasGivenUpIsNotASecondReply() {
        CountDownLatch begun = new CountDownLatch(1);
        Reception reception = reception(message -> {
            begun.countDown();
            awaitInterrupt();
            return HeldAnswers.echo(message);
        });
        reception.receive(Incoming.text("ana", "in work"), inbox);
        await(begun);

        reception.close(Duration.ZERO);
        reception.close(LONG); // nobody is at work any more

        assertThat(inbox.nextApology().reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void aReplyOnItsWayIsNotInterrupted() {
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch mayDeliver = new CountDownLatch(1);
        Reception reception = reception(HeldAnswers::echo);
        reception.receive(Incoming.text("ana", "in work"), reply -> {
            delivering.countDown();
            await(mayDeliver);
            inbox.accept(reply);
        });
        await(delivering);

        reception.close(Duration.ZERO);
        mayDeliver.countDown();
        reception.close(LONG);

        assertThat(inbox.nextEcho()).isEqualTo("in work");
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void aClosedDoorTakesNothingNewButSomebodyInDanger() {
        Reception reception = reception(HeldAnswers::echo);
        reception.close(LONG);

        reception.receive(Incoming.text("ana", "hola"), inbox);
        assertThat(inbox.nextApology().reason()).isEqualTo(Reason.BUSY);

        reception.receive(Incoming.text("ana", "danger"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("danger");
    }

    @Test
    void whoeverIsInterruptedWhileClosingGivesUpEarlier() {
        Reception reception = reception(held);
        reception.receive(Incoming.text("ana", "in work"), inbox);
        assertThat(held.nextBegun()).isEqualTo("in work");

        try (LogLines log = LogLines.of(Reception.class)) {
            Thread.currentThread().interrupt();
            reception.close(Duration.ofDays(1));
            assertThat(Thread.interrupted()).isTrue();

            assertThat(inbox.nextApology().reason()).isEqualTo(Reason.UNAVAILABLE);
            reception.close(LONG);
            assertThat(log.all()).hasSize(1);
        }
    }

    private static Reception reception(Function<IncomingMessage, Reply> conversation) {
        return new Reception(
                conversation,
                message -> Incoming.words(message).equals("danger"),
                message -> Language.ENGLISH,
                ONE_AT_A_TIME,
                new SettableClock(Instant.EPOCH));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
