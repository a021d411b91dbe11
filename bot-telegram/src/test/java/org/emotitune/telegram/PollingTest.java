package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Updates come, once each, and the end comes quickly. */
@Timeout(120)
class PollingTest {
    private final Warnings warnings = new Warnings();
    private final LocalTelegram telegram = new LocalTelegram();
    private final Person ana = telegram.person("Ana", "es");
    private final Received received = new Received();
    private final Polling polling = polling(telegram.address());

    @AfterEach
    void close() {
        polling.close();
        telegram.close();
        warnings.close();
    }

    static Polling polling(URI api) {
        BackOff quick = new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(6));
        return new Polling(new TelegramSettings(LocalTelegram.TOKEN, api, null), Clock.systemUTC(), quick);
    }

    private void start() {
        polling.start(received, () -> {});
    }

    @Test
    void updatesComeOnceEachAndAreAcknowledged() {
        ana.says("uno");
        start();
        telegram.until(() -> received.texts().size() == 1);
        ana.says("dos");
        ana.says("tres");

        telegram.until(() -> received.texts().size() == 3 && telegram.waitingUpdates() == 0);

        assertThat(received.texts()).containsExactly("uno", "dos", "tres");
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void itAsksAsItShould() {
        start();

        telegram.until(telegram::isPolled);
        ana.says("uno");
        telegram.until(() -> !telegram.calls("getUpdates").isEmpty());

        Call call = telegram.calls("getUpdates").getFirst();
        assertThat(call.parameters().path("timeout").asInt()).isEqualTo(50);
        assertThat(call.parameters().path("limit").asInt()).isEqualTo(100);
        assertThat(call.parameters().path("allowed_updates"))
                .extracting(kind -> kind.asText())
                .containsExactlyElementsOf(UpdateSource.KINDS);
    }

    @Test
    void aWebhookOfEarlierIsTakenAwayAndWhatWaitsForItIsKept() {
        URI nowhere = URI.create("http://127.0.0.1:9/");
        try (Webhook earlier = new Webhook(new TelegramSettings(
                LocalTelegram.TOKEN, telegram.address(), new TelegramSettings.Webhook(nowhere, null, 0)))) {
            earlier.start(batch -> {}, () -> {});
            telegram.until(() -> !telegram.calls("setWebhook").isEmpty());
        }
        ana.says("uno");

        start();

        telegram.until(() -> received.texts().size() == 1);
        assertThat(telegram.calls("deleteWebhook").getFirst().parameters()).isEmpty();
    }

    @Test
    void idsThatBeginAnewLowerAreNotTakenForOldOnes() {
        start();
        ana.says("uno");
        telegram.until(() -> received.texts().size() == 1 && telegram.isPolled());

        telegram.numberUpdatesFrom(17);
        ana.says("dos");
        telegram.until(() -> received.texts().size() == 2);
        ana.says("tres");
        telegram.until(() -> received.texts().size() == 3 && telegram.waitingUpdates() == 0);

        assertThat(received.all()).extracting(Update::getUpdateId).endsWith(17, 18);
        assertThat(telegram.calls("getUpdates").size()).isLessThan(10);
    }

    /** With the id of the last update it would say that it has had the new one already. */
    @Test
    void onceAllIsAcknowledgedItAsksForWhateverThereIs() {
        ana.says("uno");
        start();
        telegram.until(() -> received.texts().size() == 1 && telegram.isPolled());
        telegram.cut();
        warnings.await("Telegram cannot be reached");
        telegram.mend();
        warnings.await("Telegram can be reached again");
        telegram.until(telegram::isPolled);

        telegram.cut();
        telegram.numberUpdatesFrom(17);
        ana.says("dos");
        telegram.mend();

        telegram.until(() -> received.texts().size() == 2);
        assertThat(received.all().getLast().getUpdateId()).isEqualTo(17);
    }

    @Test
    void anUpdateThatCannotBeReadTakesNoOtherWithIt() {
        telegram.update("message", JsonNodeFactory.instance.objectNode().put("date", "yesterday"));
        ana.says("uno");

        start();

        telegram.until(() -> received.texts().size() == 1 && telegram.waitingUpdates() == 0);
        assertThat(warnings.lines()).singleElement().asString().startsWith("An update is passed over");
    }

    @Test
    void neitherAnExceptionNorAnErrorOfTheBotEndsPolling() {
        received.before(() -> {
            received.before(() -> {
                received.before(() -> {});
                throw new StackOverflowError("estoy triste");
            });
            throw new IllegalStateException("estoy triste");
        });
        start();

        ana.says("uno");
        telegram.until(() -> received.batches() == 1 && telegram.waitingUpdates() == 0);
        ana.says("dos");
        telegram.until(() -> received.batches() == 2 && telegram.waitingUpdates() == 0);
        ana.says("tres");
        telegram.until(() -> received.batches() == 3 && telegram.waitingUpdates() == 0);

        assertThat(received.texts()).containsExactly("tres");
        assertThat(warnings.lines("1 updates failed: ")).hasSize(2);
        assertThat(warnings.lines().toString()).contains("StackOverflowError").doesNotContain("triste");
    }

    @Test
    void nothingIsAskedForWhileABatchIsBeingTaken() {
        CountDownLatch taken = new CountDownLatch(1);
        received.before(() -> Received.await(taken));
        ana.says("uno");
        start();
        Received.until(() -> received.batches() == 1);

        ana.says("dos");
        assertThat(telegram.isPolled()).isFalse();
        assertThat(telegram.calls("getUpdates")).hasSize(1);
        taken.countDown();

        telegram.until(() -> received.texts().equals(List.of("uno", "dos")));
    }
}
