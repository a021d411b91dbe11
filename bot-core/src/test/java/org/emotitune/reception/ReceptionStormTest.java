package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Apology;
import org.emotitune.emotion.Language;
import org.emotitune.testing.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two hundred threads hand in a hundred messages each as fast as they can, half of them while every answer hangs.
 * Answers and visitors fail at random.
 */
@Timeout(120)
class ReceptionStormTest {
    private static final int THREADS = 200;
    private static final int MESSAGES = 100;
    private static final int ALL = THREADS * MESSAGES;
    /** People who write from one thread each, so that their order is known; the other threads speak for ten more. */
    private static final int IN_ORDER = 150;

    private static final FairUse FAIR_USE = new FairUse(10_000, Duration.ofHours(1), 3, 256, 16);
    private static final int ADMITTED = FAIR_USE.inWork() + FAIR_USE.waitingInAll();
    private static final int REFUSED = ALL / 2 - ADMITTED;

    private final CountDownLatch answersHang = new CountDownLatch(1);
    private final CountDownLatch refused = new CountDownLatch(REFUSED);
    private final CountDownLatch replied = new CountDownLatch(ALL);
    private final CyclicBarrier half = new CyclicBarrier(THREADS + 1);
    private final AtomicIntegerArray replies = new AtomicIntegerArray(ALL);
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();
    private final Map<String, AtomicInteger> inWorkOfPerson = new ConcurrentHashMap<>();
    private final Map<String, Integer> last = new ConcurrentHashMap<>();
    private final LongAdder failures = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void everyMessageGetsItsOneReply() throws InterruptedException, BrokenBarrierException {
        Reception reception = new Reception(
                this::answer, message -> false, message -> Language.ENGLISH, FAIR_USE, InstantSource.system());
        try (LogLines log = LogLines.of(Reception.class)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                threads.add(Thread.ofPlatform().start(() -> handIn(reception, thread)));
            }
            assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(replied.getCount()).isEqualTo(ALL - REFUSED);

            half.await();
            answersHang.countDown();
            for (Thread each : threads) {
                each.join();
            }
            assertThat(replied.await(60, TimeUnit.SECONDS)).isTrue();
            reception.close(Duration.ofSeconds(30));

            assertThat(replies(1)).isEqualTo(ALL);
            assertThat(wrong).isEmpty();
            assertThat(mostInWork).hasValue(FAIR_USE.inWork());
            assertThat(answers.sum()).isGreaterThanOrEqualTo(ADMITTED);
            assertThat(log.all()).hasSize(failures.intValue()).hasSizeGreaterThan(ADMITTED / 20);
        }
    }

    private void handIn(Reception reception, int thread) {
        String user = thread < IN_ORDER ? "person " + thread : "people " + thread % 10;
        for (int i = 0; i < MESSAGES; i++) {
            if (i == MESSAGES / 2) {
                meet();
            }
            int id = thread * MESSAGES + i;
            reception.receive(Incoming.text(user, String.valueOf(id)), reply -> deliver(id, reply));
        }
    }

    private Reply answer(IncomingMessage message) {
        int id = Integer.parseInt(Incoming.words(message));
        String user = user(message);
        enter(user, id);
        try {
            answersHang.await();
            answers.increment();
            failAtRandom(id);
            return HeldAnswers.echo(message);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            inWorkOfPerson(user).decrementAndGet();
            inWork.decrementAndGet();
        }
    }

    private void enter(String user, int id) {
        mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        if (inWorkOfPerson(user).incrementAndGet() != 1) {
            wrong.add(user + " is answered twice at once");
        }
        Integer before = last.put(user, id);
        if (before != null && before > id && id < IN_ORDER * MESSAGES) {
            wrong.add("%s is answered %d after %d".formatted(user, id, before));
        }
    }

    private void deliver(int id, Reply reply) {
        boolean first = replies.incrementAndGet(id) == 1;
        boolean right = reply instanceof Apology
                || ((Reply.Acknowledgement) reply).text().equals(String.valueOf(id));
        if (!first || !right) {
            wrong.add(id + " got " + reply);
        }
        replied.countDown();
        refused.countDown();
        failAtRandom(-id);
    }

    private void failAtRandom(int id) {
        switch (new SplittableRandom(id).nextInt(10)) {
            case 0 -> {
                failures.increment();
                throw new IllegalStateException("at random");
            }
            case 1 -> {
                failures.increment();
                throw new AssertionError("at random");
            }
            default -> {}
        }
    }

    private int replies(int count) {
        int messages = 0;
        for (int id = 0; id < ALL; id++) {
            messages += replies.get(id) == count ? 1 : 0;
        }
        return messages;
    }

    private AtomicInteger inWorkOfPerson(String user) {
        return inWorkOfPerson.computeIfAbsent(user, name -> new AtomicInteger());
    }

    private static String user(IncomingMessage message) {
        var identity = message.sender().identity();
        return identity == null ? "nobody" : identity.user();
    }

    private void meet() {
        try {
            half.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
