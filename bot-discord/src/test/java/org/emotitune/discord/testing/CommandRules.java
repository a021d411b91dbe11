package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.emotitune.discord.testing.Rules.Problem;

/** What commands may be: https://docs.discord.com/developers/interactions/application-commands. */
final class CommandRules {
    private static final int CHAT_INPUT = 1;
    private static final int USER = 2;
    private static final int MESSAGE = 3;
    /** Most of each type. */
    private static final Map<Integer, Integer> MOST = Map.of(CHAT_INPUT, 100, USER, 15, MESSAGE, 15);

    private static final int NAME = 32;
    private static final int DESCRIPTION = 100;
    private static final int SIZE = 8_000;
    private static final Pattern NAMES =
            Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,%d}".formatted(NAME));

    private CommandRules() {}

    static Optional<Problem> check(Spot commands) {
        if (!commands.value().isArray()) {
            commands.refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return commands.problem();
        }
        Set<String> names = new HashSet<>();
        for (Spot command : commands.items()) {
            command(command);
            if (!names.add(type(command) + " " + command.at("name").text())) {
                command.refuse("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }
        return commands.problem().or(() -> number(commands));
    }

    private static Optional<Problem> number(Spot commands) {
        return MOST.entrySet().stream()
                .filter(most -> commands.items().stream()
                                .filter(command -> type(command) == most.getKey())
                                .count()
                        > most.getValue())
                .map(most -> Problem.of(
                        400, 30032, "Maximum number of application commands reached (%d).".formatted(most.getValue())))
                .findFirst();
    }

    private static int type(Spot command) {
        return command.at("type").value().asInt(CHAT_INPUT);
    }

    private static void command(Spot command) {
        command.at("type").oneOf(CHAT_INPUT, USER, MESSAGE);
        permissions(command.at("default_member_permissions"));
        distinct(command.at("contexts"), 0, 1, 2);
        distinct(command.at("integration_types"), 0, 1);
        if (type(command) == CHAT_INPUT) {
            nameAndDescription(command);
            OptionRules.check(command.at("options"));
        } else {
            command.at("name").required().between(1, NAME);
            Localised.check(
                    command.at("name_localizations"), name -> name.required().between(1, NAME));
            empty(command.at("description"), "Context menu commands cannot have description");
            empty(command.at("options"), "Context menu commands cannot have options");
        }
        if (size(command.value()) > SIZE) {
            command.refuse("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d)".formatted(SIZE));
        }
    }

    private static void empty(Spot spot, String message) {
        if (!spot.value().isEmpty() || !spot.isBlank()) {
            spot.refuse("APPLICATION_COMMAND_CONTEXT_MENU_INVALID", message);
        }
    }

    /** Both as commands have them and as options have them. */
    static void nameAndDescription(Spot named) {
        name(named.at("name").required());
        Localised.check(named.at("name_localizations"), name -> name(name.required()));
        named.at("description").required().between(1, DESCRIPTION);
        Localised.check(
                named.at("description_localizations"), text -> text.required().between(1, DESCRIPTION));
    }

    private static void name(Spot name) {
        name.between(1, NAME);
        String text = name.value().asText("");
        if (!text.isEmpty() && !(NAMES.matcher(text).matches() && text.equals(text.toLowerCase(Locale.ROOT)))) {
            name.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void permissions(Spot bits) {
        if (bits.isThere()
                && !(bits.value().isTextual() && bits.value().asText().matches("[0-9]{1,20}"))) {
            bits.refuse("BITFLAGS_TYPE_COERCE", "Permissions are a number in a string.");
        }
    }

    private static void distinct(Spot list, int... allowed) {
        Set<String> met = new HashSet<>();
        for (Spot item : list.itemsUpTo(allowed.length)) {
            item.oneOf(allowed);
            if (!met.add(item.text())) {
                item.refuse("SET_TYPE_ALREADY_CONTAINS_VALUE", "The value was already given.");
            }
        }
    }

    /** Names, descriptions and values of a command, an option or a choice, and all below it. */
    private static int size(JsonNode named) {
        int size = Localised.longest(named, "name") + Localised.longest(named, "description");
        size += Spot.length(named.path("value").asText(""));
        for (JsonNode option : named.path("options")) {
            size += size(option);
        }
        for (JsonNode choice : named.path("choices")) {
            size += size(choice);
        }
        return size;
    }
}
