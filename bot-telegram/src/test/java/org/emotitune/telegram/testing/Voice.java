package org.emotitune.telegram.testing;

import static org.emotitune.telegram.testing.Members.LEFT;
import static org.emotitune.telegram.testing.Members.MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody in a chat, or one of its topics: what is said, sent and tapped there. Thread-safe. */
public final class Voice {
    private static final long ANONYMOUS = 1_087_968_824;

    private final World world;
    private final LocalChat chat;
    /** The person in "from", the chat in "sender_chat", or both. */
    private final ObjectNode sender;

    private final int thread;

    private Voice(World world, LocalChat chat, ObjectNode sender, int thread) {
        this.world = world;
        this.chat = chat;
        this.sender = sender;
        this.thread = thread;
    }

    static Voice of(World world, LocalChat chat, Person person) {
        ObjectNode sender = Json.object();
        sender.set("from", person.json());
        return new Voice(world, chat, sender, 0);
    }

    static Voice anonymous(World world, LocalChat chat) {
        ObjectNode sender = Json.object();
        sender.set("from", anonymousUser());
        sender.set("sender_chat", chat.json().deepCopy());
        return new Voice(world, chat, sender, 0);
    }

    static Voice channel(World world, LocalChat chat) {
        ObjectNode sender = Json.object();
        sender.set("sender_chat", chat.json().deepCopy());
        return new Voice(world, chat, sender, 0);
    }

    static ObjectNode anonymousUser() {
        return Json.object()
                .put("id", ANONYMOUS)
                .put("is_bot", true)
                .put("first_name", "Group")
                .put("username", "GroupAnonymousBot");
    }

    public Voice inTopic(int topic) {
        return new Voice(world, chat, sender, topic);
    }

    /** @return the message's number, here as below */
    public int says(String text) {
        return write(Incoming.text(text), null);
    }

    /** With the bot's name in front. */
    public int mentions(String text) {
        return says("@" + World.BOT_NAME + " " + text);
    }

    public int replies(int to, String text) {
        return world.change(() -> {
            ObjectNode content = Incoming.text(text);
            content.set("reply_to_message", message(to).quoted());
            return write(content, null);
        });
    }

    public int sends(Upload file, String caption) {
        return sends(file, file.size(), caption);
    }

    /** @param size in bytes as Telegram tells it: a test needs no file that large */
    public int sends(Upload file, long size, String caption) {
        return world.change(() -> {
            ObjectNode content = Incoming.caption(caption);
            ObjectNode document = world.files().add(file, size);
            content.set("document", document.put("file_name", file.name()).put("mime_type", Incoming.type(file)));
            return write(content, file);
        });
    }

    public void edits(int id, String text) {
        world.change(() -> {
            LocalMessage message = message(id);
            ObjectNode content = Incoming.text(text);
            message.edit(content, List.of("text", "entities"), world.now());
            return tell(chat.isChannel() ? "edited_channel_post" : "edited_message", message);
        });
    }

    /** The newest button of that label. @return the tap's identifier, for {@link LocalTelegram#tapAnswer} */
    public String taps(String label) {
        return world.change(() ->
                tap(chat.messages().withButton(label).orElseThrow(() -> missing("button [" + label + "]")), label));
    }

    public String taps(int message, String label) {
        return world.change(() -> tap(message(message), label));
    }

    /** A tap that no button makes: whoever has a client of their own can send any code. @return the tap's identifier */
    public String tapsCode(int message, String code) {
        return world.change(() -> tell(message(message), code));
    }

    private String tap(LocalMessage message, String label) {
        JsonNode button = Messages.button(message, label).orElseThrow(() -> missing("button [" + label + "]"));
        if (!button.has("callback_data")) {
            throw new AssertionError("the bot is not told of " + button);
        }
        return tell(message, button.path("callback_data").asText());
    }

    private String tell(LocalMessage message, String code) {
        String id = world.queries().ask();
        ObjectNode tap = Json.object()
                .put("id", id)
                .put("chat_instance", Long.toString(chat.id() * 31))
                .put("data", code);
        tap.set("from", sender.path("from"));
        tap.set("message", message.json());
        world.updates().add("callback_query", tap);
        return id;
    }

    /** Nobody tells the bot. */
    public void deletes(int message) {
        world.change(() -> {
            chat.messages().remove(message(message).id());
            return message;
        });
    }

    /** Puts a reaction on a message, or takes it away where the emoji is empty. Bots have to ask for these. */
    public void reacts(int message, String emoji) {
        world.change(() -> {
            ObjectNode reaction =
                    Json.object().put("message_id", message(message).id()).put("date", world.now());
            reaction.set("chat", chat.json().deepCopy());
            reaction.set("user", sender.path("from"));
            reaction.putArray("old_reaction");
            reaction.putArray("new_reaction");
            if (!emoji.isEmpty()) {
                reaction.withArray("new_reaction")
                        .addObject()
                        .put("type", "emoji")
                        .put("emoji", emoji);
            }
            boolean told = chat.isPrivate() || chat.members().isBotAdministrator();
            return told && world.updates().add("message_reaction", reaction);
        });
    }

    public void joins() {
        moves(MEMBER);
    }

    public void leaves() {
        moves(LEFT);
    }

    private void moves(String status) {
        world.change(() -> {
            ObjectNode user = sender.withObject("/from");
            chat.members().change(user, user, status);
            ObjectNode note = Json.object();
            if (status.equals(LEFT)) {
                note.set("left_chat_member", user);
            } else {
                note.putArray("new_chat_members").add(user);
            }
            return write(note, null);
        });
    }

    int sendsInline(JsonNode result) {
        ObjectNode content = Incoming.inline(result);
        content.set("via_bot", World.bot());
        return write(content, null);
    }

    int write(ObjectNode content, @Nullable Upload file) {
        return world.change(() -> {
            Incoming.start(chat);
            content.setAll(sender.deepCopy());
            if (thread != 0) {
                content.put("message_thread_id", thread).put("is_topic_message", true);
            }
            LocalMessage message = chat.messages().add(false, content, file);
            tell(chat.isChannel() ? "channel_post" : "message", message);
            return message.id();
        });
    }

    private boolean tell(String kind, LocalMessage message) {
        return Hearing.hears(world, chat, message.json()) && world.updates().add(kind, message.json());
    }

    private LocalMessage message(int id) {
        return chat.messages().find(id).orElseThrow(() -> missing("message " + id));
    }

    private AssertionError missing(String what) {
        return new AssertionError("no " + what + " in:\n" + chat.transcript());
    }
}
