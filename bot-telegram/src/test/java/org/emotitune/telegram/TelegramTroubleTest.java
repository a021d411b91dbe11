package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** What comes of calls that get no answer, or that are to be made later. */
@Timeout(60)
class TelegramTroubleTest {
    private static final Limits FEW = new Limits(100, Duration.ofSeconds(5), 100);

    private final LocalTelegram local = new LocalTelegram();
    private final Telegram telegram = TelegramRig.to(local);
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private final Person ana = local.person("Ana", "es");
    private final Person bea = local.person("Bea", "es");

    @BeforeEach
    void start() {
        ana.says("/start");
        bea.says("/start");
    }

    @AfterEach
    void close() {
        telegram.close();
        others.shutdownNow();
        local.close();
    }

    @Test
    void whileTelegramIsInTroubleACallIsTriedAgain() {
        local.faults().next("sendMessage", Faults.status(500), Faults.badGateway(), Faults.status(502));

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isInstanceOf(Outcome.Done.class);
        assertThat(ana.chat().ofBot()).extracting(Shown::text).containsExactly("hola");
    }

    @Test
    void troubleThatDoesNotEndIsAFailure() {
        local.faults().always("sendMessage", Faults.badGateway());

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isEqualTo(new Outcome.Failed<>("HTTP 502"));
        assertThat(local.calls("sendMessage")).hasSizeBetween(5, 30);
    }

    /** The proxy may have passed it on. */
    @Test
    void afterAGatewayTimeoutNobodyKnows() {
        local.faults().next("sendMessage", new Fault.Garbage(504, "<html>504 Gateway Time-out</html>"));

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isInstanceOf(Outcome.Unknown.class);
        assertThat(local.calls("sendMessage")).hasSize(1);
    }

