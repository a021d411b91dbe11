package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Taps on what the bot never showed, or cannot see any more. */
record Forgery(World world, ObjectNode person, LocalChat chat) {
    static Forgery of(World world, ObjectNode person, LocalChat chat) {
        return new Forgery(world, person, chat);
    }

    /** @return the tap's identifier */
    String tap(int message, String data) {
        return world.change(() -> {
            JsonNode below = chat.messages()
                    .find(message)
                    .map(LocalMessage::json)
                    .orElseThrow(() -> new AssertionError("no message " + message + " in:\n" + chat.transcript()));
            return send(below, data);
        });
    }

    String outOfSight(String data) {
        ObjectNode unseen = Json.object().put("message_id", 1).put("date", 0);
        unseen.set("chat", chat.json().deepCopy());
        return world.change(() -> send(unseen, data));
    }

    private String send(JsonNode message, String data) {
        String id = world.queries().ask();
        ObjectNode tap = Json.object().put("id", id).put("chat_instance", "1").put("data", data);
        tap.set("from", person);
        tap.set("message", message.deepCopy());
        world.updates().add("callback_query", tap);
        return id;
    }
}
