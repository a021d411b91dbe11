package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.emotitune.lookup.ServiceUnavailableException;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration APART = Duration.ofMillis(300);

    private final FakeTime time = new FakeTime();
    private final Pace pace = new Pace("Some service", APART, time, time);

    @Test
    void requestsNeverFollowEachOtherTooSoon() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        List<Duration> starts = new ArrayList<>();

        for (int i = 0; i < 500; i++) {
            time.pass(Duration.ofMillis(random.nextInt(700)));
            pace.inTurn(() -> starts.add(time.sinceStart()));
        }

        for (int i = 1; i < starts.size(); i++) {
            assertThat(starts.get(i).minus(starts.get(i - 1))).isGreaterThanOrEqualTo(APART);
        }
    }

    @Test
    void nobodyWaitsForAServiceThatHasRestedLongEnough() {
        pace.inTurn(() -> "first");
        time.pass(APART);

        pace.inTurn(() -> "second");

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aSecondRequestStartsWhenTheFirstHasEnded() throws InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        Thread second = new Thread(() -> pace.inTurn(requests::incrementAndGet));

        int duringTheFirst = pace.inTurn(() -> {
            second.start();
            while (second.isAlive() && second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return requests.get();
        });
        second.join();

        assertThat(duringTheFirst).isEqualTo(0);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aRefusedRequestIsRepeatedAfterLongerAndLongerPauses() {
        Iterator<String> answers =
                List.of("refused", "refused", "granted", "never asked").iterator();

        String answer = pace.inTurn(answers::next, "refused"::equals);

        assertThat(answer).isEqualTo("granted");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void theLastRefusalIsTheAnswer() {
        AtomicInteger requests = new AtomicInteger();

        int answer = pace.inTurn(requests::incrementAndGet, refusal -> true);

        assertThat(answer).isEqualTo(4);
        assertThat(time.sleeps()).isEqualTo(Pace.PAUSES);
    }

    @Test
    void anInterruptedThreadAsksNothing() {
        AtomicInteger requests = new AtomicInteger();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pace.inTurn(requests::incrementAndGet))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("The call to Some service was interrupted.");
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(requests).hasValue(0);
    }

    @Test
    void afterAnInterruptedWaitTheNextOneHasItsTurn() {
        WebClient.Sleeper interrupted = pause -> {
            throw new InterruptedException();
        };
        Pace stopped = new Pace("Some service", APART, time, interrupted);
        stopped.inTurn(() -> "first");
        assertThatThrownBy(() -> stopped.inTurn(() -> "second")).isInstanceOf(ServiceUnavailableException.class);
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();

        time.pass(APART.multipliedBy(2));

        assertThat(stopped.inTurn(() -> "third")).isEqualTo("third");
    }
}
