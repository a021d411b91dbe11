package org.emotitune.intake;

/** A row cannot become a song. The message is for the operator; it never holds lyrics. */
final class UnusableRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRowException(String message) {
        // Nobody looks at where it was thrown, and a file may have a million of such rows.
        super(message, null, false, false);
    }
}
