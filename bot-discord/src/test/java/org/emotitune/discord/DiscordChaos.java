package org.emotitune.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.emotitune.config.Settings;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.Faults.Fault;
import org.emotitune.discord.testing.Gateway;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.Route;

/** Many people use the bot while calls fail at random, the gateway breaks in every way, and the network is away. */
final class DiscordChaos implements AutoCloseable {
    private static final double FAULTS = 0.04;
    private static final List<Fault> KINDS = List.of(
            Faults.tooMany(0.3),
            Faults.status(500),
            Faults.status(503),
            Faults.dropped(),
            Faults.answerLost(),
            Faults.slow(Duration.ofMillis(900)));
    private static final Route[] ROUTES = {
        Route.CALLBACK,
        Route.FOLLOW_UP,
        Route.EDIT_ANSWER,
        Route.DELETE_ANSWER,
        Route.SEND,
        Route.TYPING,
        Route.OPEN_DIRECT
    };

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration JAM = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** Longer than the bot waits for any call. */
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private static final int UNKNOWN_ERROR = 4_000;
    /** Something happens to the connection after each but the last. */
    private static final int PARTS = 8;

    /** Asked while the gateway is away. */
    private static final int MEANWHILE = 5;

    /**
     * @param atOnce so many may wait for an answer, as far as Discord has not lost them; then the others wait
     * @param away how long there is no network
     * @param stopped whether the server's clock stands still but while there is no network: then nobody is late because
     *     this machine is slow
     */
    record Size(
            int interactions, int people, int atOnce, double perSecond, Duration away, boolean stopped, long seed) {}

    private final Size size;
    private final LocalDiscord discord = new LocalDiscord();
    private final ChaosCrowd crowd;
    private final Consumer<String> progress;
    private final List<ChaosQuestion> asked = new ArrayList<>();
    private final List<ChaosQuestion> waiting = new ArrayList<>();
    /** Questions that Discord or the network may have lost. */
    private final Set<ChaosQuestion> lost = new HashSet<>();

    private final RunningBot bot;
    private boolean away;
    private int interactions;
    private int troubles;

    /** @param settings of a bot on that Discord */
    DiscordChaos(Size size, Function<LocalDiscord, Settings> settings, Consumer<String> progress) {
        this.size = size;
        this.progress = progress;
        this.crowd = new ChaosCrowd(discord, size.people, new Random(size.seed));
        try {
            this.bot = RunningBot.on(settings.apply(discord), discord);
        } catch (RuntimeException | Error e) {
            discord.close();
            throw e;
        }
    }

    ChaosFindings run() {
        if (!size.stopped) {
            discord.clock().run();
        }
        try (ChaosLog log = new ChaosLog(ChaosCrowd.WORDS)) {
            discord.faults().random(size.seed, FAULTS, KINDS, ROUTES);
            long start = System.nanoTime();
            everybodyAsks(start);
            progress.accept("all is asked");
            settle();
            bot.close();
            discord.clock().advance(LocalInteraction.TO_ACKNOWLEDGE.plusSeconds(1));
            return ChaosFindings.of(discord, crowd, asked, lost, log);
        }
    }

    private void everybodyAsks(long start) {
        int part = size.interactions / PARTS;
        while (interactions < size.interactions) {
            sleepUntil(start
                    + (long) (asked.size()
                            / size.perSecond
                            * Duration.ofSeconds(1).toNanos()));
            ask();
            letThemWait();
            if (interactions >= part * (troubles + 1)) {
                trouble(++troubles);
            }
        }
    }

    private void ask() {
        ChaosQuestion question = crowd.next();
        asked.add(question);
        if (away) {
            lost.add(question);
        }
        if (question.used().isPresent()) {
            interactions++;
            waiting.add(question);
        }
    }

    private void letThemWait() {
        long jam = System.nanoTime() + JAM.toNanos();
        waiting.removeIf(one -> !one.isOpen());
        while (waiting.size() > size.atOnce && System.nanoTime() - jam < 0) {
            LockSupport.parkNanos(GLANCE.toNanos());
            waiting.removeIf(one -> !one.isOpen());
        }
        if (waiting.size() > size.atOnce) {
            waiting.clear();
        }
    }

    private void trouble(int which) {
        Gateway gateway = discord.gateway();
        switch (which) {
            case 1 -> interrupted("the connection breaks", gateway::drop, !size.stopped);
            case 2 -> interrupted("Discord asks to come back", gateway::askToReconnect, !size.stopped);
            case 3 ->
                interrupted(
                        "the connection breaks, and the session is forgotten",
                        () -> {
                            gateway.forgetSessions(); // first: the bot comes back at once
                            gateway.drop();
                        },
                        true);
            case 4 -> interrupted("the network is gone", this::withoutNetwork, true);
            case 5 -> interrupted("the session is invalid", () -> gateway.invalidate(false), true);
            case 6 ->
                interrupted(
                        "an unknown error closes the connection", () -> gateway.close(UNKNOWN_ERROR), !size.stopped);
            case 7 -> interrupted("the connection breaks again", gateway::drop, !size.stopped);
            default -> {}
        }
    }

    /** @param loses whether what is asked meanwhile may be lost, or come too late */
    private void interrupted(String what, Runnable event, boolean loses) {
        progress.accept(what);
        int before = sessions();
        if (loses) {
            lost.addAll(asked.stream().filter(DiscordChaos::mayBeUnderWay).toList());
        }
        away = loses;
        event.run();
        for (int i = 0; i < MEANWHILE; i++) {
            ask();
        }
        try {
            discord.until(() -> sessions() > before && discord.gateway().connected() == 1);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "the bot did not come back after: %s (%d sessions, %d before, %d connected)"
                            .formatted(
                                    what, sessions(), before, discord.gateway().connected()),
                    e);
        }
        away = false;
    }

    private static boolean mayBeUnderWay(ChaosQuestion question) {
        return question.used().isEmpty() ? !isPosted(question) : question.isOpen();
    }

    private static boolean isPosted(ChaosQuestion question) {
        return question.channel().ofBot().stream()
                .flatMap(message -> ChaosCalls.cause(message).stream())
                .anyMatch(id -> id == question.id());
    }

    private int sessions() {
        return discord.gateway().identified() + discord.gateway().resumed();
    }

    private void withoutNetwork() {
        discord.cut();
        for (int i = 0; i < MEANWHILE; i++) {
            ask();
        }
        sleepUntil(System.nanoTime() + size.away.toNanos());
        if (size.stopped) {
            discord.clock().advance(LocalInteraction.TO_ACKNOWLEDGE.plusMillis(100));
        }
        discord.mend();
    }

    /** Waits until all is answered, but for what was lost, and then until the bot calls no more. */
    private void settle() {
        long last = System.nanoTime();
        int calls = 0;
        while (System.nanoTime() - last < (isAllAnswered() ? QUIET : LONGEST).toNanos()) {
            LockSupport.parkNanos(QUIET.toNanos() / 10);
            int now = discord.calls().size();
            last = now == calls ? last : System.nanoTime();
            calls = now;
        }
    }

    private boolean isAllAnswered() {
        Set<Long> hurt = new ChaosCalls(discord.calls()).hurt();
        return asked.stream().noneMatch(one -> one.isOpen() && !lost.contains(one) && !hurt.contains(one.id()));
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        bot.close();
        discord.close();
    }
}
