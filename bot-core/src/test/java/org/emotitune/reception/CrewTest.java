package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Crew crew = new Crew();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void whoHasEndedIsForgottenEvenAfterAFailure() {
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        crew.start(visit(), () -> {});
        crew.start(visit(), () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.complete(failure));
            throw new IllegalStateException("failed");
        });

        assertThat(crew.endsWithin(LONG)).isTrue();
        assertThat(crew.size()).isZero();
        assertThat(uncaught.join()).hasMessage("failed");
    }

    @Test
    void whoIsStillBusyIsWaitedForAsLongAsThereIsPatience() {
        crew.start(visit(), this::work);
        assertThat(crew.endsWithin(Duration.ZERO)).isFalse();
        assertThat(crew.size()).isEqualTo(1);

        mayEnd.countDown();

        assertThat(crew.endsWithin(LONG)).isTrue();
    }

    @Test
    void onlyTheChosenAreInterrupted() {
        Visit chosen = visit();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        crew.start(chosen, () -> interrupted.complete(isInterrupted()));
        CompletableFuture<Boolean> other = new CompletableFuture<>();
        crew.start(visit(), () -> other.complete(isInterrupted()));

        crew.interrupt(visit -> visit == chosen);
        assertThat(interrupted.join()).isTrue();
        mayEnd.countDown();

        assertThat(other.join()).isFalse();
    }

    private void work() {
        isInterrupted();
    }

    private boolean isInterrupted() {
        try {
            mayEnd.await();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Visit visit() {
        return new Visit(Incoming.text("ana", "hola"), reply -> {});
    }
}
