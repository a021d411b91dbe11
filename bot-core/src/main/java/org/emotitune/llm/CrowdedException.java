package org.emotitune.llm;

/** As many calls as are allowed are under way, and none of them was over in time. */
final class CrowdedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CrowdedException(int calls) {
        super("There are %d calls to the language model under way.".formatted(calls));
    }
}
