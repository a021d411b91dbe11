package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.discord.GroupMoods.Tapped;
import org.emotitune.discord.GroupTable.Recorded;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Many people tap while the round ends. */
@Timeout(60)
class GroupStormTest {
    private static final int THREADS = 8;
    private static final long ROUND = 7;

    private final GroupTable table = new GroupTable();

    @RepeatedTest(30)
    void everyTapThatCountedIsAnsweredAndNoneCountsAfterTheEnd() throws Exception {
        Recorded shown = table.begin(ROUND);
        Storm storm = new Storm();

        storm.blow(() -> table.time.advance(Duration.ofMinutes(1)));
        table.time.advance(GroupMoods.LAST_CHANGES);

        assertThat(table.asked).hasSize(1);
        assertThat(table.asked.getFirst()).hasSize(storm.counted.get());
        assertThat(storm.counted.get()).isGreaterThanOrEqualTo(THREADS);
        assertThat(storm.countedAfterTheEnd.get()).isZero();
        assertThat(shown.events).hasSize(2);
        assertThat(shown.events.getFirst()).contains("%,d people".formatted(storm.counted.get()));
    }

    @RepeatedTest(30)
    void theTimeTheStopAndLateTapsEndARoundOnce() throws Exception {
        Recorded shown = table.begin(ROUND);
        Storm storm = new Storm();

        storm.blow(() -> {
            Thread clock = Thread.ofVirtual().start(() -> table.time.advance(Duration.ofMinutes(2)));
            table.moods.close(Duration.ofSeconds(30));
            try {
                clock.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        table.time.advance(GroupMoods.LAST_CHANGES);

        assertThat(table.asked).hasSize(1);
        assertThat(table.asked.getFirst()).hasSize(storm.counted.get());
        assertThat(shown.events).hasSize(2);
    }

    /** Threads in which new people tap until they are told that the round is over. */
    private final class Storm {
        final AtomicInteger counted = new AtomicInteger();
        final AtomicInteger countedAfterTheEnd = new AtomicInteger();
        private final AtomicInteger people = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CountDownLatch blowing = new CountDownLatch(THREADS);

        void blow(Runnable end) throws Exception {
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                List<Future<?>> taps = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    taps.add(threads.submit(this::tap));
                }
                blowing.await();
                end.run();
                ended.set(true);
                for (Future<?> each : taps) {
                    each.get(30, TimeUnit.SECONDS);
                }
            }
        }

        private void tap() {
            boolean open = true;
            while (open) {
                int person = people.incrementAndGet();
                boolean late = ended.get();
                String mood = GroupTable.ACTIONS.get(person % GroupTable.ACTIONS.size());
                Tapped tapped = table.moods.tap(ROUND, person, mood, Language.ENGLISH);
                open = tapped instanceof Tapped.Counted;
                if (tapped instanceof Tapped.Counted(var ignored, var newest, var shown)) {
                    counted.incrementAndGet();
                    countedAfterTheEnd.addAndGet(late ? 1 : 0);
                    shown.run();
                    blowing.countDown();
                }
            }
        }
    }
}
