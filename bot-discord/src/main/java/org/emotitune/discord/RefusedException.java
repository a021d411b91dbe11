package org.emotitune.discord;

import java.io.Serial;

/** Discord does not let the bot connect as it is set up: nothing works until an operator changes that. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** @param sentence what is wrong, and what to do */
    RefusedException(String sentence) {
        super(sentence);
    }
}
