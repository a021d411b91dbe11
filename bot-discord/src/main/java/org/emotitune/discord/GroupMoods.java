package org.emotitune.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rounds in which several people tap how they feel in one message for a minute; then songs come for all of them. The last
 * tap of a person counts. All of it is in memory alone: who tapped what is nowhere else, and gone with the round. A round
 * ends exactly once, at its time or when the bot stops. Thread-safe.
 */
final class GroupMoods {
    static final Duration LENGTH = Duration.ofMinutes(1);

    static final int MOST_ROUNDS = 500;

    /** How long an ended round waits for changes of its message that are on their way: what comes later is lost anyway. */
    static final Duration LAST_CHANGES = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(GroupMoods.class);

    private final Function<Language, Reply.Question> question;
    private final BiFunction<List<String>, Language, Reply> together;
    private final Later later;
    private final InstantSource clock;
    private final Map<Long, GroupRound> rounds = new ConcurrentHashMap<>();
    private boolean closed;

    /**
     * The message of a round, once it is there. Called once each, in this order, on a thread that may block. Who implements
     * it takes care of what Discord refuses.
     */
    interface Shown {
        /** The round is over: the message changes for the last time. */
        void update(MessageEditData ended);

        /** @param songs messages for everybody, in order, at least one */
        void answer(List<MessageCreateData> songs);
    }

    /**
     * What a round begins with.
     *
     * @param round an id that no other round has: best of the interaction that asks for it
     * @param host id of the person who asks for it
     * @param language of its message and its songs
     */
    record Beginning(long round, Place place, long host, Language language) {}

    /** Whether there is a round. */
    sealed interface Start {
        /** @param message for everybody there */
        record Begun(MessageCreateData message) implements Start {}

        /** @param told for the host alone */
        record Refused(MessageCreateData told) implements Start {}
    }

    /** What becomes of a tap. */
    sealed interface Tapped {
        /**
         * It counts.
         *
         * @param message what the message is to look like now
         * @param newest whether nobody has tapped since
         * @param shown to be called once, when the message has been changed or could not be: the end waits for that, so
         *     that it is not undone. Never blocks
         */
        record Counted(MessageEditData message, BooleanSupplier newest, Runnable shown) implements Tapped {}

        /**
         * It does not: the round is over, or was forgotten when the bot was started anew.
         *
         * @param told for the person alone
         */
        record Over(MessageCreateData told) implements Tapped {}
    }

    /**
     * @param question what a round begins with, in a language
     * @param together the reply to the actions of the question's buttons, one for each person; may take its time
     */
    GroupMoods(
            Function<Language, Reply.Question> question,
            BiFunction<List<String>, Language, Reply> together,
            Later later,
            InstantSource clock) {
        this.question = question;
        this.together = together;
        this.later = later;
        this.clock = clock;
    }

    /** Begins a round, one at a time in a channel and for a host. It ends after {@link #LENGTH}. */
    synchronized Start start(Beginning beginning, Shown shown) {
        Language language = beginning.language();
        if (closed || rounds.size() >= MOST_ROUNDS) {
            return new Start.Refused(GroupReplies.told("apology.busy", language));
        }
        if (rounds.values().stream().anyMatch(round -> isInTheWay(round.beginning(), beginning))) {
            return new Start.Refused(GroupReplies.told("group.open", language));
        }
        GroupRound round = new GroupRound(
                beginning, question.apply(language), clock.instant().plus(LENGTH), shown);
        rounds.put(beginning.round(), round);
        later.in(LENGTH, () -> end(round));
        return new Start.Begun(GroupReplies.open(round.view()));
    }

    private static boolean isInTheWay(Beginning open, Beginning other) {
        return open.round() == other.round()
                || open.place().channel() == other.place().channel()
                || open.host() == other.host();
    }

    /** Forgets a round whose message could not be sent, or is gone: nothing is said at its end. */
    void drop(long round) {
        GroupRound dropped = rounds.get(round);
        if (dropped != null && dropped.end()) {
            remove(dropped);
        }
    }

    /**
     * Somebody taps.
     *
     * @param round and action, whatever came in
     * @param language of the person
     */
    Tapped tap(long round, long person, String action, Language language) {
        GroupRound open = rounds.get(round);
        if (open == null) {
            return over(language);
        }
        return open.tap(person, action).<Tapped>map(view -> counted(open, view)).orElseGet(() -> over(language));
    }

    private Tapped counted(GroupRound round, GroupRound.View view) {
        return new Tapped.Counted(
                MessageEditData.fromCreateData(GroupReplies.open(view)),
                () -> round.view().equals(view),
                () -> shown(round));
    }

    private static Tapped over(Language language) {
        return new Tapped.Over(GroupReplies.told("group.over", language));
    }

    private void shown(GroupRound round) {
        if (round.isShown()) {
            later.in(Duration.ZERO, () -> finish(round));
        }
    }

    /**
     * Ends all rounds now, and begins no more.
     *
     * @param patience real time to wait for those whose message is still changing, or whose songs are on their way
     */
    void close(Duration patience) {
        synchronized (this) {
            closed = true;
        }
        List<GroupRound> open = List.copyOf(rounds.values());
        open.forEach(round -> Thread.ofVirtual().name("group-mood").start(() -> end(round)));
        CompletableFuture<?>[] ends = open.stream().map(GroupRound::over).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            log.warn("Not all rounds of group moods have ended before the bot stops");
        }
        finishAll(open);
    }

    /** All at the same time, and no longer than the last changes of messages may take. */
    private void finishAll(List<GroupRound> open) {
        List<Thread> ends = open.stream()
                .map(round -> Thread.ofVirtual().name("group-mood").start(() -> finish(round)))
                .toList();
        long end = System.nanoTime() + LAST_CHANGES.toNanos();
        try {
            for (Thread each : ends) {
                boolean unused = each.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(GroupRound round) {
        if (round.close()) {
            finish(round);
        } else {
            later.in(LAST_CHANGES, () -> finish(round));
        }
    }

    private void finish(GroupRound round) {
        if (!round.end()) {
            return;
        }
        try {
            carefully(() -> round.shown().update(GroupReplies.ended(round.view())));
            Reply reply = reply(round);
            carefully(() -> round.shown().answer(DiscordReplies.messages(reply, GroupReplies.EVERYBODY)));
        } finally {
            remove(round);
        }
    }

    private void remove(GroupRound round) {
        rounds.remove(round.beginning().round(), round);
        round.over().complete(null);
    }

    private Reply reply(GroupRound round) {
        Language language = round.beginning().language();
        try {
            return together.apply(round.actions(), language);
        } catch (RuntimeException e) {
            log.error("A round of group moods could not be answered: {}", named(e));
            return new Reply.Apology(language, Reply.Reason.UNAVAILABLE, Texts.in(language, "apology.unavailable"));
        }
    }

    /** What goes wrong with one message must not keep the next one. */
    private static void carefully(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException e) {
            log.error("A message of a round of group moods could not be sent: {}", named(e));
        }
    }

    /** Without its message, which may have an address with a token in it. */
    private static String named(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
