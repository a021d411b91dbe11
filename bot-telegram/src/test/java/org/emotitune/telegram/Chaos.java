package org.emotitune.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.emotitune.config.Settings;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.Limits.Strictness;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;

/**
 * Many people talk to the bot at Telegram's published limits while calls of all methods fail at random, the network is
 * away for some seconds, and the bot is started anew in the middle.
 */
final class Chaos implements AutoCloseable {
    private static final double FAULTS = 0.04;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final List<Fault> KINDS = List.of(
            Faults.tooMany(1),
            Faults.status(500),
            Faults.badGateway(),
            Faults.garbage(),
            new Fault.Dropped(),
            new Fault.AnswerLost(),
            new Fault.Slow(SLOW));
    private static final Limits ROOMY = new Limits(1_000, Duration.ZERO, 100_000);

    private static final Set<String> COUNTED = Set.of("sendMessage", "editMessageText", "editMessageReplyMarkup");

    private static final double TAPS = 0.2;
    private static final double QUERIES = 0.08;
    /** Some write several messages in a row. */
    private static final double AGAIN = 0.1;

    /**
     * @param perSecond updates; with the edits and what is tried again Telegram takes less than 30
     * @param away how long there is no network
     * @param phrases of each language
     */
    record Size(int updates, int chats, double perSecond, Duration away, int phrases, long seed) {}

    private final Size size;
    private final Random random;
    private final LocalTelegram telegram = new LocalTelegram();
    private final Person admin = telegram.person("Olga", "en");
    private final Settings settings;
    private final Consumer<String> progress;
    private final List<Thread> events = new ArrayList<>();
    private int sent;
    private volatile int late;
    private volatile RunningBot bot;

    /** @param settings for the address of a Bot API, and the number of an admin */
    Chaos(Size size, BiFunction<URI, String, Settings> settings, Consumer<String> progress) {
        this.size = size;
        this.random = new Random(size.seed);
        this.settings = settings.apply(telegram.address(), Long.toString(admin.id()));
        this.progress = progress;
        try {
            this.bot = RunningBot.on(this.settings, ROOMY);
        } catch (RuntimeException | Error e) {
            telegram.close();
            throw e;
        }
    }

    Person admin() {
        return admin;
    }

    /** @param afterwards done while calls still fail, after everything has been counted */
    ChaosFindings run(Consumer<LocalTelegram> afterwards) {
        ChaosTexts texts = ChaosTexts.rehearsed(telegram, size.phrases);
        bot.close();
        telegram.forget();
        ChaosCrowd crowd = new ChaosCrowd(telegram, texts, random, size.chats);
        try (ChaosLog log = new ChaosLog(texts.sentences())) {
            bot = RunningBot.on(settings, Limits.PUBLISHED);
            telegram.limits().be(Strictness.MESSAGES_AND_EDITS);
            telegram.faults().random(size.seed, FAULTS, KINDS);
            long start = System.nanoTime();
            everybodyTalks(crowd, start);
            progress.accept("all is said");
            drain();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            ChaosFindings found = ChaosFindings.of(crowd.talks(), telegram, log, late, bot.undelivered(), time);
            afterwards.accept(telegram);
            telegram.faults().none();
            return found;
        }
    }

    private void everybodyTalks(ChaosCrowd crowd, long start) {
        while (sent < size.updates) {
            sleepUntil(start
                    + (long) (sent / size.perSecond * Duration.ofSeconds(1).toNanos()));
            ChaosTalk talk = crowd.next();
            goesOn(talk);
            trouble(++sent);
            while (sent < size.updates && random.nextDouble() < AGAIN) {
                talk.says(random);
                trouble(++sent);
            }
        }
        events.forEach(Chaos::join);
    }

    private void goesOn(ChaosTalk talk) {
        double what = random.nextDouble();
        if (what < TAPS) {
            talk.taps(random);
        } else if (what < TAPS + QUERIES) {
            talk.asksInline(random);
        } else {
            talk.says(random);
        }
    }

    private void trouble(int now) {
        if (now == size.updates / 3) {
            begin("the network is gone", () -> {
                telegram.cut();
                sleepUntil(System.nanoTime() + size.away.toNanos());
                telegram.mend();
            });
        } else if (now == size.updates * 2 / 3) {
            begin("the bot is started anew", () -> {
                bot.close();
                late = Math.toIntExact(
                        telegram.underWay().stream().filter(COUNTED::contains).count());
                bot = RunningBot.on(settings, Limits.PUBLISHED);
            });
        }
    }

    private void begin(String what, Runnable event) {
        progress.accept(what);
        events.add(Thread.ofPlatform().name(what).start(event));
    }

    /** Waits until nothing waits, neither at Telegram nor in the bot. */
    private void drain() {
        telegram.until(() -> telegram.waitingUpdates() == 0 && bot.undelivered() == 0);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        bot.close();
        telegram.close();
    }
}
