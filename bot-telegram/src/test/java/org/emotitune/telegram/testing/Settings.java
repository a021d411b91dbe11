package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the bot says about itself: its menu and its descriptions, in each language. */
final class Settings {
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_COMMAND_DESCRIPTION = 256;
    private static final int LONGEST_DESCRIPTION = 512;
    private static final int LONGEST_SHORT_DESCRIPTION = 120;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");

    private final World world;
    private final Map<String, JsonNode> commands = new TreeMap<>();
    private final Map<String, String> descriptions = new TreeMap<>();

    Settings(World world) {
        this.world = world;
    }

    void addTo(Api api) {
        api.add("getMe", params -> me())
                .add("setMyCommands", this::setCommands, "commands", "scope", "language_code")
                .add("deleteMyCommands", this::deleteCommands, "scope", "language_code")
                .add("getMyCommands", this::getCommands, "scope", "language_code")
                .add(
                        "setMyDescription",
                        params -> describe(params, "description", LONGEST_DESCRIPTION),
                        "description",
                        "language_code")
                .add(
                        "setMyShortDescription",
                        params -> describe(params, "short_description", LONGEST_SHORT_DESCRIPTION),
                        "short_description",
                        "language_code")
                .add("getMyDescription", params -> described(params, "description"), "language_code")
                .add("getMyShortDescription", params -> described(params, "short_description"), "language_code");
    }

    private ObjectNode me() {
        return World.bot()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", !world.privacy())
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode setCommands(Params params) {
        JsonNode list = params.json("commands").orElseThrow(() -> Refusal.bad("commands are empty"));
        if (list.size() > MOST_COMMANDS) {
            throw Refusal.bad("BOT_COMMANDS_TOO_MUCH");
        }
        list.forEach(Settings::check);
        commands.put(place(params), list);
        return Json.yes();
    }

    private static void check(JsonNode command) {
        if (!command.path("command").asText("").matches("[a-z0-9_]{1,32}")) {
            throw Refusal.bad("BOT_COMMAND_INVALID");
        }
        String description = command.path("description").asText("");
        if (description.isBlank() || description.length() > LONGEST_COMMAND_DESCRIPTION) {
            throw Refusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private JsonNode deleteCommands(Params params) {
        commands.remove(place(params));
        return Json.yes();
    }

    private JsonNode getCommands(Params params) {
        return commands.getOrDefault(place(params), Json.array());
    }

    private static String place(Params params) {
        JsonNode scope = params.json("scope").orElse(Json.object().put("type", "default"));
        String type = scope.path("type").asText("");
        if (!SCOPES.contains(type)) {
            throw Refusal.bad("can't parse BotCommandScope: unsupported type specified");
        }
        if (type.startsWith("chat") && !scope.has("chat_id")) {
            throw Refusal.bad("can't parse BotCommandScope: field \"chat_id\" is not specified");
        }
        String chat = scope.has("chat_id") ? ":" + scope.path("chat_id").asText() : "";
        return type + chat + "/" + language(params);
    }

    private static String language(Params params) {
        String language = params.text("language_code");
        if (!language.isEmpty() && !LANGUAGES.contains(language)) {
            throw Refusal.bad("LANGUAGE_CODE_INVALID");
        }
        return language;
    }

    private JsonNode describe(Params params, String name, int longest) {
        if (params.text(name).length() > longest) {
            throw Refusal.bad("description is too long");
        }
        descriptions.put(name + "/" + language(params), params.text(name));
        return Json.yes();
    }

    private JsonNode described(Params params, String name) {
        return Json.object().put(name, descriptions.getOrDefault(name + "/" + language(params), ""));
    }

    /** By place: "all_private_chats/es", "chat:-100123/" and so on. */
    Map<String, JsonNode> commands() {
        return Map.copyOf(commands);
    }

    /** By name and language: "description/es", "short_description/". */
    Map<String, String> descriptions() {
        return Map.copyOf(descriptions);
    }
}
