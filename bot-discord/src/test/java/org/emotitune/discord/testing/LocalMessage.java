package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A message as it is now. Thread-safe. */
public final class LocalMessage {
    static final int EPHEMERAL = 1 << 6;
    static final int THINKING = 1 << 7;

    private final World world;
    private final LocalChannel channel;
    private final ObjectNode json;
    private final long onlyFor;
    private int edits;
    private boolean deleted;

    /** @param onlyFor id of the only person who sees it; 0 for one that all see */
    LocalMessage(World world, LocalChannel channel, ObjectNode json, long onlyFor) {
        this.world = world;
        this.channel = channel;
        this.json = json;
        this.onlyFor = onlyFor;
    }

    public long id() {
        return Json.id(json.path("id"));
    }

    public LocalChannel channel() {
        return channel;
    }

    public String content() {
        return read(() -> json.path("content").asText(""));
    }

    public boolean isOfBot() {
        return authorId() == BotAccount.ID;
    }

    /** Whether only one person sees it. */
    public boolean isEphemeral() {
        return onlyFor != 0;
    }

    public boolean isSeenBy(Person person) {
        return isSeenBy(person.id());
    }

    boolean isSeenBy(long person) {
        return onlyFor == 0 || onlyFor == person;
    }

    /** Whether people see "EmotiTune is thinking…" in its place. */
    public boolean isThinking() {
        return read(() -> (flags() & THINKING) != 0);
    }

    public boolean isDeleted() {
        return read(() -> deleted);
    }

    /** How often it has been edited since there is something to read. */
    public int edits() {
        return read(() -> edits);
    }

    /** As Discord's API tells of it. */
    public JsonNode json() {
        return read(json::deepCopy);
    }

    public List<JsonNode> embeds() {
        return StreamSupport.stream(json().path("embeds").spliterator(), false).toList();
    }

    /** What is written on buttons, in order: their labels, else their emojis. */
    public List<String> buttons() {
        return Components.buttons(json()).stream().map(Components::label).toList();
    }

    /** What the options of all menus say, in order. */
    public List<String> options() {
        return Components.menus(json()).stream()
                .flatMap(menu -> StreamSupport.stream(menu.path("options").spliterator(), false))
                .map(option -> option.path("label").asText())
                .toList();
    }

    public List<UploadedFile> files() {
        return StreamSupport.stream(json().path("attachments").spliterator(), false)
                .flatMap(file -> world.files().file(Json.id(file.path("id"))).stream())
                .toList();
    }

    /** Ids of the people who get a red dot for it; nobody does for an edit. */
    public List<Long> pinged() {
        return StreamSupport.stream(json().path("mentions").spliterator(), false)
                .map(user -> Json.id(user.path("id")))
                .toList();
    }

    /** Whether everyone gets a red dot for it. */
    public boolean pingsEveryone() {
        return read(() -> json.path("mention_everyone").asBoolean());
    }

    /** The message that it replies to. */
    public Optional<LocalMessage> repliesTo() {
        return read(() -> Optional.ofNullable(
                channel.all().get(Json.id(json.path("message_reference").path("message_id")))));
    }

    /** All that can be read of it. */
    public String shown() {
        return read(
                () -> Shown.of(json, onlyFor == 0 ? "" : world.person(onlyFor).name()));
    }

    @Override
    public String toString() {
        return shown();
    }

    private <T> T read(Supplier<T> what) {
        return world.locked(what);
    }

    long authorId() {
        return Json.id(json.path("author").path("id"));
    }

    int flags() {
        return json.path("flags").asInt();
    }

    /** The one that is kept, not a copy. */
    ObjectNode raw() {
        return json;
    }

    void edited() {
        if ((flags() & THINKING) == 0) {
            edits++;
            json.put("edited_timestamp", world.timestamp());
        } else {
            json.put("flags", flags() & ~THINKING);
        }
    }

    void deleted() {
        deleted = true;
    }
}
