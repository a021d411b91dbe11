package org.emotitune.llm;

/**
 * What a model is asked: first what is the same every time, so that a provider's prompt cache finds it again, then what
 * a person or a song says, as data.
 *
 * @param form what is asked for
 * @param instructions the same for every prompt of a version
 * @param asJson how to answer in JSON; as stable as the instructions. Empty where JSON is never asked for
 * @param asList how to answer in a plain list; as stable as the instructions
 * @param data fenced, so that nothing in it can end it
 * @param things how many songs or messages are asked about, at least 1
 * @param mostTokens of an answer without thinking
 */
record Prompt(Form form, String instructions, String asJson, String asList, String data, int things, int mostTokens) {

    /** What is asked for. */
    enum Form {
        MESSAGE,
        SONG,
        /** Several songs in one answer. */
        SONGS,
        /** Words without weights, as in the article. */
        WORDS
    }

    /** Whoever prints it does not see what somebody wrote. */
    @Override
    public String toString() {
        return "Prompt[%s, %d]".formatted(form, things);
    }
}
