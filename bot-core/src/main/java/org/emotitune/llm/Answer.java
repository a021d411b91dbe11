package org.emotitune.llm;

/**
 * What a model answered.
 *
 * @param text as sent; may be empty
 * @param cut whether it ended because it was too long
 * @param refused whether the server says that the model would not answer
 * @param tokens all that were used for it, those of refused forms of the call among them
 */
record Answer(String text, boolean cut, boolean refused, Tokens tokens) {
    /** Whoever prints it does not see what somebody wrote. */
    @Override
    public String toString() {
        return "Answer[%d characters]".formatted(text.length());
    }
}
