package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages of a chat, numbered from 1 up. Not thread-safe: the world's lock is around it. */
final class Messages {
    private final World world;
    private final ObjectNode chat;
    private final TreeMap<Integer, LocalMessage> all = new TreeMap<>();
    private int last;

    /** @param chat as messages name it */
    Messages(World world, ObjectNode chat) {
        this.world = world;
        this.chat = chat;
    }

    /** @param content with the sender */
    LocalMessage add(boolean ofBot, ObjectNode content, @Nullable Upload file) {
        ObjectNode json = Json.object().put("message_id", ++last).put("date", world.now());
        json.set("chat", chat.deepCopy());
        json.setAll(content);
        LocalMessage message = new LocalMessage(ofBot, json, file);
        all.put(last, message);
        return message;
    }

    Optional<LocalMessage> find(long id) {
        return Optional.ofNullable(all.get((int) id));
    }

    boolean remove(int id) {
        return all.remove(id) != null;
    }

    Stream<LocalMessage> stream() {
        return all.values().stream();
    }

    List<Shown> shown() {
        return stream().map(Shown::of).toList();
    }

    /** Keeps numbering. */
    void clear() {
        all.clear();
    }

    /** The newest message that has such a button. */
    Optional<LocalMessage> withButton(String label) {
        return all.descendingMap().values().stream()
                .filter(message -> button(message, label).isPresent())
                .findFirst();
    }

    static Optional<JsonNode> button(LocalMessage message, String label) {
        return Json.stream(message.json().path("reply_markup").path("inline_keyboard"))
                .flatMap(Json::stream)
                .filter(button -> button.path("text").asText().equals(label))
                .findFirst();
    }
}
