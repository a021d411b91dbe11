package org.emotitune.telegram;

import java.time.Duration;

/** What came of one attempt to call the Bot API. */
sealed interface Answer<T> {
    record Done<T>(T result) implements Answer<T> {}

    /** 429. */
    record TooMany<T>(Duration pause) implements Answer<T> {}

    /** The group is another chat now. */
    record Moved<T>(long to) implements Answer<T> {}

    /** @param description Telegram's own words; may quote what was sent */
    record Refused<T>(int code, String description) implements Answer<T> {}

    /** The server, or a proxy before it, is in trouble: not done. */
    record Trouble<T>(int status) implements Answer<T> {}

    /** It has not left this machine, or not whole. */
    record NotSent<T>(String reason) implements Answer<T> {}

    /** It was sent, but what came back is no answer: nobody can tell whether it was done. */
    record Lost<T>(String reason) implements Answer<T> {}

    /** It cannot be sent at all. */
    record Wrong<T>(String reason) implements Answer<T> {}
}
