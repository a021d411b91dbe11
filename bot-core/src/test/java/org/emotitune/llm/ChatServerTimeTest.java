package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.OpenAiTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call ends within its time, whatever the server does. An attempt alone could take twenty seconds here. */
@Timeout(15)
class ChatServerTimeTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ChatRig rig = new ChatRig();

    @AfterEach
    void close() {
        rig.close();
    }

    static List<OpenAiTrouble> slowness() {
        return List.of(OpenAiTrouble.HANGS, OpenAiTrouble.DRIPS, OpenAiTrouble.status(429, 30));
    }

    @ParameterizedTest
    @MethodSource("slowness")
    void aSlowServerIsUnavailableInTime(OpenAiTrouble slow) {
        rig.openAi.always(slow);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> rig.server.ask(ChatRig.MESSAGE, SHORT))
                .withNoCause();

        assertThat(rig.openAi.asked()).hasSize(1);
    }

    @Test
    void findingTheRightFormIsWithinTheSameTime() {
        rig.openAi.next(OpenAiTrouble.status(400), OpenAiTrouble.HANGS);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> rig.server.ask(ChatRig.MESSAGE, SHORT));

        assertThat(rig.openAi.asked()).hasSize(2);
    }

    @Test
    void aServerThatHangsIsLeftAloneAfterFiveCalls() {
        rig.openAi.always(OpenAiTrouble.HANGS);
        LanguageModel.Setup setup = new LanguageModel.Setup(
                rig.openAi.base(), null, ChatRig.MODEL, null, PromptStyle.EMOTITUNE, SHORT, 1, 1);
        ChatServer hasty = ChatServer.forMessages(setup, rig.dialect, rig.told::add);

        for (int call = 0; call < 7; call++) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> hasty.ask(ChatRig.MESSAGE, SHORT));
        }

        assertThat(rig.openAi.asked()).hasSize(5);
    }

    @Test
    void aServerIsNotLeftAloneBecauseItsCallersHadLittleTime() {
        rig.openAi.always(OpenAiTrouble.HANGS);

        for (int call = 0; call < 7; call++) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> rig.server.ask(ChatRig.MESSAGE, SHORT))
                    .matches(ServiceUnavailableException::mayHaveBeenServed);
        }

        assertThat(rig.openAi.asked()).hasSize(7);
    }

    @Test
    void aPlaceIsTakenBeforeTheCallAndGivenBackAfterIt() {
        try (ChatRig narrow = new ChatRig(null, 1)) {
            narrow.server.enter(SHORT);
            assertThatExceptionOfType(CrowdedException.class).isThrownBy(() -> narrow.server.enter(SHORT));
            assertThat(narrow.server.askNow(ChatRig.MESSAGE, ChatRig.TIME).text())
                    .startsWith("{");

            narrow.server.leave();

            assertThat(narrow.ask().text()).startsWith("{");
        }
    }

    @Test
    void aPlaceThatLeavesNoTimeForTheCallIsNone() throws Exception {
        try (ChatRig narrow = new ChatRig(null, 1);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            narrow.server.enter(ChatRig.TIME);
            long start = System.nanoTime();

            Future<?> late = callers.submit(() -> narrow.server.enter(Duration.ofMillis(600)));

            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(late::get)
                    .withCauseInstanceOf(CrowdedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(590));
            narrow.server.leave();
            narrow.server.enter(SHORT);
        }
    }

    @Test
    void whoComesWithoutTimeForACallTakesNoPlace() {
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> rig.server.enter(Duration.ofMillis(250)))
                .matches(failure -> !failure.mayHaveBeenServed());
    }

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAwayAndTheNextOneIsNot() throws Exception {
        try (ChatRig narrow = new ChatRig(null, 1);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch answer = new CountDownLatch(1);
            narrow.openAi.answering(request -> {
                asked.countDown();
                await(answer);
                return "{}";
            });
            Future<Answer> first = callers.submit(narrow::ask);
            asked.await();

            assertThatExceptionOfType(CrowdedException.class)
                    .isThrownBy(() -> narrow.server.ask(ChatRig.MESSAGE, SHORT))
                    .withMessage("There are 1 calls to the language model under way.");
            answer.countDown();

            assertThat(first.get().text()).isEqualTo("{}");
            assertThat(narrow.ask().text()).isEqualTo("{}");
            assertThat(narrow.openAi.asked()).hasSize(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asManyAsAllowedAreUnderWayAtOnce() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        rig.openAi.answering(request -> {
            four.countDown();
            await(four);
            return "{}";
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers =
                    Stream.generate(() -> callers.submit(rig::ask)).limit(20).toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().text()).isEqualTo("{}");
            }
        }

        assertThat(rig.openAi.mostAtOnce()).isEqualTo(4);
    }

    @Test
    void anInterruptEndsACallThatWaitsForAPlaceOrAnAnswer() throws Exception {
        try (ChatRig narrow = new ChatRig(null, 1)) {
            narrow.openAi.always(OpenAiTrouble.HANGS);
            CountDownLatch ended = new CountDownLatch(2);
            List<Thread> callers = Stream.generate(() -> Thread.ofVirtual().start(() -> {
                        assertThatExceptionOfType(ServiceUnavailableException.class)
                                .isThrownBy(narrow::ask);
                        if (Thread.currentThread().isInterrupted()) {
                            ended.countDown();
                        }
                    }))
                    .limit(2)
                    .toList();

            callers.forEach(Thread::interrupt);

            assertThat(ended.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noRequestIsMadeInNoTime() {
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> rig.server.ask(ChatRig.MESSAGE, Duration.ZERO));

        assertThat(rig.openAi.asked()).isEqualTo(List.<LocalOpenAi.Asked>of());
    }
}
