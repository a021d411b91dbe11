package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Many queries at once, and those that cannot be answered. */
class InlineAnswersLoadTest extends InlineQueries {
    @Test
    void theSameQueryOfManyAtOnceIsWorkedOutOnce() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers = answers(text -> after(goOn, text));
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(askBeside(answers, new Person(100 + i, null, Language.ENGLISH, null), "sad"));
        }

        goOn.countDown();

        for (Future<String> each : waiting) {
            assertThat(soon(each)).isEqualTo("re: sad");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void atMostEightAreWorkedOnAtOnce() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers = answers(text -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            eight.countDown();
            await(goOn);
            atWork.decrementAndGet();
            return reply(text);
        });
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(askBeside(answers, new Person(100 + i, null, Language.ENGLISH, null), "sad of " + i));
        }

        await(eight);
        goOn.countDown();

        for (int i = 0; i < waiting.size(); i++) {
            assertThat(soon(waiting.get(i))).isEqualTo("re: sad of " + i);
        }
        assertThat(most).hasValue(8);
    }

    @Test
    void whoseTurnDoesNotComeGetsTheInvitation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers =
                answers(new InlineAnswers.Pace(Duration.ZERO, Duration.ofMillis(20), LONG, 1, 40), text -> {
                    begun.countDown();
                    return after(goOn, text);
                });
        Future<String> first = askBeside(answers, ANA, "triste");
        await(begun);

        assertThat(ask(answers, LEO, "sad")).isEqualTo("!en");

        goOn.countDown();
        assertThat(soon(first)).isEqualTo("re: triste");
        until(() -> ask(answers, LEO, "sad").equals("re: sad"));
    }

    @Test
    void whatTakesTooLongIsReadyWhenItIsAskedAgain() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers = answers(
                new InlineAnswers.Pace(Duration.ZERO, LONG, Duration.ofMillis(100), 8, 40), text -> after(goOn, text));

        assertThat(ask(answers, LEO, "sad")).isEqualTo("!en");
        goOn.countDown();

        until(() -> ask(answers, LEO, "sad").equals("re: sad"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPersonAsksFortyNewOnesInFiveMinutes() {
        InlineAnswers answers = answers(InlineQueries::reply);
        for (int i = 0; i < 40; i++) {
            assertThat(ask(answers, ANA, "triste " + i)).isEqualTo("re: triste " + i);
        }

        assertThat(ask(answers, ANA, "triste 40")).isEqualTo("!es");
        assertThat(ask(answers, ANA, "triste 39")).isEqualTo("re: triste 39");
        assertThat(ask(answers, LEO, "sad")).isEqualTo("re: sad");
        now.updateAndGet(it -> it.plusSeconds(5 * 60));
        assertThat(ask(answers, ANA, "triste 40")).isEqualTo("re: triste 40");
    }

    @Test
    void somebodyInDangerWaitsForNothingAndIsNeverRefused() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        InlineAnswers answers = answers(new InlineAnswers.Pace(LONG, LONG, LONG, 1, 0), text -> crisis());
        InlineAnswers full = answers(new InlineAnswers.Pace(Duration.ZERO, LONG, LONG, 1, 1), text -> {
            begun.countDown();
            return text.equals("sad") ? after(goOn, text) : crisis();
        });
        Future<String> sad = askBeside(full, LEO, "sad");
        await(begun);

        assertThat(ask(answers, LEO, "I want to die")).isEqualTo("crisis");
        assertThat(ask(full, ANA, "I want to die")).isEqualTo("crisis");
        assertThat(ask(full, ANA, "I want to die")).isEqualTo("crisis");

        goOn.countDown();
        assertThat(soon(sad)).isEqualTo("re: sad");
        assertThat(asked).hasSize(4);
    }

    @Test
    void helpLinesAndApologiesAreNotKept() {
        InlineAnswers crises = answers(text -> crisis());
        ask(crises, ANA, "ay");
        ask(crises, ANA, "ay");
        assertThat(asked).hasSize(2);

        InlineAnswers apologies =
                answers(text -> new Reply.Apology(Language.ENGLISH, Reply.Reason.UNAVAILABLE, "later"));
        assertThat(ask(apologies, LEO, "sad")).isEqualTo("unavailable");
        assertThat(ask(apologies, LEO, "sad")).isEqualTo("unavailable");
        assertThat(asked).hasSize(4);
    }

    @Test
    void aFailureIsAnInvitationAndALineWithoutWords() {
        Logger logger = (Logger) LoggerFactory.getLogger(InlineWork.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            InlineAnswers answers = answers(text -> {
                throw new IllegalStateException("cannot read " + text);
            });

            assertThat(ask(answers, ANA, "secreto")).isEqualTo("!es");
            assertThat(ask(answers, ANA, "secreto")).isEqualTo("!es");
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(asked).hasSize(2);
        assertThat(lines.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("java.lang.IllegalStateException")
                    .doesNotContain("secreto", "\n");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void aGateThatFailsLetsPeopleThrough() {
        InlineAnswers answers = new InlineAnswers(
                message -> reply(text(message)),
                message -> {
                    throw new IllegalStateException("broken");
                },
                RESULTS,
                pace(LONG),
                now::get);

        assertThat(ask(answers, ANA, "triste")).isEqualTo("re: triste");
    }

    private static void until(Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + LONG.toNanos();
        while (!so.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
