package org.emotitune.telegram;

/** What came of a call of the Bot API, retries included. */
sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    /** An edit that changes nothing. */
    record NotModified<T>() implements Outcome<T> {}

    /** What the call is about is not there (any more): the message, the tap, the file. */
    record NotFound<T>() implements Outcome<T> {}

    /** The bot may not write there, or there is no such chat: blocked, put out, deactivated. */
    record Forbidden<T>() implements Outcome<T> {}

    /** Nobody can tell whether it was done: the answer was lost. Not tried again, lest it be done twice. */
    record Unknown<T>() implements Outcome<T> {}

    /** @param reason for the log: never contains anything of a person, nor the token */
    record Failed<T>(String reason) implements Outcome<T> {}
}
