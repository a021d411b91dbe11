package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Said.json;
import static org.emotitune.discord.testing.Said.list;
import static org.emotitune.discord.testing.Said.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRulesTest {
    private static final String FIRST = "0.options.0";

    @Test
    void thereAreTwentyFiveOptions() {
        assertThat(saidOfAll(list(25, i -> option(3, "o" + i)))).isEmpty();
        assertThat(saidOfAll(list(26, i -> option(3, "o" + i)))).containsExactly("0.options BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void namesAreUnique() {
        assertThat(saidOfAll(list(2, i -> option(3, "o"))))
                .containsExactly("0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED");
    }

    @Test
    void whatIsNeededComesFirst() {
        JsonNode needed = option(3, "a").put("required", true);
        JsonNode other = option(3, "b").put("required", false);

        assertThat(saidOfAll(list(2, i -> i == 0 ? needed : other))).isEmpty();
        assertThat(saidOfAll(list(2, i -> i == 1 ? needed : other)))
                .containsExactly("0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
    }

    @Test
    void thereAreTwentyFiveChoices() {
        assertThat(said(option(3, "a").set("choices", choices(25)))).isEmpty();
        assertThat(said(option(3, "a").set("choices", choices(26))))
                .containsExactly(FIRST + ".choices BASE_TYPE_MAX_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: 3, choices: [{name: 'a', value: 'a'}], autocomplete: false}",
                "{type: 3, autocomplete: true, choices: []}",
                "{type: 4, autocomplete: true}",
                "{type: 4, choices: [{name: 'a', value: -9007199254740992}]}",
                "{type: 10, choices: [{name: 'a', value: 0.5}, {name: 'b', value: 1}]}",
                "{type: 3, min_length: 0, max_length: 6000}",
                "{type: 3, min_length: 5, max_length: 5}",
                "{type: 4, min_value: -9007199254740992, max_value: 9007199254740992}",
                "{type: 10, min_value: -0.5, max_value: 0.5}",
                "{type: 5, required: false, autocomplete: false}",
                "{type: 7, channel_types: [0]}",
                "{type: 11}",
                "{type: 3, choices: [{name: 'a', name_localizations: {fr: 'b'}, value: 'a'}]}"
            })
    void anOptionIsOneOfThese(String option) {
        assertThat(said(named(option))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                 | type BASE_TYPE_REQUIRED",
                "{type: 12}                                         | type BASE_TYPE_CHOICES",
                "{type: 3, autocomplete: true, choices: [{name: 'a', value: 'a'}]}"
                        + "| autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
                "{type: 5, autocomplete: true}                      | autocomplete APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 6, choices: [{name: 'a', value: 1}]}        | choices APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 3, choices: [{name: 'a', value: 1}]}"
                        + "| choices.0.value APPLICATION_COMMAND_OPTION_CHOICE_VALUE_INVALID",
                "{type: 4, choices: [{name: 'a', value: '1'}]}"
                        + "| choices.0.value APPLICATION_COMMAND_OPTION_CHOICE_VALUE_INVALID",
                "{type: 4, choices: [{name: 'a', value: 1.5}]}"
                        + "| choices.0.value APPLICATION_COMMAND_OPTION_CHOICE_VALUE_INVALID",
                "{type: 4, choices: [{name: 'a', value: 9007199254740993}]} | choices.0.value NUMBER_TYPE_MAX",
                "{type: 3, choices: [{name: 'a', value: 'a'}, {name: 'a', value: 'b'}]}"
                        + "| choices.1 APPLICATION_COMMAND_OPTION_CHOICES_DUPLICATED",
                "{type: 3, choices: [{name: 'a', value: 'a'}, {name: 'b', value: 'a'}]}"
                        + "| choices.1 APPLICATION_COMMAND_OPTION_CHOICES_DUPLICATED",
                "{type: 3, choices: [{name: 'a', name_localizations: {es: 'b'}, value: 'a'}]}"
                        + "| choices.0.name_localizations.es ENUM_TYPE_COERCE",
                "{type: 3, min_length: -1}                          | min_length NUMBER_TYPE_MIN",
                "{type: 3, min_length: 6001}                        | min_length NUMBER_TYPE_MAX",
                "{type: 3, max_length: 0}                           | max_length NUMBER_TYPE_MIN",
                "{type: 3, max_length: 6001}                        | max_length NUMBER_TYPE_MAX",
                "{type: 3, min_length: 3, max_length: 2}" + "| min_length APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID",
                "{type: 4, min_value: 3, max_value: 2}" + "| min_value APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID",
                "{type: 4, max_value: 9007199254740993}             | max_value NUMBER_TYPE_MAX",
                "{type: 4, min_value: 0.5}                          | min_value NUMBER_TYPE_COERCE",
                "{type: 4, min_length: 5}                           | min_length APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 3, min_value: 5}                            | min_value APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 4, max_length: 5}                           | max_length APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 3, max_value: 5}                            | max_value APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 3, channel_types: [0]}" + "| channel_types APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "{type: 3, options: [{type: 3, name: 'b', description: 'b'}]}"
                        + "| options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"
            })
    void anythingElseIsRefused(String option, String problem) {
        assertThat(said(named(option))).containsExactly(FIRST + "." + problem);
    }

    @Test
    void textsOfChoicesAreBounded() {
        String most = "x".repeat(100);

        assertThat(said(withChoice(most, most))).isEmpty();
        assertThat(said(withChoice(most + "x", most))).containsExactly(FIRST + ".choices.0.name BASE_TYPE_BAD_LENGTH");
        assertThat(said(withChoice(most, most + "x"))).containsExactly(FIRST + ".choices.0.value BASE_TYPE_BAD_LENGTH");
    }

    @Test
    void subcommandsStandAloneAndInGroups() {
        JsonNode subcommand = option(1, "s").set("options", list(1, i -> option(3, "o")));
        JsonNode group = option(2, "g").set("options", list(1, i -> subcommand));

        assertThat(saidOfAll(list(2, i -> i == 0 ? subcommand : group))).isEmpty();
        assertThat(saidOfAll(list(2, i -> i == 0 ? subcommand : option(3, "o"))))
                .containsExactly("0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID");
        assertThat(said(option(1, "s").set("options", list(1, i -> option(1, "t")))))
                .containsExactly(FIRST + ".options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID");
        assertThat(said(option(2, "g").set("options", list(1, i -> option(2, "h")))))
                .containsExactly(FIRST + ".options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID");
        assertThat(said(option(1, "s").set("options", list(1, i -> option(3, "O")))))
                .containsExactly(FIRST + ".options.0.name APPLICATION_COMMAND_INVALID_NAME");
    }

    private static JsonNode withChoice(String name, String value) {
        return option(3, "a")
                .set("choices", list(1, i -> object("{}").put("name", name).put("value", value)));
    }

    private static JsonNode choices(int number) {
        return list(number, i -> object("{}").put("name", "n" + i).put("value", "v" + i));
    }

    private static ObjectNode option(int type, String name) {
        return object("{description: 'd'}").put("type", type).put("name", name);
    }

    private static JsonNode named(String option) {
        return object(option).put("name", "a").put("description", "d");
    }

    private static List<String> said(JsonNode option) {
        return saidOfAll(list(1, i -> option));
    }

    private static List<String> saidOfAll(JsonNode options) {
        JsonNode command = ((ObjectNode) json("{name: 'c', description: 'd'}")).set("options", options);
        return Said.of(Rules.commands(list(1, i -> command)));
    }
}
