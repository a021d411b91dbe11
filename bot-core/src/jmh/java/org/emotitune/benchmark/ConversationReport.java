package org.emotitune.benchmark;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.emotitune.benchmark.Latencies.Took;
import org.emotitune.conversation.Conversation;
import org.emotitune.reception.FairUse;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.reception.Reception;
import org.emotitune.conversation.Reply.Apology;

/**
 * Prints what the bot bears when 200 people talk at once, through the door that the platforms use and with the embedded
 * extractor: how many messages it answers when everybody writes again as soon as they are answered, and how long a
 * reply takes at 500 messages a second. The latter is counted from the moment when a message was due, whether or not
 * earlier ones had been answered, so that a stall shows in all the messages that it delays.
 */
final class ConversationReport {
    private static final int PEOPLE = 200;
    private static final int OFFERED_PER_SECOND = 500;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 15;
    private static final long SEED = 20_240_219;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** The usual number of answers in work, and limits that nobody meets: refusing is quick and would flatter. */
    private static final FairUse ROOMY =
            new FairUse(10_000, Duration.ofSeconds(1), 1_000_000, 1_000_000, FairUse.DEFAULT.inWork());

    private final Reception reception;
    /** Makes the people of every run new to the bot. */
    private final long run = System.currentTimeMillis();

    private ConversationReport(Conversation conversation) {
        this.reception = new Reception(
                conversation::reply,
                conversation::isUrgent,
                conversation::languageOf,
                ROOMY,
                InstantSource.system());
    }

    /** @param arguments number of synthetic songs beside the starter catalog, if not none; seconds of each part, if not 30 */
    public static void main(String[] arguments) throws InterruptedException {
        int songs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        try (Corpus corpus = Corpus.open(songs)) {
            ConversationReport report = new ConversationReport(corpus.conversation());
            report.closedLoop("warm-up", WARM_UP_SECONDS);
            report.openLoop("warm-up at the rate", WARM_UP_SECONDS);
            System.out.printf(
                    "%d people at once, %d processors, %,d synthetic songs%n%s%n",
                    PEOPLE, Runtime.getRuntime().availableProcessors(), songs, Latencies.HEAD);
            print(report.closedLoop("as fast as answered", seconds));
            print(report.openLoop("at %d a second".formatted(OFFERED_PER_SECOND), seconds));
        }
    }

    private record Result(String name, double seconds, Latencies latencies) {}

    private static void print(Result result) {
        Latencies latencies = result.latencies;
        System.out.println(latencies.row(result.name, result.seconds, took -> true));
        System.out.println(latencies.row("  texts", result.seconds, took -> !took.tap()));
        System.out.println(latencies.row("  taps", result.seconds, Took::tap));
        System.out.printf("  %,d apologies%n", latencies.apologies());
    }

    /** Everybody writes again as soon as they have been answered. */
    private Result closedLoop(String name, int seconds) throws InterruptedException {
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        long end = start + seconds * SECOND;
        everybody(name, talker -> {
            while (System.nanoTime() < end) {
                CountDownLatch answered = new CountDownLatch(1);
                send(talker, System.nanoTime(), latencies, answered);
                await(answered);
            }
        });
        return new Result(name, (System.nanoTime() - start) / (double) SECOND, latencies);
    }

    /** Everybody writes when they please, answered or not. */
    private Result openLoop(String name, int seconds) throws InterruptedException {
        Latencies latencies = new Latencies();
        double pause = (double) SECOND * PEOPLE / OFFERED_PER_SECOND;
        long start = System.nanoTime();
        long end = start + seconds * SECOND;
        everybody(name, talker -> {
            List<CountDownLatch> sent = new ArrayList<>();
            for (long due = start + talker.thinks(pause); due < end; due += talker.thinks(pause)) {
                sleepUntil(due);
                CountDownLatch answered = new CountDownLatch(1);
                send(talker, due, latencies, answered);
                sent.add(answered);
            }
            sent.forEach(ConversationReport::await);
        });
        return new Result(name, (System.nanoTime() - start) / (double) SECOND, latencies);
    }

    /** Each on a thread of their own, as an event thread of a platform; returns when all have finished. */
    private void everybody(String part, Consumer<Talker> talks) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Talker talker = new Talker("%d.%s.%d".formatted(run, part, i), random.split());
            threads.add(Thread.ofVirtual().start(() -> talks.accept(talker)));
        }
        for (Thread each : threads) {
            each.join();
        }
    }

    private void send(Talker talker, long due, Latencies latencies, CountDownLatch answered) {
        IncomingMessage message = talker.next();
        boolean tap = message.content() instanceof Tapped;
        reception.receive(message, reply -> {
            latencies.add(new Took(System.nanoTime() - due, tap, reply instanceof Apology));
            talker.hears(reply);
            answered.countDown();
        });
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(CountDownLatch answered) {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
