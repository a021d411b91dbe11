package org.emotitune.reception;

import java.time.Duration;

/**
 * How much the bot does for one person, and for all at once.
 *
 * @param messages messages that one person may send in a row, 1 to 10,000; taps three times as many
 * @param period how long that allowance takes to fill up again, steadily; 1 second to 1 hour
 * @param waitingPerPerson messages of one person that may wait behind the one whose turn it is, at least 0
 * @param waitingInAll messages that may wait in all, at least 0
 * @param inWork answers in work at the same time, at least 1
 */
public record FairUse(int messages, Duration period, int waitingPerPerson, int waitingInAll, int inWork) {
    private static final int MOST_MESSAGES = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Below the bounds, which check it. */
    public static final FairUse DEFAULT = new FairUse(20, Duration.ofMinutes(5), 3, 256, 16);

    public FairUse {
        require(messages >= 1 && messages <= MOST_MESSAGES, "%s messages are not 1 to 10,000", messages);
        require(
                period.compareTo(SHORTEST) >= 0 && period.compareTo(LONGEST) <= 0,
                "a period of %s is not 1 second to 1 hour",
                period);
        require(waitingPerPerson >= 0, "%s messages of a person cannot wait", waitingPerPerson);
        require(waitingInAll >= 0, "%s messages cannot wait", waitingInAll);
        require(inWork >= 1, "with %s answers in work nobody is answered", inWork);
    }

    private static void require(boolean right, String problem, Object value) {
        if (!right) {
            throw new IllegalArgumentException(problem.formatted(value));
        }
    }
}
