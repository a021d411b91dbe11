package org.emotitune.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.emotitune.llm.Ledger.Limit;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.lookup.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Lets a model read a harmless message in the way of real ones. */
final class TrialMessage {
    /** A plain sentence, so that a model that hears nothing in it is of no use. */
    static final String TEXT = "I got the job and I am so happy!";

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * @param time from the question to the words, a second question among it
     * @param mended whether the first answer could not be used
     * @param heard whether anything was felt
     */
    record Read(Duration time, Tokens tokens, boolean mended, boolean heard) implements Outcome {}

    /** @param reason why the answer, or the second one too, cannot be used */
    record Unusable(String reason, Tokens tokens) implements Outcome {}

    record OverBudget(Limit limit) implements Outcome {}

    record Refused(ServerRefusesException why) implements Outcome {}

    /** @param time that was waited */
    record Silent(ServiceUnavailableException why, Duration time) implements Outcome {}

    private final Asking server;
    private final Prompt prompt;
    private final BiFunction<Prompt, String, Prompt> again;
    private final @Nullable Ledger ledger;
    private final LongSupplier nanos;

    /**
     * @param again makes the same prompt once more, with the reason
     * @param ledger null where nothing can be counted
     * @param nanos a clock of nanoseconds, from any beginning
     */
    TrialMessage(
            Asking server,
            Prompt prompt,
            BiFunction<Prompt, String, Prompt> again,
            @Nullable Ledger ledger,
            LongSupplier nanos) {
        this.server = server;
        this.prompt = prompt;
        this.again = again;
        this.ledger = ledger;
        this.nanos = nanos;
    }

    /** @param within for each question */
    Outcome read(Duration within) {
        long start = nanos.getAsLong();
        Outcome first = ask(prompt, within, start);
        return first instanceof Unusable(String reason, Tokens tokens)
                ? mended(ask(again.apply(prompt, reason), within, start), tokens)
                : first;
    }

    private static Outcome mended(Outcome second, Tokens before) {
        return second instanceof Read read
                ? new Read(read.time(), before.plus(read.tokens()), true, read.heard())
                : second;
    }

    private Outcome ask(Prompt next, Duration within, long start) {
        Tokens most = server.most(next);
        Optional<Limit> limit = ledger == null ? Optional.empty() : ledger.reserve(Purpose.MESSAGE, null, most);
        if (limit.isPresent()) {
            return new OverBudget(limit.get());
        }
        Tokens used = Tokens.NONE;
        try {
            Answer answer = server.ask(next, within);
            used = answer.tokens();
            boolean heard = AnswerReader.read(next, answer).stream()
                    .flatMap(Optional::stream)
                    .anyMatch(told -> !told.emotions().isEmpty());
            return new Read(since(start), used, false, heard);
        } catch (UnusableAnswerException e) {
            return new Unusable(String.valueOf(e.getMessage()), used);
        } catch (ServerRefusesException e) {
            return new Refused(e);
        } catch (ServiceUnavailableException e) {
            used = e.mayHaveBeenServed() ? most : Tokens.NONE;
            return new Silent(e, since(start));
        } finally {
            if (ledger != null) {
                ledger.settle(Purpose.MESSAGE, null, most, used);
            }
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }
}
