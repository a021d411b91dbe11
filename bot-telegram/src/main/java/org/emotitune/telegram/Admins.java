package org.emotitune.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.emotitune.reindex.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/**
 * Who is an admin: a listed person in the chat with the bot, an administrator of a listed private group, whoever posts
 * in a listed private channel, and its administrators where they tap on a button there. In a place that anybody can find
 * nobody is one. Thread-safe.
 */
final class Admins {
    private static final Logger LOG = LoggerFactory.getLogger(Admins.class);
    private static final Set<String> ADMINISTRATORS = Set.of("administrator", "creator");

    private final Telegram telegram;
    private final Set<String> listed;
    /** Groups that became another one since the start: new id to the listed one. */
    private final Map<Long, Long> moved = new ConcurrentHashMap<>();

    /** @param listed ids of people, groups, channels */
    Admins(Telegram telegram, Set<String> listed) {
        this.telegram = telegram;
        this.listed = Set.copyOf(listed);
    }

    /** As the core knows the person; vouched for if they are an admin here. May ask Telegram. */
    Caller caller(Chat chat, Person person) {
        return new Caller("telegram", List.of(Long.toString(person.id()), listedAs(chat.id())), isAdmin(chat, person));
    }

    private boolean isAdmin(Chat chat, Person person) {
        return switch (chat.kind()) {
            case PRIVATE -> listed.contains(Long.toString(person.id()));
            case GROUP, CHANNEL -> isListed(chat) && administers(chat, person);
        };
    }

    private boolean isListed(Chat chat) {
        return !chat.isPublic() && listed.contains(listedAs(chat.id()));
    }

    private String listedAs(long chat) {
        return Long.toString(moved.getOrDefault(chat, chat));
    }

    private static boolean isItself(Chat chat, Person person) {
        return person.inTheNameOf() != null && person.inTheNameOf() == chat.id();
    }

    private boolean administers(Chat chat, Person person) {
        if (person.inTheNameOf() != null) {
            return isItself(chat, person); // only administrators write in the name of their group or channel
        }
        GetChatMember question =
                GetChatMember.builder().chatId(chat.id()).userId(person.id()).build();
        return telegram.call(0, question) instanceof Outcome.Done<ChatMember>(ChatMember member)
                && ADMINISTRATORS.contains(member.getStatus());
    }

    void moved(long from, long to) {
        String old = listedAs(from);
        if (listed.contains(old) && moved.putIfAbsent(to, Long.parseLong(old)) == null) {
            LOG.warn("The group {} of TELEGRAM_ADMINS became a supergroup: put {} in its place.", old, to);
        }
    }
}
