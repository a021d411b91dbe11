package org.emotitune.llm;

/** An answer is not what was asked for. Asking once more, with the reason, may help. */
final class UnusableAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one sentence that can be told to the model and to the operator; holds nothing of the answer */
    UnusableAnswerException(String reason) {
        super(reason);
    }
}
