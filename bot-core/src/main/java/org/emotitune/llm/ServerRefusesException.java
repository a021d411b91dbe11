package org.emotitune.llm;

/** The server will not do it, now or in a minute: the key, the model or the setting is wrong. Somebody has to mend that. */
public final class ServerRefusesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for the operator: what is the matter, and which setting mends it; no key, nothing that was sent */
    public ServerRefusesException(String message) {
        super(message);
    }
}
