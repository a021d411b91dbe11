package org.emotitune.telegram.testing;

import static org.emotitune.telegram.testing.Members.ADMINISTRATOR;
import static org.emotitune.telegram.testing.Members.CREATOR;
import static org.emotitune.telegram.testing.Members.KICKED;
import static org.emotitune.telegram.testing.Members.MEMBER;
import static org.emotitune.telegram.testing.Members.RESTRICTED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A chat: private, group, supergroup (with topics or without) or channel. Thread-safe. */
public final class LocalChat {
    private final World world;
    private final ObjectNode json;
    private final Messages messages;
    private final Members members;
    private final Map<Integer, String> topics = new HashMap<>();
    private final List<String> actions = new ArrayList<>();
    private long migratedTo;

    /** @param json as messages name it: id, type, title and so on */
    LocalChat(World world, ObjectNode json) {
        this.world = world;
        this.json = json;
        this.messages = new Messages(world, json);
        this.members = new Members(world, json);
    }

    public long id() {
        return json.path("id").asLong();
    }

    String username() {
        return json.path("username").asText("");
    }

    String type() {
        return json.path("type").asText();
    }

    boolean isPrivate() {
        return type().equals("private");
    }

    boolean isChannel() {
        return type().equals("channel");
    }

    /** Of either kind. */
    boolean isGroup() {
        return type().endsWith("group");
    }

    boolean isForum() {
        return json.path("is_forum").asBoolean();
    }

    /** All messages as they are shown now, in order. */
    public List<Shown> shown() {
        return world.locked(messages::shown);
    }

    /** The bot's messages as they are shown now, in order. */
    public List<Shown> ofBot() {
        return shown().stream().filter(Shown::ofBot).toList();
    }

    /** The bot's newest message. Throws where there is none. */
    public Shown answer() {
        List<Shown> answers = ofBot();
        if (answers.isEmpty()) {
            throw new AssertionError("no answer of the bot in:\n" + transcript());
        }
        return answers.getLast();
    }

    /** Somebody deletes a message: bots are not told of it. */
    public void loses(int message) {
        world.change(() -> messages.remove(message));
    }

    /** All messages, to be read by a person. */
    public String transcript() {
        return shown().stream().map(Shown::toString).collect(Collectors.joining("\n"));
    }

    /** "typing" and so on, as often as the bot showed it. */
    public List<String> actions() {
        return world.locked(() -> List.copyOf(actions));
    }

    /** Opens a topic. @return its number */
    public int topic(String name) {
        return world.change(() -> {
            ObjectNode created = Json.object();
            created.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
            int id = messages.add(false, created, null).id();
            topics.put(id, name);
            return id;
        });
    }

    boolean hasTopic(long thread) {
        return isForum() && topics.containsKey((int) thread);
    }

    /** Lets anybody find it by this name, without "@". */
    public LocalChat named(String username) {
        return world.change(() -> {
            json.put("username", username);
            return this;
        });
    }

    /** Makes people administrators, without a word to the bot. */
    public LocalChat administrators(Person... people) {
        return world.change(() -> {
            List.of(people).forEach(person -> members.put(person.json(), ADMINISTRATOR));
            return this;
        });
    }

    /** Somebody's chat, without a word to the bot. */
    public LocalChat creator(Person person) {
        return world.change(() -> {
            members.put(person.json(), CREATOR);
            return this;
        });
    }

    /** Whoever administers the group without being named. */
    public Voice anonymously() {
        return Voice.anonymous(world, this);
    }

    /** The channel itself. */
    public Voice posts() {
        return Voice.channel(world, this);
    }

    public void botBecomesAdministrator(Person by) {
        bot(by, ADMINISTRATOR);
    }

    public void botMayNotWrite(Person by) {
        bot(by, RESTRICTED);
    }

    public void botIsRemoved(Person by) {
        bot(by, KICKED);
    }

    public void botIsAdded(Person by) {
        bot(by, MEMBER);
    }

    void bot(Person by, String status) {
        world.change(() -> {
            members.change(by.json(), World.bot(), status);
            return this;
        });
    }

    /** The group becomes a supergroup: its number changes. @return the new one, which the bot is told */
    public LocalChat migrates() {
        return Migration.of(world, this);
    }

    void migratedTo(long id) {
        migratedTo = id;
    }

    /** Throws the refusal that the bot gets where it may not write. */
    void checkBotMayWrite() {
        Access.check(this, migratedTo);
    }

    Members members() {
        return members;
    }

    Messages messages() {
        return messages;
    }

    List<String> log() {
        return actions;
    }

    ObjectNode json() {
        return json;
    }
}
