package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.emotitune.wish.WishReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandComparisonTest {
    /** As "Get Global Application Commands" answers, with localizations. */
    private static final String ANSWER = """
            [
              {
                "id": "1102030405060708091", "application_id": "1102030405060708090", "version": "1102030405060708099",
                "type": 3, "name": "Look", "name_localizations": null, "description": "",
                "description_localizations": null, "default_member_permissions": null, "dm_permission": true,
                "contexts": [2, 0, 1], "integration_types": [1, 0], "nsfw": false
              },
              {
                "id": "1102030405060708092", "application_id": "1102030405060708090", "version": "1102030405060708098",
                "default_member_permissions": "32", "type": 1, "name": "paint",
                "name_localizations": {"es-419": "pinta", "es-ES": "pinta"},
                "description": "Paints", "description_localizations": {"es-ES": "Pintar"},
                "dm_permission": false, "contexts": [0], "integration_types": [0], "nsfw": false,
                "options": [
                  {
                    "type": 3, "name": "colour", "name_localizations": {"es-ES": "color"}, "description": "Which",
                    "description_localizations": null, "required": true,
                    "choices": [
                      {"name": "Blue", "name_localizations": {"es-ES": "Azul"}, "value": "blue"},
                      {"name": "Red", "name_localizations": null, "value": "red"}
                    ]
                  },
                  {
                    "type": 3, "name": "words", "name_localizations": null, "description": "Words",
                    "description_localizations": null, "autocomplete": true, "max_length": 4000
                  },
                  {
                    "type": 4, "name": "count", "name_localizations": null, "description": "How many",
                    "description_localizations": null, "min_value": 1, "max_value": 10
                  },
                  {
                    "type": 7, "name": "where", "name_localizations": null, "description": "Where",
                    "description_localizations": null, "channel_types": [11, 0, 5]
                  }
                ]
              }
            ]
            """;

    private static List<CommandData> own() {
        OptionData colour = new OptionData(OptionType.STRING, "colour", "Which", true)
                .setNameLocalization(DiscordLocale.SPANISH, "color")
                .addChoices(
                        new Choice("Blue", "blue").setNameLocalization(DiscordLocale.SPANISH, "Azul"),
                        new Choice("Red", "red"));
        OptionData words = new OptionData(OptionType.STRING, "words", "Words", false, true).setMaxLength(4_000);
        OptionData count = new OptionData(OptionType.INTEGER, "count", "How many").setRequiredRange(1, 10);
        OptionData where = new OptionData(OptionType.CHANNEL, "where", "Where")
                .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS, ChannelType.GUILD_PUBLIC_THREAD);
        CommandData paint = Commands.slash("paint", "Paints")
                .setNameLocalizations(Map.of(DiscordLocale.SPANISH, "pinta", DiscordLocale.SPANISH_LATAM, "pinta"))
                .setDescriptionLocalization(DiscordLocale.SPANISH, "Pintar")
                .addOptions(colour, words, count, where)
                .setContexts(Set.of(InteractionContextType.GUILD))
                .setIntegrationTypes(Set.of(IntegrationType.GUILD_INSTALL))
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        CommandData look = Commands.message("Look")
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL);
        return List.of(paint, look);
    }

    private static List<CommandData> read(String answer) {
        return DataArray.fromJson(answer).stream(DataArray::getObject)
                .map(CommandData::fromData)
                .toList();
    }

    @Test
    void whatDiscordAddsAndHowItOrdersThemIsOfNoAccount() {
        assertThat(CommandComparison.areSame(own(), read(ANSWER))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "Look"                  | "name": "Look at"
            "type": 3, "name": "Look"       | "type": 2, "name": "Look"
            "contexts": [2, 0, 1]           | "contexts": [0, 1]
            "contexts": [2, 0, 1]           | "contexts": null
            "integration_types": [1, 0]     | "integration_types": [0]
            "default_member_permissions": "32" | "default_member_permissions": null
            "default_member_permissions": "32" | "default_member_permissions": "0"
            "default_member_permissions": "32" | "default_member_permissions": "40"
            "es-419": "pinta", "es-ES"      | "es-ES"
            "es-419": "pinta"               | "es-419": "pintá"
            "es-419": "pinta"               | "fr": "pinta"
            "description": "Paints"         | "description": "paints"
            {"es-ES": "Pintar"}             | null
            {"es-ES": "Azul"}               | {"es-ES": "azul"}
            "value": "red"                  | "value": "Red"
            "name": "Red"                   | "name": "Rad"
            "required": true                | "required": false
            "autocomplete": true            | "autocomplete": false
            "max_length": 4000              | "max_length": 4001
            , "max_length": 4000            | ``
            "min_value": 1                  | "min_value": 0
            "max_value": 10                 | "max_value": 11
            "channel_types": [11, 0, 5]     | "channel_types": [11, 0]
            "description": "Words"          | "description": "Word"
            "nsfw": false, "options"        | "nsfw": true, "options"
            """)
    void everythingElseCounts(String told, String instead) {
        String flat = ANSWER.replaceAll("\\s*\\n\\s*", " ");
        assertThat(flat).contains(told);

        assertThat(CommandComparison.areSame(own(), read(flat.replace(told, instead))))
                .isFalse();
    }

    @Test
    void anotherOrderOfChoicesIsAnother() {
        DataArray answer = DataArray.fromJson(ANSWER);
        DataObject colour = answer.getObject(1).getArray("options").getObject(0);
        DataArray choices = colour.getArray("choices");
        colour.put("choices", DataArray.empty().add(choices.getObject(1)).add(choices.getObject(0)));

        assertThat(CommandComparison.areSame(own(), read(answer.toString()))).isFalse();
    }

    @Test
    void oneMoreOrOneLessCounts() {
        assertThat(CommandComparison.areSame(own(), own().subList(0, 1))).isFalse();
        assertThat(CommandComparison.areSame(own().subList(0, 1), own())).isFalse();
        assertThat(CommandComparison.areSame(own(), List.of())).isFalse();
        assertThat(CommandComparison.areSame(List.of(), List.of())).isTrue();
    }

    @Test
    void theBotsOwnComeBackTheSame() {
        List<String> sung = WishReader.load().languages();
        List<CommandData> all = SlashCommands.all(sung, true);
        List<CommandData> back = new ArrayList<>();
        all.forEach(command -> back.add(CommandData.fromData(answered(command.toData()))));
        Collections.shuffle(back, new Random(1));

        assertThat(CommandComparison.areSame(all, back)).isTrue();
        assertThat(CommandComparison.areSame(SlashCommands.all(sung, false), back))
                .isFalse();
    }

    /** Null for what is empty, and nothing where something is as usual. */
    private static DataObject answered(DataObject sent) {
        DataObject answer = DataObject.fromJson(sent.toString()).put("id", "1").put("version", "2");
        for (String key : Set.copyOf(answer.keys())) {
            if (key.endsWith("_localizations") && answer.getObject(key).keys().isEmpty()) {
                answer.put(key, null);
            } else if (List.of("required", "autocomplete").contains(key) && !answer.getBoolean(key)) {
                answer.remove(key);
            } else if (List.of("options", "choices").contains(key)) {
                List<DataObject> parts = answer.getArray(key).stream(DataArray::getObject)
                        .map(CommandComparisonTest::answered)
                        .toList();
                answer.put(key, DataArray.fromCollection(parts));
            }
        }
        return answer;
    }
}
