package org.emotitune.llm;

import static org.emotitune.llm.ServerCheck.SUBJECT;

import java.time.Duration;
import java.util.Locale;
import org.emotitune.doctor.Finding;
import org.emotitune.llm.LanguageModel.Setup;

/** What came of a message, as a sentence with its fix. */
final class MessageFindings {
    private static final String SO = "messages will be answered by the built-in reader";
    private static final String FASTER = "raise LLM_SECONDS_PER_MESSAGE, or take a smaller model";
    private static final String AGAIN = "try again if the model was being loaded; else ";
    private static final String BETTER = "take a larger model, or one that follows instructions better";

    private MessageFindings() {}

    static Finding of(Setup setup, TrialMessage.Outcome outcome) {
        return switch (outcome) {
            case TrialMessage.Read read -> read(setup, read);
            case TrialMessage.Unusable(var reason, var tokens) ->
                Finding.failed(
                        SUBJECT,
                        "its answers cannot be used (%s): %s".formatted(reason.replaceFirst("\\.$", ""), SO),
                        BETTER);
            case TrialMessage.OverBudget(var limit) ->
                Finding.warning(
                        SUBJECT,
                        "it was not tried, as LLM_%s would be passed: %s".formatted(limit, SO),
                        "raise LLM_%s, or wait for tomorrow (UTC)".formatted(limit));
            case TrialMessage.Silent(var why, var time)
            when time.compareTo(setup.perMessage()) >= 0 ->
                Finding.failed(SUBJECT, "no answer within %s: %s".formatted(seconds(time), SO), AGAIN + FASTER);
            case TrialMessage.Silent(var why, var time) ->
                Finding.failed(
                        SUBJECT,
                        "%s: %s".formatted(ServerFindings.clause(why), SO),
                        ServerFindings.reach(setup, why.getCause()));
            case TrialMessage.Refused(var why) ->
                Finding.failed(SUBJECT, ServerFindings.clause(why), "check OPENAI_CHAT_MODEL and OPENAI_API_KEY");
        };
    }

    private static Finding read(Setup setup, TrialMessage.Read read) {
        String of = isSlow(setup, read.time())
                ? " of the %d s that it may take".formatted(setup.perMessage().toSeconds())
                : "";
        String took = "a message takes %s%s, with %d tokens in and %d out"
                .formatted(
                        seconds(read.time()),
                        of,
                        read.tokens().input(),
                        read.tokens().output());
        if (read.time().compareTo(setup.perMessage()) > 0) {
            return Finding.failed(SUBJECT, "%s: %s".formatted(took, SO), FASTER);
        }
        if (!read.heard()) {
            return Finding.warning(SUBJECT, took + "; the model heard nothing in a plain sentence", BETTER);
        }
        if (read.mended()) {
            return Finding.warning(SUBJECT, took + "; only the second answer could be used", BETTER);
        }
        return isSlow(setup, read.time()) ? Finding.warning(SUBJECT, took, FASTER) : Finding.ok(SUBJECT, took);
    }

    /** @return whether a server that is busier, or a message that is longer, would be too late */
    static boolean isSlow(Setup setup, Duration time) {
        return time.multipliedBy(2).compareTo(setup.perMessage()) > 0;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
