package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.dv8tion.jda.api.Permission;

/** A role of a server. That of everyone has the server's id. */
public record ServerRole(long id, String name, long permissions) {
    ServerRole with(Permission... others) {
        return new ServerRole(id, name, Permission.getRaw(others));
    }

    Permissions.Role plain() {
        return new Permissions.Role(id, permissions);
    }

    ObjectNode json(int position, boolean managed) {
        ObjectNode role = Json.object()
                .put("id", Json.id(id))
                .put("name", name)
                .put("permissions", Json.id(permissions))
                .put("position", position)
                .put("color", 0)
                .put("hoist", false)
                .put("managed", managed)
                .put("mentionable", false)
                .put("flags", 0);
        role.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        return role;
    }
}
