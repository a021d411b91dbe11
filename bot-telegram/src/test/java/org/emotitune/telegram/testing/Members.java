package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is in a chat, and as what. Not thread-safe: the world's lock is around it. */
final class Members {
    static final String MEMBER = "member";
    static final String ADMINISTRATOR = "administrator";
    static final String CREATOR = "creator";
    static final String LEFT = "left";
    /** Of the bot in a private chat: blocked. */
    static final String KICKED = "kicked";

    static final String RESTRICTED = "restricted";

    private final World world;
    private final ObjectNode chat;
    private final Map<Long, String> statuses = new HashMap<>();
    private final Map<Long, ObjectNode> users = new HashMap<>();

    Members(World world, ObjectNode chat) {
        this.world = world;
        this.chat = chat;
    }

    String status(long user) {
        return statuses.getOrDefault(user, LEFT);
    }

    String bot() {
        return status(World.BOT_ID);
    }

    boolean isBotAdministrator() {
        return bot().equals(ADMINISTRATOR);
    }

    /** As it was from the beginning: nobody is told. */
    void put(ObjectNode user, String status) {
        users.put(user.path("id").asLong(), user);
        statuses.put(user.path("id").asLong(), status);
    }

    /** Tells the bot, if it wants to know such things. */
    void change(ObjectNode by, ObjectNode user, String status) {
        ObjectNode told = Json.object().put("date", world.now());
        told.set("chat", chat.deepCopy());
        told.set("from", by);
        told.set("old_chat_member", json(user));
        put(user, status);
        told.set("new_chat_member", json(user));
        boolean bot = user.path("id").asLong() == World.BOT_ID;
        world.updates().add(bot ? "my_chat_member" : "chat_member", told);
    }

    /** A chat member as the Bot API writes it. */
    ObjectNode json(JsonNode user) {
        String status = status(user.path("id").asLong());
        ObjectNode member = Json.object().put("status", status);
        member.set("user", user);
        switch (status) {
            case ADMINISTRATOR -> rights(member);
            case CREATOR -> member.put("is_anonymous", false);
            case KICKED -> member.put("until_date", 0);
            case RESTRICTED -> member.put("is_member", true).put("until_date", 0);
            default -> {}
        }
        return member;
    }

    private static void rights(ObjectNode member) {
        member.put("can_be_edited", false).put("is_anonymous", false);
        List.of(
                        "can_manage_chat",
                        "can_delete_messages",
                        "can_manage_video_chats",
                        "can_restrict_members",
                        "can_promote_members",
                        "can_change_info",
                        "can_invite_users",
                        "can_post_stories",
                        "can_edit_stories",
                        "can_delete_stories",
                        "can_post_messages",
                        "can_edit_messages",
                        "can_pin_messages",
                        "can_manage_topics")
                .forEach(right -> member.put(right, true));
    }

    /** To the supergroup that a group becomes. */
    void moveTo(Members other) {
        users.forEach((id, user) -> other.put(user, status(id)));
    }
}
