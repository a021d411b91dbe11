package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Methods that put something new into a chat. */
final class Sending {
    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final int LARGEST_FILE = 50 * 1024 * 1024;
    private static final String[] COMMON = {
        "chat_id",
        "business_connection_id",
        "message_thread_id",
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "message_effect_id",
        "reply_parameters",
        "reply_markup",
        "parse_mode"
    };
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location");

    private final World world;
    private final Limits limits;

    Sending(World world, Limits limits) {
        this.world = world;
        this.limits = limits;
    }

    void addTo(Api api) {
        api.add("sendMessage", this::message, with("text", "entities", "link_preview_options"))
                .add(
                        "sendDocument",
                        this::document,
                        with("document", "caption", "caption_entities", "disable_content_type_detection", "thumbnail"))
                .add(
                        "sendPhoto",
                        this::photo,
                        with("photo", "caption", "caption_entities", "has_spoiler", "show_caption_above_media"))
                .add(
                        "sendChatAction",
                        this::action,
                        "chat_id",
                        "action",
                        "message_thread_id",
                        "business_connection_id");
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(COMMON), Stream.of(more)).toArray(String[]::new);
    }

    private JsonNode message(Params params) {
        return post(params, text(params), null);
    }

    /** Text, entities and preview of a message that is sent or edited. */
    static ObjectNode text(Params params) {
        if (params.text("text").isEmpty()) {
            throw Refusal.bad("message text is empty");
        }
        ObjectNode content = Json.object();
        Formatted text = Formatted.of(params, "text", "entities", LONGEST_TEXT);
        if (text.text().isEmpty()) {
            throw Refusal.bad("text must be non-empty");
        }
        put(content, "text", "entities", text);
        Previews.of(params).ifPresent(preview -> content.set("link_preview_options", preview));
        return content;
    }

    private static void put(ObjectNode content, String name, String entities, Formatted text) {
        content.put(name, text.text());
        if (!text.entities().isEmpty()) {
            content.set(entities, text.entities());
        }
    }

    private JsonNode document(Params params) {
        ObjectNode content = caption(params);
        Upload file = file(params, "document");
        ObjectNode document = world.files().add(file, file.size());
        content.set("document", document.put("file_name", file.name()).put("mime_type", Incoming.type(file)));
        return post(params, content, file);
    }

    private JsonNode photo(Params params) {
        ObjectNode content = caption(params);
        Upload file = file(params, "photo");
        Pictures.Size size = Pictures.checked(file);
        ObjectNode photo = world.files().add(file, file.size());
        content.putArray("photo").add(photo.put("width", size.width()).put("height", size.height()));
        return post(params, content, file);
    }

    private static ObjectNode caption(Params params) {
        ObjectNode content = Json.object();
        Formatted caption = Formatted.of(params, "caption", "caption_entities", LONGEST_CAPTION);
        if (!caption.text().isEmpty()) {
            put(content, "caption", "caption_entities", caption);
        }
        return content;
    }

    private Upload file(Params params, String name) {
        Upload file = params.upload(name)
                .or(() -> world.files().find(params.text(name)))
                .orElseThrow(() -> Refusal.bad(
                        params.has(name)
                                ? "wrong file identifier/HTTP URL specified"
                                : "there is no %s in the request".formatted(name)));
        if (file.size() == 0) {
            throw Refusal.bad("file must be non-empty");
        }
        if (file.size() > LARGEST_FILE) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        return file;
    }

    private JsonNode post(Params params, ObjectNode content, @Nullable Upload file) {
        LocalChat chat = world.chat(params);
        chat.checkBotMayWrite();
        Replies.put(content, chat, params);
        Keyboards.of(params).ifPresent(buttons -> content.set("reply_markup", buttons));
        limits.checkMessage(chat);
        if (chat.isChannel()) {
            content.set("sender_chat", chat.json().deepCopy());
        } else {
            content.set("from", World.bot());
        }
        return chat.messages().add(true, content, file).json();
    }

    private JsonNode action(Params params) {
        LocalChat chat = world.chat(params);
        chat.checkBotMayWrite();
        if (!ACTIONS.contains(params.text("action"))) {
            throw Refusal.bad("wrong parameter action in request");
        }
        Replies.put(Json.object(), chat, params);
        chat.log().add(params.text("action"));
        return Json.yes();
    }
}
