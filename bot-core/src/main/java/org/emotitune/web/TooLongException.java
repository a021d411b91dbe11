package org.emotitune.web;

import java.io.IOException;

/** A body is longer than is read. */
final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(int mostBytes) {
        super("more than %,d bytes".formatted(mostBytes));
    }
}
