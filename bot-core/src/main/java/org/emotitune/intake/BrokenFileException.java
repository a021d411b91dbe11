package org.emotitune.intake;

import java.io.IOException;

/** The rest of a file cannot be taken apart into rows. The message says where, and never quotes the file. */
final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param row the first one that could not be read, from 1
     * @param line of the file, from 1
     */
    BrokenFileException(long row, long line, String problem) {
        super("row %d, line %d: %s".formatted(row, line, problem));
    }
}
