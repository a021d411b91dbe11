package org.emotitune.discord;

import java.util.List;

/**
 * Who asks for an admin's work, and where: as much as decides whether they may.
 *
 * @param person id
 * @param manages whether the person has the permission Manage Server there
 * @param sight whether everybody on the server can look into the channel
 * @param channels id of the channel, and of a thread also the one of the channel that it belongs to
 */
record Standing(long person, Server server, boolean manages, Sight sight, List<Long> channels) {

    /** What the bot has to do with the server. */
    enum Server {
        /** A chat with the bot, or one between people. */
        NONE,
        /** Only a person has brought the bot there. */
        NOT_INSTALLED,
        /** It was added, but is not in it, or has not been told of it since it came back. */
        NOT_LOADED,
        HERE
    }

    /** For a thread this is about the channel that it belongs to, also where the thread is a private one. */
    enum Sight {
        /** The role of everybody lacks View Channel. */
        HIDDEN,
        VISIBLE,
        UNKNOWN
    }

    Standing {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("everybody asks in some channel");
        }
    }
}
