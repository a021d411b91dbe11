package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Methods about a message that is there already. */
final class Editing {
    private static final Set<String> REACTIONS = Set.of(
            ("👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈"
                            + " 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
                    .split(" "));

    private final World world;
    private final Limits limits;

    Editing(World world, Limits limits) {
        this.world = world;
        this.limits = limits;
    }

    void addTo(Api api) {
        api.add(
                        "editMessageText",
                        this::text,
                        "chat_id",
                        "message_id",
                        "text",
                        "parse_mode",
                        "entities",
                        "link_preview_options",
                        "reply_markup",
                        "business_connection_id")
                .add("editMessageReplyMarkup", this::buttons, "chat_id", "message_id", "reply_markup")
                .add("deleteMessage", this::delete, "chat_id", "message_id")
                .add("setMessageReaction", this::react, "chat_id", "message_id", "reaction", "is_big");
    }

    private JsonNode text(Params params) {
        ObjectNode content = Sending.text(params);
        LocalChat chat = writable(params);
        LocalMessage message = editable(chat, params);
        if (!message.json().has("text")) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        return edit(
                chat, message, content, params, List.of("text", "entities", "link_preview_options", "reply_markup"));
    }

    private JsonNode buttons(Params params) {
        LocalChat chat = writable(params);
        return edit(chat, editable(chat, params), Json.object(), params, List.of("reply_markup"));
    }

    /** An edit without buttons takes them away. */
    private JsonNode edit(LocalChat chat, LocalMessage message, ObjectNode content, Params params, List<String> names) {
        params.json("reply_markup")
                .flatMap(Keyboards::inline)
                .ifPresent(buttons -> content.set("reply_markup", buttons));
        limits.checkEdit(chat);
        message.edit(content, names, world.now());
        return message.json();
    }

    private JsonNode delete(Params params) {
        LocalChat chat = writable(params);
        LocalMessage message = message(chat, params, "message to delete not found");
        if (!message.ofBot() && !chat.isPrivate() && !chat.members().isBotAdministrator()) {
            throw Refusal.bad("message can't be deleted");
        }
        chat.messages().remove(message.id());
        return Json.yes();
    }

    private JsonNode react(Params params) {
        LocalMessage message = message(writable(params), params, "message to react not found");
        JsonNode reactions = params.json("reaction").orElse(Json.array());
        if (reactions.size() > 1) {
            throw Refusal.bad("REACTIONS_TOO_MANY");
        }
        String emoji = reactions.path(0).path("emoji").asText("");
        if (!reactions.isEmpty() && !REACTIONS.contains(emoji)) {
            throw Refusal.bad("REACTION_INVALID");
        }
        message.react(emoji);
        return Json.yes();
    }

    private LocalChat writable(Params params) {
        LocalChat chat = world.chat(params);
        chat.checkBotMayWrite();
        return chat;
    }

    private static LocalMessage editable(LocalChat chat, Params params) {
        LocalMessage message = message(chat, params, "message to edit not found");
        if (!message.ofBot()) {
            throw Refusal.bad("message can't be edited");
        }
        return message;
    }

    private static LocalMessage message(LocalChat chat, Params params, String otherwise) {
        long id = params.number("message_id").orElseThrow(() -> Refusal.bad("message identifier is not specified"));
        return chat.messages().find(id).orElseThrow(() -> Refusal.bad(otherwise));
    }
}