    @Test
    void whatAProxyRefusesIsAFailure() {
        local.faults().next("sendMessage", new Fault.Garbage(413, "<html>413 Request Entity Too Large</html>"));

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola"))
                .isEqualTo(new Outcome.Failed<>("413 no answer of the Bot API"));
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotSentAgain() {
        TelegramRig.says(telegram, ana.chat(), "uno");
        local.faults().next("sendMessage", new Fault.AnswerLost(), new Fault.Dropped(), Faults.garbage());

        assertThat(TelegramRig.says(telegram, ana.chat(), "dos")).isInstanceOf(Outcome.Unknown.class);
        assertThat(TelegramRig.says(telegram, ana.chat(), "tres")).isInstanceOf(Outcome.Unknown.class);
        assertThat(TelegramRig.says(telegram, ana.chat(), "cuatro")).isInstanceOf(Outcome.Unknown.class);
        TelegramRig.says(telegram, ana.chat(), "cinco");

        assertThat(ana.chat().ofBot()).extracting(Shown::text).containsExactly("uno", "dos", "cinco");
        assertThat(local.calls("sendMessage")).hasSize(5);
    }

    @Test
    void whatDoesNoHarmIsDoneAgain() {
        TelegramRig.says(telegram, ana.chat(), "uno");
        int id = ana.chat().answer().id();
        local.faults().next("editMessageText", new Fault.Dropped(), Faults.garbage());
        local.faults().next("sendChatAction", new Fault.AnswerLost());
        local.faults().next("getMe", new Fault.Dropped());

        assertThat(TelegramRig.edits(telegram, ana.chat(), id, "dos")).isInstanceOf(Outcome.Done.class);
        assertThat(telegram.call(ana.id(), new SendChatAction(Long.toString(ana.id()), "typing")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(telegram.call(0, new GetMe())).isInstanceOf(Outcome.Done.class);

        assertThat(ana.chat().answer().text()).isEqualTo("dos");
        assertThat(ana.chat().actions()).hasSize(2);
    }

    /** The first one was done, and its answer lost. */
    @Test
    void anEditThatWasDoneAlreadyChangesNothing() {
        TelegramRig.says(telegram, ana.chat(), "uno");
        local.faults().next("editMessageText", new Fault.AnswerLost());

        assertThat(TelegramRig.edits(telegram, ana.chat(), ana.chat().answer().id(), "dos"))
                .isInstanceOf(Outcome.NotModified.class);
    }

    @Test
    void aLossOfTheNetworkLosesNothing() throws Exception {
        TelegramRig.says(telegram, ana.chat(), "uno");
        local.cut();
        Future<Outcome<?>> second = others.submit(() -> TelegramRig.says(telegram, ana.chat(), "dos"));
        assertThat(second.state()).isEqualTo(Future.State.RUNNING);

        local.mend();

        assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(ana.chat().ofBot()).extracting(Shown::text).containsExactly("uno", "dos");
    }

    @Test
    void aNetworkThatStaysAwayIsAFailure() {
        local.cut();
        long before = System.nanoTime();

        assertThat(TelegramRig.says(telegram, ana.chat(), "uno"))
                .isEqualTo(new Outcome.Failed<>("Telegram is out of reach: ConnectException"));

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
        local.mend();
    }

    @Test
    void tooManyIsObeyedAndOnlyThatChatWaits() throws Exception {
        local.faults().next("sendMessage", Faults.tooMany(2));
        long before = System.nanoTime();
        Future<Outcome<?>> slow = others.submit(() -> TelegramRig.says(telegram, ana.chat(), "uno"));
        local.until(() -> local.calls("sendMessage").size() == 1);

        assertThat(TelegramRig.says(telegram, bea.chat(), "dos")).isInstanceOf(Outcome.Done.class);
        assertThat(telegram.call(ana.id(), new SendChatAction(Long.toString(ana.id()), "typing")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(slow.state()).isEqualTo(Future.State.RUNNING);
        Future<Outcome<?>> behind = others.submit(() -> TelegramRig.says(telegram, ana.chat(), "tres"));

        assertThat(slow.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(behind.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(local.calls("sendMessage")).extracting(Call::status).containsExactly(429, 200, 200, 200);
    }

    @Test
    void whatCouldOnlyBeSentMuchLaterIsAFailure() {
        local.faults().next("sendMessage", Faults.tooMany(300));
        local.faults().next("getMe", Faults.tooMany(300));

        assertThat(TelegramRig.says(telegram, ana.chat(), "uno")).isInstanceOf(Outcome.Failed.class);
        assertThat(TelegramRig.says(telegram, ana.chat(), "dos")).isInstanceOf(Outcome.Failed.class);
        assertThat(telegram.call(0, new GetMe())).isInstanceOf(Outcome.Failed.class);
        assertThat(local.calls()).hasSize(2);
    }

    @Test
    void anInterruptEndsACallAndIsKept() throws Exception {
        try (Telegram slow = TelegramRig.to(local, FEW, TelegramRig.SHORT)) {
            TelegramRig.says(slow, ana.chat(), "uno");
            FutureTask<String> call = new FutureTask<>(() -> TelegramRig.says(slow, ana.chat(), "dos")
                    + " "
                    + Thread.currentThread().isInterrupted());
            Thread caller = Thread.startVirtualThread(call);

            caller.interrupt();

            assertThat(call.get(3, TimeUnit.SECONDS)).isEqualTo("Failed[reason=interrupted] true");
        }
    }

    @Test
    void closingEndsWhatWaits() throws Exception {
        Telegram slow = TelegramRig.to(local, FEW, TelegramRig.SHORT);
        TelegramRig.says(slow, ana.chat(), "uno");
        Future<Outcome<?>> call = others.submit(() -> TelegramRig.says(slow, ana.chat(), "dos"));

        slow.close();

        assertThat(call.get(3, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
        assertThat(TelegramRig.says(slow, ana.chat(), "tres")).isInstanceOf(Outcome.Failed.class);
        assertThat(ana.chat().ofBot()).hasSize(1);
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        local.faults().next("sendMessage", new Fault.Slow(Duration.ofSeconds(30)));
        Future<Outcome<?>> call = others.submit(() -> TelegramRig.says(telegram, ana.chat(), "uno"));
        local.until(() -> local.faults().happened().size() == 1);

        telegram.close();

        assertThat(call.get(3, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
    }
}
