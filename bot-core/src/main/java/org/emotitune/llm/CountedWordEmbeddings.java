package org.emotitune.llm;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.lookup.ServiceUnavailableException;

/** Keeps what embeddings cost within the budget. Thread-safe. */
final class CountedWordEmbeddings implements WordEmbeddings {
    /** What came of one part is paid and counted, whatever becomes of the next. */
    private static final int BATCH = 100;

    private final WordEmbeddings origin;
    private final Ledger ledger;

    CountedWordEmbeddings(WordEmbeddings origin, Ledger ledger) {
        this.origin = origin;
        this.ledger = ledger;
    }

    @Override
    public String model() {
        return origin.model();
    }

    /** @throws ServiceUnavailableException if the server does not answer, or refuses, or the budget is spent */
    @Override
    public Map<String, float[]> embed(Collection<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        Map<String, float[]> vectors = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += BATCH) {
            vectors.putAll(part(distinct.subList(from, Math.min(from + BATCH, distinct.size()))));
        }
        return vectors;
    }

    private Map<String, float[]> part(List<String> texts) {
        // A word is a token at least.
        Tokens tokens = new Tokens(texts.stream().mapToLong(Tokens::estimate).sum() + texts.size(), 0);
        ledger.reserve(Purpose.WORDS, null, tokens).ifPresent(limit -> {
            throw new ServiceUnavailableException(OverBudgetException.sentence(limit), null);
        });
        Tokens used = Tokens.NONE;
        try {
            Map<String, float[]> vectors = origin.embed(texts);
            used = tokens;
            return vectors;
        } catch (ServiceUnavailableException e) {
            used = e.mayHaveBeenServed() ? tokens : Tokens.NONE;
            throw e;
        } catch (ServerRefusesException e) {
            throw new ServiceUnavailableException(String.valueOf(e.getMessage()), e);
        } finally {
            ledger.settle(Purpose.WORDS, null, tokens, used);
        }
    }
}
