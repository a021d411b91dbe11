package org.emotitune.reception;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.reception.WaitingRoom.Admission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the conversation. Platforms hand messages in and go on at once; every message gets exactly one reply,
 * whatever happens. A person's messages are answered one after another, in the order in which they came. Whoever asks
 * for more than is fair, or comes when too many are there, gets a kind apology. Somebody in danger never waits and is
 * never turned away, not even by a closed door.
 *
 * <p>Of messages nothing is kept but those that wait, and nothing of them or of people is logged. Thread-safe.
 */
public final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final int MOST_ALLOWANCES = 50_000;
    /** For apologies that are on their way when the door has been closed. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Function<IncomingMessage, Reply> conversation;
    private final Predicate<IncomingMessage> urgent;
    private final Function<IncomingMessage, Language> language;
    private final WaitingRoom room;
    private final Crew answering = new Crew();
    private final Crew apologising = new Crew();

    /**
     * @param conversation answers a message, also several at the same time; may take its time, for it is called on
     *     virtual threads
     * @param urgent whether somebody may be in danger. Called on the threads of the platforms: takes microseconds and
     *     needs nothing that could hang
     * @param language the language to apologise in; needs nothing that could hang, either
     * @param clock for the allowances; the end of waiting in {@link #close} is real time
     */
    public Reception(
            Function<IncomingMessage, Reply> conversation,
            Predicate<IncomingMessage> urgent,
            Function<IncomingMessage, Language> language,
            FairUse fairUse,
            InstantSource clock) {
        this.conversation = conversation;
        this.urgent = urgent;
        this.language = language;
        this.room = new WaitingRoom(fairUse, new Allowances(fairUse, clock, MOST_ALLOWANCES));
    }

    /**
     * Takes a message in and returns at once.
     *
     * @param visitor gets the reply, on a virtual thread. The person's next message begins when it returns, and until
     *     then this one counts as in work
     */
    public void receive(IncomingMessage message, Consumer<Reply> visitor) {
        Visit visit = new Visit(message, visitor);
        if (isUrgent(message)) {
            answering.start(visit, () -> answer(visit));
            return;
        }
        switch (room.admit(visit)) {
            case Admission.Begin() -> begin(visit);
            case Admission.Wait() -> {}
            case Admission.LineFull() -> apologise(visit, Apologies::oneAfterAnother);
            case Admission.TooFast(var pause) -> apologise(visit, in -> Apologies.comeBack(in, pause));
            case Admission.Busy() -> apologise(visit, Apologies::busy);
        }
    }

    /**
     * Closes the door: apologises to those who wait, and from now on to all who come, but for somebody in danger. Waits
     * for what is in work; what takes too long is interrupted and apologised for.
     *
     * @param patience real time to wait for answers; the apologies after that take five seconds at most. An interrupt
     *     of this thread ends both early
     */
    public void close(Duration patience) {
        room.close().forEach(visit -> apologise(visit, Apologies::busy));
        if (!answering.endsWithin(patience)) {
            answering.interrupt(visit -> apologise(visit, Apologies::unavailable));
        }
        apologising.endsWithin(LAST_WORDS);
    }

    private boolean isUrgent(IncomingMessage message) {
        try {
            return urgent.test(message);
        } catch (Throwable e) {
            log.error("whether a message is urgent could not be told: {}", Trace.withoutWords(e));
            return true; // the mistake that harms nobody
        }
    }

    private void begin(Visit visit) {
        answering.start(visit, () -> {
            try {
                answer(visit);
            } finally {
                room.done(visit).ifPresent(this::begin);
            }
        });
    }

    private void answer(Visit visit) {
        Reply reply = reply(visit.message());
        if (visit.claim()) {
            deliver(visit, reply);
        }
    }

    private Reply reply(IncomingMessage message) {
        try {
            return Objects.requireNonNull(conversation.apply(message), "no reply");
        } catch (Throwable e) { // whatever it is, somebody waits for a reply
            log.error("a message could not be answered: {}", Trace.withoutWords(e));
            return Apologies.unavailable(language(message));
        }
    }

    private Language language(IncomingMessage message) {
        try {
            return language.apply(message);
        } catch (Throwable e) {
            log.error("the language of a message could not be told: {}", Trace.withoutWords(e));
            return message.sender().locale();
        }
    }

    /** @return whether this is the visit's one reply */
    private boolean apologise(Visit visit, Function<Language, Reply.Apology> apology) {
        boolean first = visit.claim();
        if (first) {
            apologising.start(visit, () -> deliver(visit, apology.apply(language(visit.message()))));
        }
        return first;
    }

    private static void deliver(Visit visit, Reply reply) {
        try {
            visit.visitor().accept(reply);
        } catch (Throwable e) { // the reply has been given; others go on
            log.error("a reply could not be delivered: {}", Trace.withoutWords(e));
        }
    }
}
