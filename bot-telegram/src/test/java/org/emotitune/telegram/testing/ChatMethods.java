package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** Methods about chats, files and updates. */
final class ChatMethods {
    private final World world;

    ChatMethods(World world) {
        this.world = world;
    }

    void addTo(Api api) {
        api.add("getChat", this::chat, "chat_id")
                .add("getChatMember", this::member, "chat_id", "user_id")
                .add("leaveChat", this::leave, "chat_id")
                .add("getFile", params -> world.files().describe(params.text("file_id")), "file_id")
                .add("getUpdates", world.updates()::get, "offset", "limit", "timeout", "allowed_updates")
                .add(
                        "setWebhook",
                        world.updates().webhook()::set,
                        "url",
                        "certificate",
                        "ip_address",
                        "max_connections",
                        "allowed_updates",
                        "drop_pending_updates",
                        "secret_token")
                .add("deleteWebhook", world.updates().webhook()::delete, "drop_pending_updates")
                .add("getWebhookInfo", params -> world.updates().webhook().info());
    }

    private JsonNode chat(Params params) {
        LocalChat chat = world.chat(params);
        if (!chat.isPrivate()) {
            chat.checkBotMayWrite();
        }
        return chat.json().deepCopy().put("accent_color_id", 0).put("max_reaction_count", 11);
    }

    private JsonNode member(Params params) {
        LocalChat chat = world.chat(params);
        if (chat.isChannel() && !chat.members().isBotAdministrator()) {
            throw Refusal.bad("member list is inaccessible");
        }
        chat.checkBotMayWrite();
        long id = params.number("user_id").orElse(0);
        if (id == World.BOT_ID) {
            return chat.members().json(World.bot());
        }
        Person person = world.person(id);
        if (person == null) {
            throw Refusal.bad("invalid user_id specified");
        }
        return chat.members().json(person.json());
    }

    private JsonNode leave(Params params) {
        LocalChat chat = world.chat(params);
        if (chat.isPrivate()) {
            throw Refusal.bad("chat member status can't be changed in private chats");
        }
        chat.checkBotMayWrite();
        chat.members().change(World.bot(), World.bot(), Members.LEFT);
        return Json.yes();
    }
}
