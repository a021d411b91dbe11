package org.emotitune.discord;

/**
 * Where something was said.
 *
 * @param channel id of the channel, or of the thread: threads are channels
 */
record Place(Kind kind, long channel) {
    enum Kind {
        /** Between a person and the bot. */
        DIRECT,
        /** A channel of a server that the bot is in. */
        SERVER,
        /** Where only a person has brought the bot: it answers interactions there, and cannot do anything else. */
        ELSEWHERE
    }

    /** Whether the bot can send messages there that answer no interaction; permissions apart. */
    boolean isReachable() {
        return kind != Kind.ELSEWHERE;
    }

    /** Whether nobody else reads there. */
    boolean isDirect() {
        return kind == Kind.DIRECT;
    }
}
