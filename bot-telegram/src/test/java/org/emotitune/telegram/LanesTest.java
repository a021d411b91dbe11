package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.emotitune.telegram.Lanes.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private Lanes lanes = new Lanes(200, LONG);
    private final LinkedBlockingQueue<String> delivered = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        lanes.close(Duration.ZERO);
    }

    @Test
    void aChatGetsWhatItAskedForInThatOrder() throws Exception {
        Place first = join(1);
        Place second = join(1);
        Place third = join(1);

        third.fill(() -> delivered.add("third"));
        second.leave();
        assertThat(lanes.size()).isEqualTo(3);
        first.fill(() -> delivered.add("first"));

        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("third");
        ends();
    }

    @Test
    void chatsDoNotWaitForEachOther() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        join(1).fill(() -> await(hold));
        join(1).fill(() -> delivered.add("behind"));

        join(2).fill(() -> delivered.add("beside"));
        lanes.atOnce(() -> delivered.add("at once"));

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("beside", "at once");
        assertThat(delivered).isEmpty();
        hold.countDown();
        assertThat(next()).isEqualTo("behind");
        ends();
    }

    @Test
    void aPlaceThatStaysEmptyIsPassedAndComesLast() throws Exception {
        lanes = new Lanes(10, SHORT);
        Place late = join(1);
        join(1).fill(() -> delivered.add("behind"));
        assertThat(next()).isEqualTo("behind");
        ends();

        late.fill(() -> delivered.add("late"));

        assertThat(next()).isEqualTo("late");
        ends();
    }

    @Test
    void whatIsWaitedForCountsFromTheMomentItIsFirst() throws Exception {
        lanes = new Lanes(10, Duration.ofMillis(300));
        CountDownLatch hold = new CountDownLatch(1);
        join(1).fill(() -> await(hold));
        Place second = join(1);
        join(1).fill(() -> delivered.add("third"));

        assertThat(delivered.poll(500, TimeUnit.MILLISECONDS)).isNull();
        second.fill(() -> delivered.add("second"));
        hold.countDown();

        assertThat(List.of(next(), next())).containsExactly("second", "third");
    }

    @Test
    void aFailureDoesNotStopTheChat() throws Exception {
        join(1).fill(() -> {
            throw new IllegalStateException("words of a person");
        });
        join(1).fill(() -> Thread.currentThread().interrupt());
        join(1).fill(() ->
                delivered.add("goes on, interrupted: " + Thread.currentThread().isInterrupted()));

        assertThat(next()).isEqualTo("goes on, interrupted: false");
        ends();
    }

    @Test
    void aLineHasAnEnd() {
        lanes = new Lanes(3, LONG);
        CountDownLatch hold = new CountDownLatch(1);
        List<Place> places = IntStream.range(0, 3).mapToObj(i -> join(1)).toList();

        assertThat(lanes.join(1)).isEmpty();
        assertThat(lanes.join(2)).isPresent();
        places.forEach(place -> place.fill(() -> await(hold)));
        hold.countDown();
    }

    @Test
    void ofAChatThatIsGoneNothingWaits() throws Exception {
        Place open = join(1);
        join(1).fill(() -> delivered.add("behind"));

        lanes.drop(1);

        ends();
        open.fill(() -> delivered.add("gone"));
        join(1).fill(() -> delivered.add("back"));
        assertThat(next()).isEqualTo("back");
        ends();
        assertThat(delivered).isEmpty();
    }

    @Test
    void aPlaceIsFilledOnce() {
        join(1);
        Place place = join(1);
        place.fill(() -> {});

        assertThatThrownBy(() -> place.fill(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndTakesNoMore() throws Exception {
        Place place = join(1);
        Future<Integer> closing;
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            closing = other.submit(() -> lanes.close(LONG));
            until(() -> lanes.join(2)
                    .map(taken -> {
                        taken.leave();
                        return taken;
                    })
                    .isEmpty());
            lanes.atOnce(() -> delivered.add("at once"));
            place.fill(() -> delivered.add("reply"));
        }

        assertThat(closing.get()).isZero();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("at once", "reply");
    }

    @Test
    void whatTakesTooLongIsInterruptedAtTheEnd() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(2);
        CountDownLatch begun = new CountDownLatch(2);
        Runnable endless = () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };
        join(1).fill(endless);
        lanes.atOnce(endless);
        join(1).fill(() -> delivered.add("never"));
        Place open = join(2);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(lanes.close(SHORT)).isEqualTo(4);

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        open.fill(() -> delivered.add("never"));
        lanes.atOnce(() -> delivered.add("never"));
        ends();
        assertThat(delivered).isEmpty();
    }

    @Test
    void orderIsKeptWhateverHappensAtTheSameTime() throws Exception {
        int chats = 300;
        int places = 200;
        Map<Long, Queue<Integer>> seen = new HashMap<>();
        List<Runnable> fills = new ArrayList<>();
        for (long chat = 0; chat < chats; chat++) {
            Queue<Integer> ofChat = new ConcurrentLinkedQueue<>();
            seen.put(chat, ofChat);
            for (int i = 0; i < places; i++) {
                int number = i;
                Place place = join(chat);
                fills.add(() -> place.fill(() -> ofChat.add(number)));
            }
        }
        assertThat(lanes.size()).isEqualTo(chats * places);

        inAnyOrder(fills);

        ends();
        List<Integer> all = IntStream.range(0, places).boxed().toList();
        assertThat(seen.values())
                .allSatisfy(order -> assertThat(List.copyOf(order)).isEqualTo(all));
    }

    private static void inAnyOrder(List<Runnable> fills) throws InterruptedException, ExecutionException {
        Collections.shuffle(fills, new Random(7));
        int threads = 16;
        try (ExecutorService crowd = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int from = i;
                done.add(crowd.submit(() -> {
                    for (int next = from; next < fills.size(); next += threads) {
                        fills.get(next).run();
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private Place join(long chat) {
        return lanes.join(chat).orElseThrow();
    }

    private String next() throws InterruptedException {
        return String.valueOf(delivered.poll(20, TimeUnit.SECONDS));
    }

    private void ends() {
        until(() -> lanes.size() == 0);
    }

    private static void until(Supplier<Boolean> so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.get()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
