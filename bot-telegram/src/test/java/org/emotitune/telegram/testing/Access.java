package org.emotitune.telegram.testing;

/** Where the bot may write. */
final class Access {
    private Access() {}

    /**
     * Throws the refusal that the bot gets.
     *
     * @param migratedTo 0 for a chat that still is where it was
     */
    static void check(LocalChat chat, long migratedTo) {
        if (migratedTo != 0) {
            throw Refusal.migrated(migratedTo);
        }
        switch (chat.members().bot()) {
            case Members.LEFT -> throw Refusal.forbidden(neverThere(chat));
            case Members.KICKED -> throw Refusal.forbidden(sentAway(chat));
            case Members.RESTRICTED -> throw Refusal.bad("not enough rights to send text messages to the chat");
            default -> {}
        }
        if (chat.isChannel() && !chat.members().isBotAdministrator()) {
            throw Refusal.bad("need administrator rights in the channel chat");
        }
    }

    private static String neverThere(LocalChat chat) {
        return chat.isPrivate()
                ? "bot can't initiate conversation with a user"
                : "bot is not a member of the %s chat".formatted(chat.type());
    }

    private static String sentAway(LocalChat chat) {
        return chat.isPrivate()
                ? "bot was blocked by the user"
                : "bot was kicked from the %s chat".formatted(chat.type());
    }
}
