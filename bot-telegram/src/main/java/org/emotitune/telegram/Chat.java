package org.emotitune.telegram;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where something was said, and where it is answered.
 *
 * @param id negative for groups and channels
 * @param isPublic whether it has a name that anybody can find it by
 * @param thread topic of a forum; null elsewhere, and in the general topic
 */
record Chat(long id, Kind kind, boolean isPublic, @Nullable Integer thread) {
    enum Kind {
        /** With one person. */
        PRIVATE,
        /** A group or supergroup. */
        GROUP,
        CHANNEL
    }

    /** The chat with one person. */
    static Chat of(long person) {
        return new Chat(person, Kind.PRIVATE, false, null);
    }

    /** @return null where it is not told, or of no kind that is known */
    static @Nullable Chat of(Message message) {
        // Outside of forums a thread is a line of replies: nothing can be sent into it.
        Integer thread = message.isTopicMessage() ? message.getMessageThreadId() : null;
        return of(message.getChat(), thread);
    }

    /** @return null as above */
    static @Nullable Chat of(
            org.telegram.telegrambots.meta.api.objects.chat.@Nullable Chat chat, @Nullable Integer thread) {
        if (chat == null || chat.getId() == null) {
            return null;
        }
        Kind kind = kind(Objects.requireNonNullElse(chat.getType(), ""));
        boolean named = chat.getUserName() != null && !chat.getUserName().isEmpty();
        return kind == null ? null : new Chat(chat.getId(), kind, named && kind != Kind.PRIVATE, thread);
    }

    private static @Nullable Kind kind(String type) {
        return switch (type) {
            case "private" -> Kind.PRIVATE;
            case "group", "supergroup" -> Kind.GROUP;
            case "channel" -> Kind.CHANNEL;
            default -> null;
        };
    }
}
