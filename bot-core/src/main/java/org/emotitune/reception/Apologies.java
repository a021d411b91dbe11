package org.emotitune.reception;

import java.time.Duration;
import org.emotitune.conversation.Reply.Apology;
import org.emotitune.conversation.Reply.Reason;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;

/** Kind words for what cannot be done now. */
final class Apologies {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int SECONDS_STEP = 5;
    private static final int MOST_SECONDS = 55;

    private Apologies() {}

    static Apology busy(Language language) {
        return new Apology(language, Reason.BUSY, Texts.in(language, "apology.busy"));
    }

    static Apology unavailable(Language language) {
        return new Apology(language, Reason.UNAVAILABLE, Texts.in(language, "apology.unavailable"));
    }

    /** Earlier messages of the person have not been answered yet. */
    static Apology oneAfterAnother(Language language) {
        return new Apology(language, Reason.TOO_FAST, Texts.in(language, "apology.too-fast.waiting"));
    }

    /**
     * The person's allowance is used up.
     *
     * @param pause until there is something of it again; told rounded up, so that who comes back then is let in
     */
    static Apology comeBack(Language language, Duration pause) {
        return new Apology(language, Reason.TOO_FAST, comeBackText(language, Math.ceilDiv(pause.toNanos(), SECOND)));
    }

    private static String comeBackText(Language language, long seconds) {
        if (seconds <= MOST_SECONDS) {
            long told = Math.ceilDiv(seconds, SECONDS_STEP) * SECONDS_STEP;
            return Texts.in(language, "apology.too-fast.seconds", told);
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes == 1
                ? Texts.in(language, "apology.too-fast.minute")
                : Texts.in(language, "apology.too-fast.minutes", minutes);
    }
}
