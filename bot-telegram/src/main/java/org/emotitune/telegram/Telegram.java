package org.emotitune.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.emotitune.config.TelegramSettings;
import org.emotitune.log.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/**
 * Calls of the Bot API: within Telegram's limits, again where that is safe, and never longer than is told. Calls block;
 * they are made on virtual threads. Thread-safe.
 */
final class Telegram implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Telegram.class);
    /** Telegram counts in whole seconds, and the network takes its time. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    /**
     * How much is sent at most. Edits of messages count as messages.
     *
     * @param perSecond messages to all chats
     * @param inChat least time between two messages to a chat
     * @param perMinute messages to a group
     */
    record Limits(int perSecond, Duration inChat, int perMinute) {
        /** As Telegram publishes them. */
        static final Limits PUBLISHED = new Limits(30, Duration.ofSeconds(1), 20);

        Limits {
            if (perSecond < 1 || inChat.isNegative() || perMinute < 1) {
                throw new IllegalArgumentException("nothing could be sent within %d a second, %s apart, %d a minute"
                        .formatted(perSecond, inChat, perMinute));
            }
        }
    }

    /** A call on its way; the chat is the one that the caller named. */
    private record Errand<T extends Serializable>(
            long chat, BotCall<T> call, Patience.Attempts attempts, boolean isUrgent) {
        boolean counts() {
            return chat != 0 && call.counts() && !isUrgent;
        }

        boolean mayBeRepeated() {
            return isUrgent || call.mayBeRepeated();
        }
    }

    private final Wire wire;
    private final Pace pace;
    private final Patience patience;
    private final Whereabouts whereabouts = new Whereabouts();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param settings with a token */
    Telegram(TelegramSettings settings, Limits limits) {
        this(settings, limits, Patience.USUAL);
    }

    Telegram(TelegramSettings settings, Limits limits, Patience patience) {
        String token = settings.token();
        if (token == null) {
            throw new IllegalArgumentException("there is no token of a Telegram bot");
        }
        Secrets.hide(token);
        this.wire = new Wire(token, settings.api());
        this.pace = new Pace(limits);
        this.patience = patience;
    }

    /**
     * What counts in the limits waits a second, as if all had been used just now: Telegram still counts what the bot sent
     * before it was started anew. What a group got within the minute before is not known; there a 429 may come.
     */
    void beginAnew() {
        pace.rest(Duration.ofSeconds(1).plus(MARGIN));
    }

    /** Told of each chat that is gone (403), and of each that got another id; from any thread. */
    void listen(LongConsumer gone, BiConsumer<Long, Long> moved) {
        whereabouts.listen(gone, moved);
    }

    /**
     * Calls, as often as it takes: waits for the limits, obeys 429, tries again what has surely not been done, and what
     * may be done twice without harm. A group that became another one is followed; then the method's chat is changed,
     * as is its text where Telegram cannot read its HTML. An interrupt ends the call, and is kept.
     *
     * @param chat what it is about; 0 where it is about none. Only messages and edits count in its limits
     */
    <T extends Serializable> Outcome<T> call(long chat, PartialBotApiMethod<T> method) {
        return run(new Errand<>(chat, new BotCall<>(method), patience.begin(), false));
    }

    /**
     * Calls for somebody in danger: waits for no limit but a 429, and rather does it twice than not at all. To be called
     * sparingly in a chat.
     */
    <T extends Serializable> Outcome<T> urgent(long chat, PartialBotApiMethod<T> method) {
        return run(new Errand<>(chat, new BotCall<>(method), patience.beginUrgent(), true));
    }

    private <T extends Serializable> Outcome<T> run(Errand<T> errand) {
        callers.add(Thread.currentThread());
        try {
            Optional<Outcome<T>> outcome = Optional.empty();
            while (outcome.isEmpty()) {
                outcome = attempt(errand);
            }
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed<>("interrupted");
        } finally {
            callers.remove(Thread.currentThread());
        }
    }

    /** @return empty where it is to be done again */
    private <T extends Serializable> Optional<Outcome<T>> attempt(Errand<T> errand) throws InterruptedException {
        if (closed || Thread.interrupted()) {
            throw new InterruptedException();
        }
        long chat = current(errand.chat);
        if (chat != errand.chat && !errand.call.goTo(chat)) {
            return failed("a %s cannot follow a chat that got another id".formatted(errand.call.name()));
        }
        if (errand.attempts.left().isNegative()) {
            return failed("not done within %s".formatted(patience.inAll()));
        }
        if (!errand.counts()) {
            return judged(errand, errand.isUrgent ? wire.sendFirst(errand.call) : wire.send(errand.call));
        }
        Optional<Pace.Turn> turn = pace.turn(chat, errand.attempts.left());
        if (turn.isEmpty()) {
            return failed("there was no turn within %s".formatted(patience.inAll()));
        }
        return judged(errand, turn.get().take(() -> wire.send(errand.call)));
    }

    private <T extends Serializable> Optional<Outcome<T>> judged(Errand<T> errand, Answer<T> answer)
            throws InterruptedException {
        return switch (answer) {
            case Answer.Done<T>(var result) -> Optional.of(new Outcome.Done<>(result));
            case Answer.TooMany<T>(var pause) -> rest(errand, pause.plus(MARGIN));
            case Answer.Moved<T>(var to) -> follow(errand.chat, to);
            case Answer.Refused<T>(var code, var why) -> refused(errand, code, why);
            case Answer.Trouble<T>(var status) ->
                errand.attempts.afterTrouble() ? Optional.empty() : failed("HTTP " + status);
            case Answer.NotSent<T>(var why) ->
                errand.attempts.afterLoss() ? Optional.empty() : failed("Telegram is out of reach: " + why);
            case Answer.Lost<T>(var why) ->
                errand.mayBeRepeated() && errand.attempts.afterTrouble() ? Optional.empty() : unknown(errand, why);
            case Answer.Wrong<T>(var why) -> failed(Refusal.withoutQuotes(why));
        };
    }

    private static <T extends Serializable> Optional<Outcome<T>> unknown(Errand<T> errand, String why) {
        log.info("Nobody can tell whether a {} was done: {}", errand.call.name(), why);
        return Optional.of(new Outcome.Unknown<>());
    }

    private <T extends Serializable> Optional<Outcome<T>> rest(Errand<T> errand, Duration wait)
            throws InterruptedException {
        boolean counts = errand.counts();
        if (errand.chat != 0 && errand.call.counts()) {
            // The next turn comes after that.
            pace.refused(current(errand.chat), wait);
        }
        boolean again = counts ? wait.compareTo(errand.attempts.left()) < 0 : errand.attempts.wait(wait);
        return again ? Optional.empty() : failed("429: to be tried again in %s only".formatted(wait));
    }

    private <T> Optional<Outcome<T>> follow(long chat, long to) {
        if (chat == 0) {
            return failed("the chat got another id");
        }
        whereabouts.moved(chat, to);
        return Optional.empty();
    }

    private <T extends Serializable> Optional<Outcome<T>> refused(Errand<T> errand, int code, String why) {
        return switch (Refusal.of(code, why)) {
            case NOT_MODIFIED -> Optional.of(new Outcome.NotModified<>());
            case NOT_FOUND -> Optional.of(new Outcome.NotFound<>());
            case FORBIDDEN -> Optional.of(new Outcome.Forbidden<>());
            case GONE -> {
                whereabouts.gone(current(errand.chat));
                yield Optional.of(new Outcome.Forbidden<>());
            }
            case NO_THREAD -> errand.call.leaveThread() ? Optional.empty() : failed(code, why);
            case BAD_MARKUP -> plain(errand, code, why);
            case OTHER -> failed(code, why);
        };
    }

    private static <T extends Serializable> Optional<Outcome<T>> plain(Errand<T> errand, int code, String why) {
        log.error("Telegram cannot read the HTML of a {}.", errand.call.name());
        return errand.call.makePlain() ? Optional.empty() : failed(code, why);
    }

    private static <T> Optional<Outcome<T>> failed(int code, String why) {
        return failed(code + " " + Refusal.withoutQuotes(why));
    }

    private static <T> Optional<Outcome<T>> failed(String reason) {
        return Optional.of(new Outcome.Failed<>(reason));
    }

    /** Where a chat is now. */
    long current(long chat) {
        return whereabouts.current(chat);
    }

    /** Ends what waits and what is under way; its threads are interrupted. For the end of the process. */
    @Override
    public void close() {
        closed = true;
        callers.forEach(Thread::interrupt);
        wire.close();
    }
}
