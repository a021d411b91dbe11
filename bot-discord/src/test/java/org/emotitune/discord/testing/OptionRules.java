package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the options of a command may be. */
final class OptionRules {
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int CHANNEL = 7;
    private static final int NUMBER = 10;

    private static final int OPTIONS = 25;
    private static final int CHOICES = 25;
    private static final int LONGEST_TEXT = 6_000;

    private OptionRules() {}

    static void check(Spot options) {
        options(options, GROUP);
    }

    /** @param deepest which of subcommands and groups may stand here; 0 for none */
    private static void options(Spot list, int deepest) {
        Set<String> names = new HashSet<>();
        boolean optional = false;
        List<Spot> options = list.itemsUpTo(OPTIONS);
        for (Spot option : options) {
            option(option, deepest);
            if (!names.add(option.at("name").text())) {
                option.at("name").refuse("APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option names must be unique");
            }
            boolean required = option.at("required").value().asBoolean();
            if (required && optional) {
                option.refuse(
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required;
        }
        if (options.stream().map(OptionRules::isBranch).distinct().count() > 1) {
            list.refuse(
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to other types");
        }
    }

    private static boolean isBranch(Spot option) {
        return type(option) == SUBCOMMAND || type(option) == GROUP;
    }

    private static int type(Spot option) {
        return option.at("type").value().asInt();
    }

    private static void option(Spot option, int deepest) {
        CommandRules.nameAndDescription(option);
        option.at("type").required().oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        if (isBranch(option)) {
            if (type(option) > deepest) {
                option.at("type").refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Invalid nesting of options");
            }
            options(option.at("options"), type(option) - 1);
        } else {
            only(option, "options");
        }
        only(option, "min_length", STRING);
        only(option, "max_length", STRING);
        only(option, "min_value", INTEGER, NUMBER);
        only(option, "max_value", INTEGER, NUMBER);
        only(option, "choices", STRING, INTEGER, NUMBER);
        only(option, "channel_types", CHANNEL);
        bounds(option);
        choices(option);
    }

    /** Refuses a field that belongs to options of other types; an empty list and a plain no may stand anywhere. */
    private static void only(Spot option, String field, int... types) {
        Spot spot = option.at(field);
        boolean given = spot.value().isArray()
                ? !spot.value().isEmpty()
                : spot.isThere() && !(spot.value().isBoolean() && !spot.value().asBoolean());
        if (given && Arrays.stream(types).noneMatch(type -> type == type(option))) {
            spot.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This field is not allowed for this option type");
        }
    }

    private static void bounds(Spot option) {
        option.at("min_length").whole(0, LONGEST_TEXT);
        option.at("max_length").whole(1, LONGEST_TEXT);
        ordered(option.at("min_length"), option.at("max_length"));
        ordered(option.at("min_value"), option.at("max_value"));
        if (type(option) == INTEGER) {
            option.at("min_value").whole(-ChoiceRules.INTEGERS, ChoiceRules.INTEGERS);
            option.at("max_value").whole(-ChoiceRules.INTEGERS, ChoiceRules.INTEGERS);
        }
    }

    private static void ordered(Spot least, Spot most) {
        if (least.isThere()
                && most.isThere()
                && least.value().asDouble() > most.value().asDouble()) {
            least.refuse("APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID", "The minimum exceeds the maximum");
        }
    }

    private static void choices(Spot option) {
        only(option, "autocomplete", STRING, INTEGER, NUMBER);
        List<Spot> choices = option.at("choices").itemsUpTo(CHOICES);
        if (option.at("autocomplete").value().asBoolean() && !choices.isEmpty()) {
            option.at("autocomplete")
                    .refuse("APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Autocomplete and choices exclude each other");
        }
        Set<String> names = new HashSet<>();
        Set<JsonNode> values = new HashSet<>();
        for (Spot choice : choices) {
            ChoiceRules.check(choice);
            boolean newName = names.add(choice.at("name").text());
            boolean newValue = values.add(choice.at("value").value());
            if (!newName || !newValue) {
                choice.refuse(
                        "APPLICATION_COMMAND_OPTION_CHOICES_DUPLICATED", "Names and values of choices must be unique");
            }
            typed(choice.at("value"), type(option));
        }
    }

    private static void typed(Spot value, int type) {
        boolean fits = switch (type) {
            case STRING -> value.value().isTextual();
            case INTEGER -> value.value().isIntegralNumber();
            default -> value.value().isNumber();
        };
        if (value.isThere() && !fits) {
            value.refuse("APPLICATION_COMMAND_OPTION_CHOICE_VALUE_INVALID", "The value is not of the option's type");
        }
    }
}
