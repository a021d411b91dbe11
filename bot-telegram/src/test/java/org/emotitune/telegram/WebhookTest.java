package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalTelegram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Telegram brings comes in, also after trouble, and the end loses nothing. */
@Timeout(120)
class WebhookTest extends WebhookCase {
    @Test
    void whatPeopleSayIsBroughtInOrder() {
        ana.says("uno");
        start();
        for (int i = 0; i < 50; i++) {
            ana.says("más " + i);
        }

        telegram.until(() -> telegram.waitingUpdates() == 0);

        List<String> expected = new ArrayList<>(List.of("uno"));
        for (int i = 0; i < 50; i++) {
            expected.add("más " + i);
        }
        assertThat(received.texts()).isEqualTo(expected);
        assertThat(received.batches()).isEqualTo(51);
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void itIsRegisteredWithAllThatItNeeds() {
        start();

        JsonNode told = telegram.calls("setWebhook").getFirst().parameters();
        assertThat(told.path("url").asText()).isEqualTo(address.toString());
        assertThat(told.path("secret_token").asText()).isEqualTo(SECRET);
        assertThat(told.path("max_connections").asInt()).isEqualTo(40);
        assertThat(told.path("allowed_updates").asText()).contains(UpdateSource.KINDS);
        assertThat(told.has("drop_pending_updates")).isFalse();
    }

    @Test
    void withoutASecretANewOneIsMadeAtEachStart() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Webhook other = webhook(LocalTelegram.TOKEN, "")) {
                other.start(received, rejected::countDown);
                int calls = i + 1;
                telegram.until(() -> telegram.calls("setWebhook").size() == calls);
                secrets.add(telegram.calls("setWebhook")
                        .getLast()
                        .parameters()
                        .path("secret_token")
                        .asText());
                ana.says("uno");
                telegram.until(() -> telegram.waitingUpdates() == 0);
            }
        }

        assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
        assertThat(received.texts()).hasSize(2);
    }

    @Test
    void fromManyChatsAtOnceNothingIsLostAndOneIsTakenAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        received.before(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            inside.decrementAndGet();
        });
        start();
        for (int i = 0; i < 100; i++) {
            telegram.person("Person " + i, "en").says("text " + i);
        }

        telegram.until(() -> telegram.waitingUpdates() == 0);

        assertThat(received.texts()).hasSize(100).doesNotHaveDuplicates();
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void aRegistrationThatFailsIsToldOnceAndTriedAgain() {
        telegram.faults().next("setWebhook", Faults.status(500), Faults.status(502), Faults.tooMany(1));

        start();

        warnings.await("Telegram can be reached again");
        assertThat(warnings.lines()).hasSize(2);
        ana.says("uno");
        telegram.until(() -> telegram.waitingUpdates() == 0);
        assertThat(received.texts()).containsExactly("uno");
    }

    @Test
    void anAddressThatTelegramDoesNotTakeIsToldInItsWords() {
        try (Webhook other = new Webhook(new TelegramSettings(
                LocalTelegram.TOKEN,
                telegram.address(),
                new TelegramSettings.Webhook(URI.create("http://bot.example/"), SECRET, 0)))) {
            other.start(received, rejected::countDown);

            warnings.await("Telegram refuses to give or send updates: Bad Request: bad webhook: An HTTPS URL must be");
        }
    }

    @Test
    void aTokenThatIsNotKnownIsTold() {
        try (Webhook other = webhook("1:other", SECRET)) {
            other.start(received, rejected::countDown);

            Received.await(rejected);
        }
    }

    @Test
    void aPortThatIsTakenIsToldAtTheStart() {
        start();

        try (Webhook other = webhook(LocalTelegram.TOKEN, SECRET)) {
            assertThatThrownBy(() -> other.start(received, rejected::countDown))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("the webhook's port %d cannot be listened on: ".formatted(port));
        }
    }

    @Test
    void theEndComesQuicklyAndTelegramKeepsTheAddress() {
        start();
        ana.says("uno");
        telegram.until(() -> telegram.waitingUpdates() == 0);

        Instant begun = Instant.now();
        webhook.close();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(telegram.calls("deleteWebhook")).isEmpty();
        ana.says("dos");
        try (Webhook next = webhook(LocalTelegram.TOKEN, SECRET)) {
            next.start(received, rejected::countDown);
            telegram.until(() -> telegram.waitingUpdates() == 0);
        }
        assertThat(received.texts()).containsExactly("uno", "dos");
    }

    @Test
    void theEndWaitsForWhatIsBeingTakenAndTheRestComesAgain() {
        CountDownLatch ending = new CountDownLatch(1);
        received.before(() -> Received.await(ending));
        start();
        ana.says("uno");
        Received.until(() -> received.batches() == 1);
        telegram.person("Eva", "es").says("dos");

        Thread closing = Thread.ofVirtual().start(webhook::close);
        Received.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        ending.countDown();
        Received.join(closing);

        telegram.until(() -> telegram.waitingUpdates() == 1);
        assertThat(received.texts()).containsExactly("uno");
    }
}
