package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the line, polling goes on, and the operator is told once. */
@Timeout(120)
class PollingTroubleTest {
    private static final String AWAY = "Telegram cannot be reached at ";
    private static final String BACK = "Telegram can be reached again, after ";
    private static final String CONFLICT = "Another instance is polling with this token";

    private final Warnings warnings = new Warnings();
    private final LocalTelegram telegram = new LocalTelegram();
    private final Person ana = telegram.person("Ana", "es");
    private final Received received = new Received();
    private final CountDownLatch rejected = new CountDownLatch(1);
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Polling polling = polling(LocalTelegram.TOKEN, telegram.address(), clock);

    @AfterEach
    void close() {
        polling.close();
        telegram.close();
        warnings.close();
    }

    private static Polling polling(String token, URI api, Clock clock) {
        BackOff quick = new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(6));
        return new Polling(new TelegramSettings(token, api, null), clock, quick);
    }

    private void start() {
        polling.start(received, rejected::countDown);
    }

    /** Something is said, and heard. */
    private void isWell(String text) {
        ana.says(text);
        telegram.until(() -> received.texts().contains(text) && telegram.waitingUpdates() == 0);
    }

    private long calls() {
        return telegram.calls("getUpdates").size();
    }

    @Test
    void aTokenThatIsNotKnownEndsItAtTheStart() {
        try (Polling other = polling("1:other", telegram.address(), clock)) {
            other.start(received, rejected::countDown);

            Received.await(rejected);
        }
        assertThat(warnings.lines()).isEmpty();
    }

    /** 404 is what Telegram says of what cannot be a token. */
    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aTokenThatIsTakenBackEndsItLater(int code) {
        start();
        isWell("uno");
        telegram.faults().next("getUpdates", Faults.status(code));
        ana.says("dos");

        Received.await(rejected);

        long before = calls();
        ana.says("tres");
        assertThat(telegram.isPolled()).isFalse();
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void anotherInstanceIsToldOnceInFiveMinutes() {
        Fault conflict = Faults.status(409);
        telegram.faults().next("getUpdates", conflict, conflict, conflict);
        start();
        isWell("uno");
        assertThat(warnings.lines()).singleElement().asString().startsWith(CONFLICT);

        clock.advance(Duration.ofMinutes(6));
        telegram.faults().next("getUpdates", conflict, conflict);
        ana.says("dos");
        isWell("tres");

        assertThat(warnings.lines(CONFLICT)).hasSize(2);
    }

    @Test
    void aWebhookOfAnotherInstanceIsToldInOtherWords() {
        telegram.faults().next("getUpdates", Faults.status(500));
        start();
        isWell("uno");

        try (Webhook other = new Webhook(new TelegramSettings(
                LocalTelegram.TOKEN,
                telegram.address(),
                new TelegramSettings.Webhook(URI.create("http://127.0.0.1:9/"), null, 0)))) {
            other.start(batch -> {}, () -> {});
            warnings.await("A webhook has been set with this token");
        }
    }

    @Test
    void itWaitsAsLongAsTelegramAsksFor() {
        telegram.faults().next("getUpdates", Faults.tooMany(2));
        Instant begun = Instant.now();
        start();

        isWell("uno");

        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void aServerThatIsIllIsToldOnceAndAgainWhenItIsWell() {
        telegram.faults()
                .next("getUpdates", Faults.badGateway(), Faults.status(500), Faults.garbage(), new Fault.Dropped());
        telegram.faults().next("getUpdates", new Fault.AnswerLost());

        start();
        isWell("uno");

        assertThat(warnings.lines()).hasSize(2);
        assertThat(warnings.lines().getFirst()).startsWith(AWAY + telegram.address());
        assertThat(warnings.lines().getLast()).startsWith(BACK);
        assertThat(received.texts()).containsExactly("uno");
    }

    /** A poll that is held would tell of it after 50 s. */
    @Test
    @Timeout(20)
    void theEndOfAnOutageIsFoundOutAtOnceAndToldWithItsLength() {
        start();
        telegram.until(telegram::isPolled);

        telegram.cut();
        warnings.await(AWAY);
        clock.advance(Duration.ofMinutes(3));
        telegram.mend();

        warnings.await(BACK);
        assertThat(warnings.lines()).hasSize(2);
        assertThat(warnings.lines().getLast()).isEqualTo(BACK + "3 min.");
        isWell("uno");
    }

    @Test
    void aServerThatIsDownAtTheStartIsWaitedFor() {
        telegram.cut();

        start();
        warnings.await(AWAY);
        telegram.mend();

        isWell("uno");
        assertThat(warnings.lines()).hasSize(2);
    }

    @Test
    void anAnswerWithoutAResultIsNoAnswer() {
        telegram.faults().next("deleteWebhook", new Fault.Garbage(200, "{\"ok\": true}"));
        telegram.faults().next("getUpdates", new Fault.Garbage(200, "{}"), new Fault.Garbage(200, "{\"ok\": true}"));

        start();

        isWell("uno");
    }

    @Test
    void whatIsRefusedIsToldInTelegramsWords() {
        telegram.faults().next("getUpdates", Faults.status(400), Faults.status(400));

        start();
        isWell("uno");

        assertThat(warnings.lines()).hasSize(2);
        assertThat(warnings.lines().getFirst()).startsWith("Telegram refuses to give or send updates: ");
    }

    @Test
    void theTokenIsInNoLog() {
        telegram.faults().next("getUpdates", Faults.badGateway(), new Fault.Dropped(), Faults.status(409));
        telegram.cut();
        start();
        warnings.await(AWAY);
        telegram.mend();
        isWell("uno");

        assertThat(warnings.lines()).isNotEmpty().noneMatch(line -> line.contains("AAE-local"));
    }
}
