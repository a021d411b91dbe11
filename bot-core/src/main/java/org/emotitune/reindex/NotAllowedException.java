package org.emotitune.reindex;

/** The caller is no admin. To be answered as if there were no such command. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowedException(Caller caller) {
        super("%s is no admin".formatted(caller.name()));
    }
}
