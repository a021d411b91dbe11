package org.emotitune.llm;

import java.util.concurrent.atomic.AtomicReference;

/** What a server and its model can, as far as that was found out. For all who ask the same model. Thread-safe. */
final class Dialect {

    /** How the limit of an answer is called. */
    enum Limit {
        MAX_TOKENS,
        /** For reasoning models of OpenAI. */
        MAX_COMPLETION_TOKENS;

        Limit other() {
            return this == MAX_TOKENS ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
        }
    }

    /**
     * A way to ask.
     *
     * @param proven whether there was a good answer in JSON at this level
     * @param temperature whether one may be set
     * @param most tokens that an answer may be allowed
     * @param thinks whether the model thinks before it answers, and that counts as part of the answer
     */
    record Way(OutputLevel level, boolean proven, boolean temperature, Limit limit, int most, boolean thinks) {
        /** What models of the day can write at once, and far more than is ever needed. */
        static final int MOST = 16_000;

        /** What most servers of the day can. */
        static final Way FIRST = new Way(OutputLevel.JSON_SCHEMA, false, true, Limit.MAX_TOKENS, MOST, false);

        /** @return the next level; the last one has none below it */
        Way lower() {
            OutputLevel next = level == OutputLevel.JSON_SCHEMA ? OutputLevel.JSON : OutputLevel.LIST;
            return new Way(next, false, temperature, limit, most, thinks);
        }

        Way proved() {
            return new Way(level, true, temperature, limit, most, thinks);
        }

        Way withoutTemperature() {
            return new Way(level, proven, false, limit, most, thinks);
        }

        Way withOtherLimit() {
            return new Way(level, proven, temperature, limit.other(), most, thinks);
        }

        Way capped(int lower) {
            return new Way(level, proven, temperature, limit, Math.min(most, lower), thinks);
        }

        Way thinking() {
            return new Way(level, proven, temperature, limit, most, true);
        }

        /**
         * What both know. Several callers may find the same thing out at the same time: it counts once.
         *
         * @param learnt later than this
         * @param told whether the server itself has told it; what was only tried out takes back nothing that is proven
         */
        private Way and(Way learnt, boolean told) {
            boolean lower = learnt.level.compareTo(level) > 0 && (told || !proven);
            return new Way(
                    lower ? learnt.level : level,
                    lower ? learnt.proven : proven || (learnt.proven && learnt.level == level),
                    temperature && learnt.temperature,
                    learnt.limit,
                    Math.min(most, learnt.most),
                    thinks || learnt.thinks);
        }
    }

    private final AtomicReference<Way> way = new AtomicReference<>(Way.FIRST);

    Way way() {
        return way.get();
    }

    /**
     * Asked so, it has answered.
     *
     * @param told whether it was asked so because the server itself said so, not because it might help
     */
    void worked(Way learnt, boolean told) {
        way.updateAndGet(known -> known.and(learnt, told));
    }

    /** An answer at this level was no JSON: the next one, unless others have shown that it works. */
    void doubt(OutputLevel level) {
        way.updateAndGet(known -> known.level() == level && !known.proven() ? known.lower() : known);
    }
}
