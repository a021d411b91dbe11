package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A group becomes a supergroup. */
final class Migration {
    private Migration() {}

    static LocalChat of(World world, LocalChat group) {
        return world.change(() -> {
            ObjectNode json = group.json().deepCopy().put("id", Rooms.LARGE - world.newId());
            LocalChat supergroup = world.add(new LocalChat(world, json.put("type", "supergroup")));
            group.members().moveTo(supergroup.members());
            tell(world, group, "migrate_to_chat_id", supergroup.id());
            tell(world, supergroup, "migrate_from_chat_id", group.id());
            group.migratedTo(supergroup.id());
            return supergroup;
        });
    }

    private static void tell(World world, LocalChat chat, String what, long other) {
        ObjectNode note = Json.object().put(what, other);
        note.set("from", Voice.anonymousUser());
        note.set("sender_chat", chat.json().deepCopy());
        world.updates().add("message", chat.messages().add(false, note, null).json());
    }
}
