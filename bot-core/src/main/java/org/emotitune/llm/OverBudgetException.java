package org.emotitune.llm;

import org.emotitune.llm.Ledger.Limit;

/** A call would pass a limit, so it was not made. */
final class OverBudgetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverBudgetException(Limit limit) {
        super(sentence(limit));
    }

    static String sentence(Limit limit) {
        return switch (limit) {
            case TOKENS_PER_DAY -> "The day's tokens are used up (LLM_TOKENS_PER_DAY; a new day begins at 0:00 UTC).";
            case MONEY_PER_DAY -> "The day's money is used up (LLM_MONEY_PER_DAY; a new day begins at 0:00 UTC).";
            case TOKENS_PER_JOB -> "The job's tokens are used up (LLM_TOKENS_PER_JOB; another job begins anew).";
            case MONEY_PER_JOB -> "The job's money is used up (LLM_MONEY_PER_JOB; another job begins anew).";
        };
    }
}
