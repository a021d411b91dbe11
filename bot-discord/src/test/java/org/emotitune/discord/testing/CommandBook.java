package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that the bot has registered. */
final class CommandBook {
    static final int SLASH = 1;
    static final int ON_MESSAGE = 3;

    private static final long EVERYWHERE = 0;

    private final World world;
    private final Map<Long, List<ObjectNode>> commands = new HashMap<>();
    private int registrations;

    CommandBook(World world) {
        this.world = world;
    }

    void addTo(Api api) {
        api.add(Route.COMMANDS, asked -> Answer.of(told(EVERYWHERE, asked)))
                .add(Route.REGISTER_COMMANDS, asked -> register(EVERYWHERE, asked))
                .add(Route.SERVER_COMMANDS, asked -> Answer.of(told(known(asked), asked)))
                .add(Route.REGISTER_SERVER_COMMANDS, asked -> register(known(asked), asked));
    }

    private long known(Asked asked) {
        LocalServer server = world.server(asked.id(1));
        if (!server.hasBot()) {
            throw Refusal.missingAccess();
        }
        return server.id();
    }

    /** Those that have the same name as before keep their ids. */
    private Answer register(long server, Asked asked) {
        Refusal.check(Rules.commands(asked.body()));
        registrations++;
        List<ObjectNode> now = new ArrayList<>();
        asked.body().forEach(command -> now.add(registered(server, command.deepCopy())));
        commands.put(server, now);
        return Answer.of(Json.array(now));
    }

    private ObjectNode registered(long server, ObjectNode command) {
        long id = named(server, command.path("name").asText(), type(command))
                .map(before -> Json.id(before.path("id")))
                .orElseGet(() -> world.ids().next());
        ObjectNode registered = Json.object()
                .put("type", SLASH)
                .put("description", "")
                .put("nsfw", false)
                .putNull("default_member_permissions")
                .putNull("contexts");
        registered.putArray("integration_types").add(0);
        registered.setAll(command);
        registered
                .put("id", Json.id(id))
                .put("application_id", Json.id(BotAccount.ID))
                .put("version", Json.id(world.ids().next()));
        if (server != EVERYWHERE) {
            registered.put("guild_id", Json.id(server));
        }
        return registered;
    }

    private ArrayNode told(long server, Asked asked) {
        ArrayNode all =
                Json.array(all(server).stream().map(ObjectNode::deepCopy).toList());
        if (!asked.flag("with_localizations")) {
            Json.all(all, one -> one.has("name_localizations") || one.has("description_localizations"))
                    .forEach(one -> one.remove(List.of("name_localizations", "description_localizations")));
        }
        return all;
    }

    private List<ObjectNode> all(long server) {
        return commands.getOrDefault(server, List.of());
    }

    int registrations() {
        return registrations;
    }

    List<JsonNode> everywhere() {
        return List.copyOf(all(EVERYWHERE));
    }

    /** @param name in any language */
    Optional<ObjectNode> find(long server, String name, int type) {
        return Stream.of(server, EVERYWHERE)
                .flatMap(where -> named(where, name, type).stream())
                .findFirst();
    }

    private Optional<ObjectNode> named(long server, String name, int type) {
        return all(server).stream()
                .filter(command -> type(command) == type && isCalled(command, name))
                .findFirst();
    }

    private static int type(JsonNode command) {
        return command.path("type").asInt(SLASH);
    }

    /** In any language. */
    static boolean isCalled(JsonNode named, String name) {
        return named.path("name").asText().equals(name)
                || named.path("name_localizations").properties().stream()
                        .anyMatch(one -> one.getValue().asText().equals(name));
    }
}
