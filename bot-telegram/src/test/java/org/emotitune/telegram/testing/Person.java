package org.emotitune.telegram.testing;

import static org.emotitune.telegram.testing.Members.KICKED;
import static org.emotitune.telegram.testing.Members.MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Somebody who uses Telegram. Thread-safe. */
public final class Person {
    private final World world;
    private final ObjectNode json;
    private final LocalChat chat;

    /** @param language "es", "en-US" and so on; empty where Telegram does not tell it */
    Person(World world, String name, String language) {
        this.world = world;
        long id = world.newId();
        this.json = Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", name)
                .put("username", "person" + id);
        ObjectNode room = json.deepCopy().put("type", "private");
        room.remove("is_bot");
        if (!language.isEmpty()) {
            json.put("language_code", language);
        }
        this.chat = world.add(new LocalChat(world, room));
        world.add(this);
    }

    public long id() {
        return json.path("id").asLong();
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    /** The private chat with the bot. */
    public LocalChat chat() {
        return chat;
    }

    /** In the private chat with the bot. */
    public Voice privately() {
        return in(chat);
    }

    public Voice in(LocalChat room) {
        return Voice.of(world, room, this);
    }

    /** Privately. @return the message's number */
    public int says(String text) {
        return privately().says(text);
    }

    /** Privately: the newest button of that label. @return the tap's identifier, for {@link LocalTelegram#tapAnswer} */
    public String taps(String label) {
        return privately().taps(label);
    }

    /**
     * Privately, whatever people can send.
     *
     * @param content "voice", "sticker" and so on
     * @return the message's number
     */
    public int sends(ObjectNode content) {
        return privately().write(content.deepCopy(), null);
    }

    /**
     * A tap on what no button of the bot says, as changed clients can send it. Privately.
     *
     * @param message number of a message of the bot
     * @return the tap's identifier, as below
     */
    public String forges(int message, String data) {
        return Forgery.of(world, json(), chat).tap(message, data);
    }

    /** A tap on a button of a message that the bot cannot see any more. */
    public String tapsOutOfSight(String data) {
        return Forgery.of(world, json(), chat).outOfSight(data);
    }

    public void blocksTheBot() {
        chat.bot(this, KICKED);
    }

    public void unblocksTheBot() {
        chat.bot(this, MEMBER);
    }

    /** Types after the bot's name somewhere. @return the query's identifier, for {@link #inlineResults} */
    public String asksInline(String text) {
        return asksInline(text, "");
    }

    /** @param offset of the next page, as the bot gave it */
    public String asksInline(String text, String offset) {
        return world.change(() -> {
            String id = world.queries().ask();
            ObjectNode query = Json.object()
                    .put("id", id)
                    .put("query", text)
                    .put("offset", offset)
                    .put("chat_type", "sender");
            query.set("from", json());
            world.updates().add("inline_query", query);
            return id;
        });
    }

    /** What the bot answered: results, cache_time and so on; empty while it has not. */
    public Optional<JsonNode> inlineResults(String query) {
        return world.locked(() -> world.queries().answerTo(query).map(JsonNode::deepCopy));
    }

    /** Sends a result to a chat. The bot is told, if BotFather's inline feedback is on. */
    public void chooses(String query, String result, String queryText, LocalChat to) {
        JsonNode content = inlineResults(query)
                .flatMap(answer -> Json.stream(answer.path("results"))
                        .filter(one -> one.path("id").asText().equals(result))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("no result " + result + " in " + inlineResults(query)));
        world.change(() -> {
            ObjectNode chosen = Json.object().put("result_id", result).put("query", queryText);
            chosen.set("from", json());
            world.updates().add("chosen_inline_result", chosen);
            return in(to).sendsInline(content);
        });
    }
}
