package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.Limits.Strictness;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At the limits that Telegram publishes, in real time. */
@Timeout(60)
class TelegramLimitsTest {
    private final LocalTelegram local = new LocalTelegram();
    private final Telegram telegram = TelegramRig.to(local, Limits.PUBLISHED, Patience.USUAL);

    @BeforeEach
    void start() {
        local.limits().be(Strictness.MESSAGES_AND_EDITS);
    }

    @AfterEach
    void close() {
        telegram.close();
        local.close();
    }

    @Test
    void nothingIsRefusedAndEveryChatKeepsItsOrder() throws Exception {
        List<LocalChat> chats = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Person person = local.person("P" + i, "es");
            person.says("/start");
            chats.add(i % 4 == 0 ? local.supergroup("G" + i, person) : person.chat());
        }
        // Some take longer on their way, so that what follows could catch up with them.
        local.faults().random(3, 0.1, List.of(new Fault.Slow(Duration.ofMillis(700))));

        all(chats, this::threeMessages);

        assertThat(local.limits().refused()).isZero();
        assertThat(chats)
                .allSatisfy(
                        chat -> assertThat(chat.ofBot()).extracting(Shown::text).containsExactly("uno", "dos", "tres"));
    }

    private void threeMessages(LocalChat chat) {
        assertThat(TelegramRig.says(telegram, chat, "uno")).isInstanceOf(Outcome.Done.class);
        assertThat(TelegramRig.says(telegram, chat, "2")).isInstanceOf(Outcome.Done.class);
        assertThat(TelegramRig.edits(telegram, chat, chat.answer().id(), "dos")).isInstanceOf(Outcome.Done.class);
        assertThat(TelegramRig.says(telegram, chat, "tres")).isInstanceOf(Outcome.Done.class);
    }

    private static void all(List<LocalChat> chats, Consumer<LocalChat> deed) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            chats.forEach(chat -> done.add(people.submit(() -> deed.accept(chat))));
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    @Test
    void whoeverAsksAllAtOnceIsServedInTurns() throws Exception {
        Person ana = local.person("Ana", "es");
        ana.says("/start");

        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome<?>>> done = IntStream.range(0, 4)
                    .mapToObj(i -> people.<Outcome<?>>submit(() -> TelegramRig.says(telegram, ana.chat(), "n" + i)))
                    .toList();
            for (Future<Outcome<?>> one : done) {
                assertThat(one.get()).isInstanceOf(Outcome.Done.class);
            }
        }

        assertThat(local.limits().refused()).isZero();
        assertThat(ana.chat().ofBot()).hasSize(4);
    }

    @Test
    void aBotThatIsStartedAnewKnowsThatItMayHaveSentJustNow() {
        Person ana = local.person("Ana", "es");
        ana.says("/start");
        TelegramRig.says(telegram, ana.chat(), "uno");
        telegram.close();

        try (Telegram next = TelegramRig.to(local, Limits.PUBLISHED, Patience.USUAL)) {
            next.beginAnew();
            TelegramRig.says(next, ana.chat(), "dos");
        }

        assertThat(local.limits().refused()).isZero();
        assertThat(ana.chat().ofBot()).hasSize(2);
    }

    /** What keeps the tests above from passing whatever happens. */
    @Test
    void withoutLimitsMuchIsRefused() {
        Person ana = local.person("Ana", "es");
        ana.says("/start");

        try (Telegram fast = TelegramRig.to(local)) {
            TelegramRig.says(fast, ana.chat(), "uno");
            TelegramRig.says(fast, ana.chat(), "dos");
        }

        assertThat(local.limits().refused()).isPositive();
        assertThat(ana.chat().ofBot()).hasSize(2);
    }
}
