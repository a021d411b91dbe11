package org.emotitune.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deadline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a model within the budget, and once more, with the reason, where its answer cannot be used. Thread-safe. */
final class Questioner {
    private static final Logger LOG = LoggerFactory.getLogger(Questioner.class);

    private final ChatServer server;
    private final Prompts prompts;
    private final Ledger ledger;
    private final Purpose purpose;

    /** Makes of what was told what it is good for. */
    interface Sense<T> {
        /** @throws UnusableAnswerException if it is good for nothing */
        T of(Told told) throws UnusableAnswerException;
    }

    Questioner(ChatServer server, Prompts prompts, Ledger ledger, Purpose purpose) {
        this.server = server;
        this.prompts = prompts;
        this.ledger = ledger;
        this.purpose = purpose;
    }

    /**
     * @param job that it counts to; null for none
     * @return for each thing asked about what was made of it; empty where nothing usable was told, but not for all
     * @throws UnusableAnswerException if neither answer could be used
     * @throws OverBudgetException if a limit stands in the way
     * @throws ServiceUnavailableException if there was no answer in time
     * @throws ServerRefusesException if the server refuses whatever it is asked
     * @throws CrowdedException if too many calls are under way
     */
    <T> List<Optional<T>> ask(Prompt prompt, @Nullable Long job, Deadline deadline, Sense<T> sense)
            throws UnusableAnswerException {
        try {
            return read(prompt, answer(prompt, job, deadline), sense);
        } catch (UnusableAnswerException e) {
            LOG.debug("An answer could not be used: {}", e.getMessage());
            Prompt again = prompts.again(prompt, String.valueOf(e.getMessage()));
            return read(again, answer(again, job, deadline), sense);
        }
    }

    private static <T> List<Optional<T>> read(Prompt prompt, Answer answer, Sense<T> sense)
            throws UnusableAnswerException {
        List<Optional<T>> made = new ArrayList<>();
        UnusableAnswerException last = new UnusableAnswerException("It told nothing.");
        for (Optional<Told> told : AnswerReader.read(prompt, answer)) {
            try {
                made.add(told.isPresent() ? Optional.of(sense.of(told.get())) : Optional.empty());
            } catch (UnusableAnswerException e) {
                last = e;
                made.add(Optional.empty());
            }
        }
        if (made.stream().allMatch(Optional::isEmpty)) {
            throw last;
        }
        return made;
    }

    private Answer answer(Prompt prompt, @Nullable Long job, Deadline deadline) {
        server.enter(deadline.left());
        try {
            Tokens most = server.most(prompt);
            ledger.reserve(purpose, job, most).ifPresent(limit -> {
                throw new OverBudgetException(limit);
            });
            return paid(prompt, job, most, deadline);
        } finally {
            server.leave();
        }
    }

    private Answer paid(Prompt prompt, @Nullable Long job, Tokens most, Deadline deadline) {
        long start = System.nanoTime();
        Tokens used = Tokens.NONE;
        try {
            Answer answer = server.askNow(prompt, most, deadline.left());
            used = answer.tokens();
            return answer;
        } catch (ServiceUnavailableException e) {
            // Whether it was worked on is not known, and what was worked on is billed.
            used = e.mayHaveBeenServed() ? most : Tokens.NONE;
            throw e;
        } finally {
            settle(job, most, used);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.info(
                    "The language model was asked: {} + {} tokens, {} ms",
                    used.input(),
                    used.output(),
                    took.toMillis());
        }
    }

    /** Where that fails the most stays counted, and the answer is as good as before. */
    private void settle(@Nullable Long job, Tokens most, Tokens used) {
        try {
            ledger.settle(purpose, job, most, used);
        } catch (StoreUnavailableException e) {
            LOG.warn("What a call has used could not be counted: {}", e.getMessage());
        }
    }
}
