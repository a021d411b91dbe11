package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Where in a chat a message goes: which one it answers, and its topic. */
final class Replies {
    private static final Set<String> FIELDS = Set.of(
            "message_id",
            "chat_id",
            "allow_sending_without_reply",
            "quote",
            "quote_parse_mode",
            "quote_entities",
            "quote_position");

    private Replies() {}

    static void put(ObjectNode content, LocalChat chat, Params params) {
        Optional<LocalMessage> answered = params.json("reply_parameters").flatMap(reply -> answered(chat, reply));
        answered.ifPresent(message -> content.set("reply_to_message", message.quoted()));
        long thread = params.number("message_thread_id").orElse(0);
        if (thread != 0 && !chat.hasTopic(thread)) {
            throw Refusal.bad("message thread not found");
        }
        // An answer stays in the topic of what it answers.
        long topic = thread != 0
                ? thread
                : answered.map(message ->
                                message.json().path("message_thread_id").asLong())
                        .orElse(0L);
        if (topic != 0) {
            content.put("message_thread_id", topic).put("is_topic_message", true);
        }
    }

    private static Optional<LocalMessage> answered(LocalChat chat, JsonNode reply) {
        reply.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw Refusal.bad("LocalTelegram: unknown field \"%s\" of reply_parameters".formatted(field));
            }
        });
        if (!reply.path("message_id").isNumber()) {
            throw Refusal.bad("can't parse reply parameters: field \"message_id\" must be of type Number");
        }
        Optional<LocalMessage> message =
                chat.messages().find(reply.path("message_id").asLong());
        if (message.isEmpty() && !reply.path("allow_sending_without_reply").asBoolean()) {
            throw Refusal.bad("message to be replied not found");
        }
        String quote = reply.path("quote").asText("");
        if (message.isPresent() && !message.get().json().path("text").asText("").contains(quote)) {
            throw Refusal.bad("QUOTE_TEXT_INVALID");
        }
        return message;
    }
}
