package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A person somewhere. Whatever that person's Discord would not let them do throws an AssertionError: a command that is
 * not offered, a button that is not there or off, a channel that they do not see. Thread-safe.
 */
public final class Voice {
    private final World world;
    private final Person person;
    private final LocalChannel channel;

    Voice(World world, Person person, LocalChannel channel) {
        this.world = world;
        this.person = person;
        this.channel = channel;
    }

    public Person person() {
        return person;
    }

    public LocalChannel channel() {
        return channel;
    }

    /** @return the message */
    public LocalMessage says(String text) {
        return write(text, null);
    }

    /** A message that begins with "@EmotiTune ". */
    public LocalMessage mentions(String text) {
        return says("<@%s> %s".formatted(Json.id(BotAccount.ID), text));
    }

    /** Whoever wrote that message is pinged. */
    public LocalMessage repliesTo(LocalMessage message, String text) {
        return write(text, message);
    }

    private LocalMessage write(String text, @Nullable LocalMessage to) {
        return world.change(() -> {
            checkSees();
            check(mayWrite(), "may not write here");
            Mail mail = new Mail(world);
            ObjectNode message = mail.blank(channel, person.json());
            message.setAll(mail.reply(to));
            message.put("content", text);
            Pings.add(world, channel, message, Json.object());
            return mail.post(channel, message, 0);
        });
    }

    private boolean mayWrite() {
        Permission needed = channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        return Reach.may(channel, person.id(), needed);
    }

    /** Their own message. */
    public void deletes(LocalMessage message) {
        world.changes(() -> {
            check(message.authorId() == person.id(), "did not write that");
            new Mail(world).delete(message);
        });
    }

    /** A slash command without options. Subcommands go with it: "listen on". */
    public LocalInteraction uses(String command) {
        return uses(command, Map.of());
    }

    /**
     * A slash command.
     *
     * @param options by their names in any language; a value is a text (of a choice, its value or what is read), a
     *     number, a Boolean, a {@link LocalChannel}, a {@link Person}, a {@link ServerRole} or an {@link UploadedFile}
     */
    public LocalInteraction uses(String command, Map<String, ?> options) {
        return world.change(() -> {
            List<String> names = List.of(command.split(" "));
            Options filled = new Options(world, this, false);
            ObjectNode data = slash(names, filled, options);
            return start(InteractionKind.COMMAND, data, null);
        });
    }

    /** So far, in an option that suggests. */
    public LocalInteraction types(String command, String option, String text) {
        return types(command, option, text, Map.of());
    }

    /** @param others options that are filled in already */
    public LocalInteraction types(String command, String option, String text, Map<String, ?> others) {
        return world.change(() -> {
            Map<String, Object> all = new LinkedHashMap<>(others);
            all.put(option, text);
            ObjectNode data = slash(List.of(command.split(" ")), new Options(world, this, true), all);
            List<ObjectNode> suggesting = Json.all(
                    data.path("options"), one -> text.equals(one.path("value").asText()));
            check(!suggesting.isEmpty(), "types nothing");
            suggesting.getLast().put("focused", true);
            return start(InteractionKind.AUTOCOMPLETE, data, null);
        });
    }

    private ObjectNode slash(List<String> names, Options filled, Map<String, ?> options) {
        checkSees();
        ObjectNode command = Offer.find(world, this, names.getFirst(), CommandBook.SLASH);
        ObjectNode data = called(command);
        data.set("options", filled.fill(command, names.subList(1, names.size()), options));
        data.set("resolved", filled.resolved());
        return data;
    }

    /** A command of a message's menu. */
    public LocalInteraction usesOn(LocalMessage message, String command) {
        return world.change(() -> {
            checkSees(message);
            ObjectNode data = called(Offer.find(world, this, command, CommandBook.ON_MESSAGE))
                    .put("target_id", Json.id(message.id()));
            data.putObject("resolved")
                    .putObject("messages")
                    .set(Json.id(message.id()), message.raw().deepCopy());
            return start(InteractionKind.COMMAND, data, null);
        });
    }

    private static ObjectNode called(ObjectNode command) {
        ObjectNode data = Json.object()
                .put("id", command.path("id").asText())
                .put("name", command.path("name").asText())
                .put("type", command.path("type").asInt());
        if (command.has("guild_id")) {
            data.put("guild_id", command.path("guild_id").asText());
        }
        return data;
    }

    /** @param label of the button; its emoji, or both with a space between, will do */
    public LocalInteraction taps(LocalMessage message, String label) {
        return world.change(() -> {
            checkSees(message);
            ObjectNode button = Components.button(message.raw(), label)
                    .orElseThrow(() -> new AssertionError("no button [%s] in:%n%s".formatted(label, message.shown())));
            check(button.has("custom_id"), "cannot tell the bot of a link");
            check(!button.path("disabled").asBoolean(), "cannot tap what is off");
            return tapsCode(message, button.path("custom_id").asText());
        });
    }

    /** A tap that no button makes: whoever has a client of their own can send any id. */
    public LocalInteraction tapsCode(LocalMessage message, String id) {
        ObjectNode data = Json.object().put("custom_id", id).put("component_type", Components.BUTTON);
        return world.change(() -> start(InteractionKind.COMPONENT, data, message));
    }

    /** A choice that no menu offers, or not any more. */
    public LocalInteraction choosesCode(LocalMessage message, String id, String value) {
        ObjectNode data = Json.object().put("custom_id", id).put("component_type", Components.MENU);
        data.putArray("values").add(value);
        return world.change(() -> start(InteractionKind.COMPONENT, data, message));
    }

    /**
     * @param menu what it says while nothing is chosen, or its custom id; empty for the only one
     * @param labels of its options
     */
    public LocalInteraction chooses(LocalMessage message, String menu, String... labels) {
        return world.change(() -> {
            checkSees(message);
            ObjectNode found = Components.menu(message.raw(), menu)
                    .orElseThrow(() -> new AssertionError("no menu <%s> in:%n%s".formatted(menu, message.shown())));
            check(!found.path("disabled").asBoolean(), "cannot choose from what is off");
            ObjectNode data = Json.object()
                    .put("custom_id", found.path("custom_id").asText())
                    .put("component_type", Components.MENU);
            ArrayNode values = data.putArray("values");
            Stream.of(labels).map(label -> value(found, label)).forEach(values::add);
            return start(InteractionKind.COMPONENT, data, message);
        });
    }

    private static String value(ObjectNode menu, String label) {
        return StreamSupport.stream(menu.path("options").spliterator(), false)
                .filter(option -> option.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option %s in %s".formatted(label, menu)))
                .path("value")
                .asText();
    }

    private LocalInteraction start(InteractionKind kind, ObjectNode data, @Nullable LocalMessage source) {
        return world.interactions().start(new Use(this, kind, data, source));
    }

    private void checkSees(LocalMessage message) {
        checkSees();
        check(message.isSeenBy(person.id()) && !message.isDeleted(), "does not see that message");
    }

    private void checkSees() {
        check(Reach.sees(channel, person.id()), "does not see #" + channel.name());
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(person.name() + " " + otherwise);
        }
    }
}
