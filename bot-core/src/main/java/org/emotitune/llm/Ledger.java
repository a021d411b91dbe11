package org.emotitune.llm;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a language model costs and stops it before a limit is passed, for all processes on one database together.
 * Thread-safe. Every method throws {@link org.emotitune.index.StoreUnavailableException} if the database fails.
 */
public interface Ledger {

    /** What a call is for. */
    enum Purpose {
        MESSAGE,
        SONG,
        WORDS
    }

    /** A limit that stands in the way of a call. */
    enum Limit {
        TOKENS_PER_DAY,
        MONEY_PER_DAY,
        TOKENS_PER_JOB,
        MONEY_PER_JOB
    }

    /** Money for a million tokens, in any currency. */
    record Price(double input, double output) {
        public Price {
            if (!(input >= 0 && output >= 0)) {
                throw new IllegalArgumentException("no price: %s, %s".formatted(input, output));
            }
        }

        public double of(Tokens tokens) {
            return (tokens.input() * input + tokens.output() * output) / 1_000_000;
        }
    }

    /**
     * How much may be spent. Days are of UTC; they hold all that is spent, for messages, songs and words.
     *
     * @param price null where none is known; then there is no limit of money
     */
    record Limits(
            long tokensPerDay,
            long tokensPerJob,
            double moneyPerDay,
            double moneyPerJob,
            @Nullable Price price) {
        public Limits {
            if (!(tokensPerDay >= 0 && tokensPerJob >= 0 && moneyPerDay >= 0 && moneyPerJob >= 0)) {
                throw new IllegalArgumentException("a limit below 0: %d, %d, %s, %s"
                        .formatted(tokensPerDay, tokensPerJob, moneyPerDay, moneyPerJob));
            }
        }

        /** @return the limit that a day with so many tokens, used and set aside, would pass */
        public Optional<Limit> passedByDay(Tokens taken) {
            if (taken.all() > tokensPerDay) {
                return Optional.of(Limit.TOKENS_PER_DAY);
            }
            return costs(taken) > moneyPerDay ? Optional.of(Limit.MONEY_PER_DAY) : Optional.empty();
        }

        /** @return the limit that a job with so many tokens, used and set aside, would pass */
        public Optional<Limit> passedByJob(Tokens taken) {
            if (taken.all() > tokensPerJob) {
                return Optional.of(Limit.TOKENS_PER_JOB);
            }
            return costs(taken) > moneyPerJob ? Optional.of(Limit.MONEY_PER_JOB) : Optional.empty();
        }

        private double costs(Tokens taken) {
            return price == null ? 0 : price.of(taken);
        }
    }

    /**
     * Sets the most aside that a call can use, unless that is more than is left. What is set aside counts like what is
     * used until it is settled, by the same object; if the process dies before, it stays counted.
     *
     * @param job that the call is for; null for none
     * @return the limit that stands in the way; empty if the call may be made
     */
    Optional<Limit> reserve(Purpose purpose, @Nullable Long job, Tokens most);

    /**
     * A call is over: what it has used takes the place of what was set aside, on the day on which that was. If the
     * database fails, what was set aside stays counted.
     *
     * @param used none if the call came to nothing: then it is no call
     * @throws IllegalArgumentException if nothing like it was set aside
     */
    void settle(Purpose purpose, @Nullable Long job, Tokens most, Tokens used);

    /** Counts something that happened to a message or a song. */
    void count(Purpose purpose, Event event);

    /** What can become of a message or a song. */
    enum Event {
        /** Read by the model. */
        READ,
        /** Known from before: nothing was asked. */
        KNOWN,
        /** No answer within the time. */
        TOO_LATE,
        /** The server did not answer. */
        UNAVAILABLE,
        /** The server refuses: key, model or setting. */
        REFUSED,
        /** Two answers that could not be used. */
        UNUSABLE,
        /** The budget is spent. */
        OVER_BUDGET,
        /** Too many calls at once. */
        CROWDED
    }

    /**
     * @param calls those that used something
     * @param events those that happened
     */
    record Use(long calls, Tokens tokens, Map<Event, Long> events) {
        public Use {
            events = Map.copyOf(events);
        }
    }

    /** @return what was used on a day, for all purposes that were any */
    Map<Purpose, Use> on(LocalDate day);

    /** @return what counts against the limits of today: used, and set aside and not settled yet */
    Tokens takenToday();

    /** What a job has used: calls and tokens, no events; nothing if it is not known. */
    Use job(long job);
}
