package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Apology;
import org.emotitune.conversation.Reply.Reason;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.testing.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceptionTest {
    private final HeldAnswers held = new HeldAnswers();
    private final Inbox inbox = new Inbox();

    @Test
    void aMessageIsAnsweredAndATapToo() {
        Reception reception = reception(HeldAnswers::echo);

        reception.receive(Incoming.text("ana", "hola"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("hola");

        reception.receive(Incoming.tap("ana", "more"), inbox);
        assertThat(inbox.nextEcho()).isEqualTo("more");
    }

    @Test
    void thePlatformsThreadNeitherAnswersNorDelivers() {
        CountDownLatch handedIn = new CountDownLatch(1);
        Reception reception = reception(message -> {
            await(handedIn);
            return HeldAnswers.echo(message);
        });
        for (int i = 0; i < 10; i++) {
            reception.receive(Incoming.text("ana", "hola"), reply -> {
                await(handedIn);
                assertThat(Thread.currentThread().isVirtual()).isTrue();
                inbox.accept(reply);
            });
        }

        handedIn.countDown();

        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            replies.add(inbox.next());
        }
        assertThat(replies).filteredOn(reply -> reply instanceof Apology).hasSize(6);
    }

    @Test
    void aPersonIsAnsweredOneMessageAfterAnother() {
        Reception reception = reception(held);
        reception.receive(Incoming.text("ana", "first"), inbox);
        reception.receive(Incoming.text("ana", "second"), inbox);
        reception.receive(Incoming.tap("ana", "third"), inbox);
        reception.receive(Incoming.text("eva", "hers"), new Inbox());

        assertThat(List.of(held.nextBegun(), held.nextBegun())).containsExactlyInAnyOrder("first", "hers");
        assertThat(held.nothingElseHasBegun()).isTrue();
        held.allowAll();

        assertThat(List.of(inbox.nextEcho(), inbox.nextEcho(), inbox.nextEcho()))
                .containsExactly("first", "second", "third");
    }

    @Test
    void theNextAnswerBeginsWhenTheReplyHasBeenDelivered() {
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch mayDeliver = new CountDownLatch(1);
        Reception reception = reception(held);
        held.allowAll();
        reception.receive(Incoming.text("ana", "first"), reply -> {
            delivering.countDown();
            await(mayDeliver);
            inbox.accept(reply);
        });
        reception.receive(Incoming.text("ana", "second"), inbox);
        await(delivering);
        assertThat(held.nextBegun()).isEqualTo("first");
        assertThat(held.nothingElseHasBegun()).isTrue();

        mayDeliver.countDown();

        assertThat(inbox.nextEcho()).isEqualTo("first");
        assertThat(inbox.nextEcho()).isEqualTo("second");
    }

    @Test
    void asManyAreAnsweredAtTheSameTimeAsMayBe() {
        CyclicBarrier all = new CyclicBarrier(FairUse.DEFAULT.inWork());
        Reception reception = reception(message -> {
            meet(all);
            return HeldAnswers.echo(message);
        });
        for (int i = 0; i < FairUse.DEFAULT.inWork(); i++) {
            reception.receive(Incoming.text("person " + i, "hola"), inbox);
        }

        for (int i = 0; i < FairUse.DEFAULT.inWork(); i++) {
            assertThat(inbox.nextEcho()).isEqualTo("hola");
        }
    }

    @Test
    void aFailureIsApologisedForAndLoggedWithoutAWordOfTheMessage() {
        try (LogLines log = LogLines.of(Reception.class)) {
            Reception reception = reception(message -> {
                var cause = new IllegalArgumentException("cannot read " + Incoming.words(message));
                throw new IllegalStateException("failed at " + Incoming.words(message), cause);
            });

            reception.receive(Incoming.text("ana-user-id", "quackenbush"), inbox);

            Apology apology = inbox.nextApology();
            assertThat(apology.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(apology.text()).isEqualTo(Texts.in(Language.SPANISH, "apology.unavailable"));
            assertThat(log.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException")
                            .contains("\tat org.emotitune.reception.ReceptionTest")
                            .doesNotContain("quackenbush", "ana-user-id"));
        }
    }

    @Test
    void anErrorOrNoReplyAtAllIsAFailureToo() {
        try (LogLines log = LogLines.of(Reception.class)) {
            reception(message -> {
                        throw new StackOverflowError();
                    })
                    .receive(Incoming.text("ana", "hola"), inbox);
            assertThat(inbox.nextApology().reason()).isEqualTo(Reason.UNAVAILABLE);

            reception(ReceptionTest::nothing).receive(Incoming.text("ana", "hola"), inbox);
            assertThat(inbox.nextApology().reason()).isEqualTo(Reason.UNAVAILABLE);

            assertThat(log.all()).hasSize(2);
        }
    }

    @Test
    void aFailingVisitorIsLoggedWithoutWordsAndHoldsUpNobody() {
        try (LogLines log = LogLines.of(Reception.class)) {
            Reception reception = reception(HeldAnswers::echo);

            reception.receive(Incoming.text("ana", "quackenbush"), reply -> {
                throw new IllegalStateException("cannot send " + reply);
            });
            reception.receive(Incoming.text("ana", "hola"), inbox);

            assertThat(inbox.nextEcho()).isEqualTo("hola");
            assertThat(log.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("java.lang.IllegalStateException")
                            .doesNotContain("quackenbush"));
        }
    }

    @Test
    void whereTheLanguageCannotBeToldItIsThatOfTheSender() {
        try (LogLines log = LogLines.of(Reception.class)) {
            Reception reception = new Reception(
                    ReceptionTest::nothing,
                    message -> false,
                    message -> {
                        throw new IllegalStateException("quackenbush");
                    },
                    FairUse.DEFAULT,
                    InstantSource.system());

            reception.receive(Incoming.text("ana", "hola"), inbox);

            assertThat(inbox.nextApology().language()).isEqualTo(Language.ENGLISH);
            assertThat(log.all()).hasSize(2).noneMatch(line -> line.contains("quackenbush"));
        }
    }

    private static Reception reception(Function<IncomingMessage, Reply> conversation) {
        return new Reception(
                conversation, message -> false, message -> Language.SPANISH, FairUse.DEFAULT, InstantSource.system());
    }

    @SuppressWarnings("NullAway") // as code that is not checked could do
    private static Reply nothing(IncomingMessage message) {
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
