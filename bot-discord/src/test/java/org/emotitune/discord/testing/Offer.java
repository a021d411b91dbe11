package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;

/** Which commands a person's Discord offers where. */
final class Offer {
    private static final int BY_SERVER = 0;
    private static final int BY_PERSON = 1;

    private Offer() {}

    /** Throws where the person would not find the command. */
    static ObjectNode find(World world, Voice voice, String name, int type) {
        LocalChannel channel = voice.channel();
        ObjectNode command = world.commands()
                .find(channel.serverId(), name, type)
                .orElseThrow(() -> new AssertionError("no command %s; there are %s"
                        .formatted(
                                name,
                                world.commands().everywhere().stream()
                                        .map(one -> one.path("name"))
                                        .toList())));
        check(isFor(command, "contexts", InteractionJson.context(channel)), command, "is not for this kind of place");
        boolean byServer = InteractionJson.isInstalled(channel) && isFor(command, "integration_types", BY_SERVER);
        boolean byPerson = voice.person().hasInstalled() && isFor(command, "integration_types", BY_PERSON);
        check(byServer || byPerson, command, "is installed neither here nor by the person");
        check(isPermitted(command, voice), command, "is not for members with these permissions (opensCommand?)");
        return command;
    }

    private static void check(boolean holds, JsonNode command, String otherwise) {
        if (!holds) {
            throw new AssertionError("command %s %s".formatted(command.path("name"), otherwise));
        }
    }

    /** A list that is missing allows all. */
    private static boolean isFor(JsonNode command, String list, int one) {
        return !command.path(list).isArray()
                || StreamSupport.stream(command.path(list).spliterator(), false).anyMatch(it -> it.asInt() == one);
    }

    private static boolean isPermitted(JsonNode command, Voice voice) {
        LocalServer server = voice.channel().server().orElse(null);
        if (server == null) {
            return true;
        }
        long theirs = Reach.permissions(voice.channel(), voice.person().id());
        boolean administrator = (theirs & Permission.ADMINISTRATOR.getRawValue()) != 0;
        boolean commands = (theirs & Permission.USE_APPLICATION_COMMANDS.getRawValue()) != 0;
        JsonNode needed = command.path("default_member_permissions");
        boolean open = needed.isNull()
                || needed.isMissingNode()
                || server.isOpen(command.path("name").asText());
        boolean has = open || (needed.asLong() != 0 && (theirs & needed.asLong()) == needed.asLong());
        return administrator || (commands && has);
    }
}
