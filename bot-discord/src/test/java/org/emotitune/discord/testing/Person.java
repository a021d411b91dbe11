package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody with a Discord account. Thread-safe. */
public final class Person {
    private final World world;
    private final long id;
    private final String name;
    private final String locale;
    private final boolean bot;
    private boolean takesMessages = true;
    private boolean installed;
    private @Nullable LocalChannel direct;

    /** @param bot whether a program writes in this name */
    Person(World world, String name, String locale, boolean bot) {
        this.world = world;
        this.id = world.ids().next();
        this.name = name;
        this.locale = locale;
        this.bot = bot;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Of their Discord: "es-ES". */
    public String locale() {
        return locale;
    }

    /** In a channel, a thread or a group. */
    public Voice in(LocalChannel channel) {
        return new Voice(world, this, channel);
    }

    /** Alone with the bot. */
    public Voice direct() {
        return in(directChannel());
    }

    public LocalChannel directChannel() {
        return world.change(() -> {
            LocalChannel there = direct;
            if (there == null) {
                there = new LocalChannel(world, LocalChannel.Kind.DIRECT, name, null, null);
                there.people().add(id);
                there.people().add(BotAccount.ID);
                world.add(there);
                direct = there;
            }
            return there;
        });
    }

    /** Whether the bot may write to them; it may at first. */
    public void takesMessages(boolean whether) {
        world.changes(() -> takesMessages = whether);
    }

    /** Adds the app to their account: its commands come along wherever they write. */
    public void installs() {
        world.changes(() -> installed = true);
    }

    boolean takesMessages() {
        return takesMessages;
    }

    boolean hasInstalled() {
        return installed;
    }

    ObjectNode json() {
        return Json.object()
                .put("id", Json.id(id))
                .put("username", name.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .put("global_name", name)
                .put("discriminator", "0")
                .putNull("avatar")
                .put("bot", bot)
                .put("public_flags", 0);
    }
}
