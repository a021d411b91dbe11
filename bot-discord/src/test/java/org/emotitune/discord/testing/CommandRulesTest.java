package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Said.json;
import static org.emotitune.discord.testing.Said.list;
import static org.emotitune.discord.testing.Said.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRulesTest {
    @ParameterizedTest
    @CsvSource({"1, 100", "2, 15", "3, 15"})
    void thereAreSoManyOfEachType(int type, int most) {
        assertThat(saidOfAll(list(most, i -> command(type, "c" + i)))).isEmpty();
        assertThat(saidOfAll(list(most + 1, i -> command(type, "c" + i)))).containsExactly("400 30032");
    }

    @Test
    void commandsComeInAList() {
        assertThat(saidOfAll(json("[]"))).isEmpty();
        assertThat(saidOfAll(command(1, "a"))).containsExactly("LIST_TYPE_CONVERT");
    }

    @Test
    void namesAreUniqueInTheirType() {
        assertThat(saidOfAll(list(3, i -> command(i + 1, "a")))).isEmpty();
        assertThat(saidOfAll(list(2, i -> command(3, "a")))).containsExactly("1 APPLICATION_COMMANDS_DUPLICATE_NAME");
        assertThat(saidOfAll(json("[{name: 'a', description: 'b'}, {type: 1, name: 'a', description: 'b'}]")))
                .containsExactly("1 APPLICATION_COMMANDS_DUPLICATE_NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "recommend", "ánimo", "año-2_x'y", "感情", "हिन्दी", "ไทย", "１", "ʼa"})
    void aNameHasLettersAndDigitsOfAnyScript(String name) {
        assertThat(said(command(1, name))).isEmpty();
        assertThat(said(object("{name: 'a', description: 'b'}")
                        .set("name_localizations", object("{}").put("es-ES", name))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mood", "ÁNIMO", "a b", "a.b", "a/b", "😀", "a\n", " a"})
    void aNameHasNothingElseAndNoCapitals(String name) {
        assertThat(said(command(1, name))).containsExactly("0.name APPLICATION_COMMAND_INVALID_NAME");
        assertThat(said(object("{name: 'a', description: 'b'}")
                        .set("name_localizations", object("{}").put("es-ES", name))))
                .containsExactly("0.name_localizations.es-ES APPLICATION_COMMAND_INVALID_NAME");
        assertThat(said(withOption(option(name)))).containsExactly("0.options.0.name APPLICATION_COMMAND_INVALID_NAME");
    }

    @Test
    void aContextMenuIsNamedAsItLikesAndHasNothingElse() {
        assertThat(said(command(3, "Songs for this message"))).isEmpty();
        assertThat(said(command(3, "x".repeat(32)))).isEmpty();
        assertThat(said(command(3, "x".repeat(33)))).containsExactly("0.name BASE_TYPE_BAD_LENGTH");
        assertThat(said(json("{type: 3, name: 'a', options: [], description: ''}")))
                .isEmpty();
        assertThat(said(json("{type: 3, name: 'a', description: 'b'}")))
                .containsExactly("0.description APPLICATION_COMMAND_CONTEXT_MENU_INVALID");
        assertThat(said(object("{type: 3, name: 'a'}").set("options", list(1, i -> option("a")))))
                .containsExactly("0.options APPLICATION_COMMAND_CONTEXT_MENU_INVALID");
        assertThat(said(object("{type: 3, name: 'a', name_localizations: {fr: ''}}")))
                .containsExactly("0.name_localizations.fr BASE_TYPE_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: '%s', description: 'a'}                                    | 32  | name",
                "{name: 'a', description: '%s'}                                    | 100 | description",
                "{name: 'a', description: 'a', name_localizations: {es-419: '%s'}} | 32  | name_localizations.es-419",
                "{name: 'a', description: 'a', description_localizations: {de: '%s'}}"
                        + "| 100 | description_localizations.de"
            })
    void textsOfCommandsAndOptionsAreBounded(String named, int most, String path) {
        String quoted = named.replaceAll("([a-z]{2}-[0-9]{3}):", "'$1':");
        JsonNode fits = json(quoted.formatted("x".repeat(most)));
        JsonNode tooLong = json(quoted.formatted("x".repeat(most + 1)));

        assertThat(said(fits)).isEmpty();
        assertThat(said(withOption(((ObjectNode) fits).put("type", 3)))).isEmpty();
        assertThat(said(tooLong)).contains("0.%s BASE_TYPE_BAD_LENGTH".formatted(path));
        assertThat(said(withOption(((ObjectNode) tooLong).put("type", 3))))
                .contains("0.options.0.%s BASE_TYPE_BAD_LENGTH".formatted(path));
    }

    @Test
    void nameAndDescriptionAreNeeded() {
        assertThat(said(json("{}")))
                .containsExactlyInAnyOrder("0.name BASE_TYPE_REQUIRED", "0.description BASE_TYPE_REQUIRED");
        assertThat(said(json("{name: 'a', description: ' '}"))).containsExactly("0.description BASE_TYPE_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "es-MX", "es_ES", "ES-es", "ar", "unknown", "pt"})
    void textsAreTranslatedIntoLanguagesThatDiscordHas(String locale) {
        assertThat(said(object("{name: 'a', description: 'b'}")
                        .set("name_localizations", object("{}").put(locale, "c"))))
                .containsExactly("0.name_localizations.%s ENUM_TYPE_COERCE".formatted(locale));
        assertThat(said(object("{name: 'a', description: 'b'}")
                        .set("description_localizations", object("{}").put(locale, "c"))))
                .containsExactly("0.description_localizations.%s ENUM_TYPE_COERCE".formatted(locale));
    }

    @Test
    void translationsComeByLanguage() {
        assertThat(said(json("{name: 'a', description: 'b', name_localizations: ['c']}")))
                .containsExactly("0.name_localizations DICT_TYPE_CONVERT");
    }

    @Test
    void aWholeCommandIsBoundedByItsLongestTexts() {
        assertThat(said(large("a", "x"))).isEmpty();
        assertThat(said(large("ab", "x"))).containsExactly("0 APPLICATION_COMMAND_TOO_LARGE");
        assertThat(said(large("a", "xx"))).containsExactly("0 APPLICATION_COMMAND_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: '32' |",
                "contexts: null, integration_types: [0], default_member_permissions: null         |",
                "default_member_permissions: '0', nsfw: false                                     |",
                "contexts: [3]                     | contexts.0 BASE_TYPE_CHOICES",
                "contexts: [0, 0]                  | contexts.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
                "contexts: ['GUILD']               | contexts.0 BASE_TYPE_CHOICES",
                "contexts: ['1', 1]                | contexts.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
                "integration_types: [2]            | integration_types.0 BASE_TYPE_CHOICES",
                "integration_types: [1, 1]         | integration_types.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
                "default_member_permissions: 32    | default_member_permissions BITFLAGS_TYPE_COERCE",
                "default_member_permissions: '-1'  | default_member_permissions BITFLAGS_TYPE_COERCE",
                "default_member_permissions: 'x'   | default_member_permissions BITFLAGS_TYPE_COERCE",
                "type: 4                           | type BASE_TYPE_CHOICES"
            })
    void whereAndForWhomACommandIsHasFixedValues(String fields, @Nullable String problem) {
        List<String> expected = problem == null ? List.of() : List.of("0." + problem);

        assertThat(said(json("{name: 'a', description: 'b', " + fields + "}")))
                .filteredOn(said -> !said.endsWith("CONTEXT_MENU_INVALID"))
                .isEqualTo(expected);
    }

    @Test
    void whatJdaRegistersIsWhatIsCheckedHere() {
        CommandData recommend = Commands.slash("recommend", "Songs")
                .setNameLocalization(DiscordLocale.SPANISH, "recomienda")
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                .addOptions(
                        new OptionData(OptionType.STRING, "feeling", "How", true, true).setMaxLength(6000),
                        new OptionData(OptionType.STRING, "mood", "What").addChoice("match", "match"),
                        new OptionData(OptionType.INTEGER, "count", "Many").setRequiredRange(1, 10),
                        new OptionData(OptionType.BOOLEAN, "private", "Yours"));
        List<CommandData> all = List.of(recommend, Commands.message("Songs for this message"));

        assertThat(saidOfAll(list(2, i -> json(all.get(i).toData().toString()))))
                .isEmpty();
    }

    /** 8,000 where the name and the translation of the description have one character each. */
    private static JsonNode large(String name, String translation) {
        int first = 1 + 100 + 25 * 200;
        int second = 8_000 - 2 - first;
        ObjectNode command = object("{description: 'd'}").put("name", name);
        command.set("description_localizations", object("{}").put("fr", translation));
        return command.set(
                "options", list(2, i -> i == 0 ? filled("a", 100, 25) : filled("b", second - 1 - 14 * 200, 14)));
    }

    private static JsonNode filled(String name, int description, int choices) {
        ObjectNode option = object("{type: 3}").put("name", name).put("description", "x".repeat(description));
        option.set(
                "choices", list(choices, i -> object("{}").put("name", of100(i)).put("value", of100(i))));
        return option;
    }

    private static String of100(int number) {
        return "x".repeat(98) + (10 + number);
    }

    private static ObjectNode command(int type, String name) {
        ObjectNode command = object("{}").put("type", type).put("name", name);
        return type == 1 ? command.put("description", "d") : command;
    }

    private static ObjectNode option(String name) {
        return object("{type: 3, description: 'd'}").put("name", name);
    }

    private static ObjectNode withOption(JsonNode option) {
        return command(1, "c").set("options", list(1, i -> option));
    }

    private static List<String> said(JsonNode command) {
        return saidOfAll(list(1, i -> command));
    }

    private static List<String> saidOfAll(JsonNode commands) {
        return Said.of(Rules.commands(commands));
    }
}
