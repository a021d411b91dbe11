package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Opens groups and channels, with the bot in them from the beginning. */
final class Rooms {
    /** Numbers of supergroups and channels lie below this. */
    static final long LARGE = -1_000_000_000_000L;

    private final World world;

    Rooms(World world) {
        this.world = world;
    }

    LocalChat open(String type, String title, Person creator) {
        long id = (type.equals("group") ? 0 : LARGE) - world.newId();
        ObjectNode json = Json.object().put("id", id).put("type", type).put("title", title);
        return world.change(() -> {
            LocalChat chat = world.add(new LocalChat(world, json));
            chat.members().put(World.bot(), Members.MEMBER);
            return chat.creator(creator);
        });
    }

    LocalChat forum(String title, Person creator) {
        LocalChat forum = open("supergroup", title, creator);
        world.change(() -> forum.json().put("is_forum", true));
        return forum;
    }

    LocalChat channel(String title, Person creator) {
        return world.change(() -> {
            LocalChat channel = open("channel", title, creator);
            channel.members().put(World.bot(), Members.ADMINISTRATOR);
            return channel;
        });
    }
}
