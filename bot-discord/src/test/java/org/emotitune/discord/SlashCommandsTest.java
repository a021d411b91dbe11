package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.emotitune.admin.AdminDesk;
import org.emotitune.wish.WishReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlashCommandsTest {
    private static final List<String> SUNG = WishReader.load().languages();
    private static final List<CommandData> ALL = SlashCommands.all(SUNG, true);
    private static final Set<String> OF_ADMINS = Set.of("reindex", "import", "stats", "cancel", "listen");

    @Test
    void theseAreThere() {
        assertThat(ALL)
                .extracting(CommandData::getName)
                .containsExactlyInAnyOrder(
                        "recommend",
                        "mood",
                        "groupmood",
                        "privacy",
                        "export",
                        "forget",
                        "language",
                        "help",
                        "sos",
                        "Songs for this message",
                        "reindex",
                        "import",
                        "stats",
                        "cancel",
                        "listen");
    }

    @Test
    void channelsAreOpenedOnlyWhereTheBotCanReadThem() {
        assertThat(SlashCommands.all(SUNG, false))
                .hasSize(ALL.size() - 1)
                .extracting(CommandData::getName)
                .doesNotContain("listen");
    }

    @Test
    void discordTakesThem() {
        assertThat(CommandLimits.problems(ALL)).isEmpty();
    }

    @Test
    void discordWouldNotTakeTwoOfOneNameInSpanish() {
        assertThat(CommandLimits.problems(List.of(
                        Commands.slash("one", "1").setNameLocalization(DiscordLocale.SPANISH, "uno"),
                        Commands.slash("other", "2").setNameLocalization(DiscordLocale.SPANISH, "uno"))))
                .containsExactly("commands called the same in es-ES");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            recommend,              recomienda
            mood,                   animo
            groupmood,              animo-grupal
            privacy,                privacidad
            export,                 exportar
            forget,                 olvidar
            language,               idioma
            help,                   ayuda
            Songs for this message, Canciones para este mensaje
            """)
    void peoplesCommandsHaveSpanishNamesInSpainAndAmerica(String english, String spanish) {
        assertThat(command(english).getNameLocalizations().toMap())
                .containsOnly(
                        Map.entry(DiscordLocale.SPANISH, spanish), Map.entry(DiscordLocale.SPANISH_LATAM, spanish));
    }

    @Test
    void whatReadsTheSameInSpanishIsNotTranslated() {
        assertThat(command("sos").getNameLocalizations().toMap()).isEmpty();
        assertThat(command("reindex").getNameLocalizations().toMap()).isEmpty();
    }

    @Test
    void everythingIsDescribedInSpanish() {
        List<SlashCommandData> slash = ALL.stream()
                .filter(command -> command.getType() == Command.Type.SLASH)
                .map(SlashCommandData.class::cast)
                .toList();

        assertThat(slash).hasSize(14).allSatisfy(command -> {
            assertThat(command.getDescriptionLocalizations().toMap()).hasSize(2);
            assertThat(command.getOptions())
                    .allSatisfy(option -> assertThat(
                                    option.getDescriptionLocalizations().toMap())
                            .hasSize(2));
        });
    }

    @Test
    void peopleHaveThemEverywhereAndAdminsInServersWithTheBotIfTheyManageThem() {
        assertThat(ALL).hasSize(15).allSatisfy(command -> {
            boolean admins = OF_ADMINS.contains(command.getName());
            assertThat(command.getContexts())
                    .isEqualTo(admins ? Set.of(InteractionContextType.GUILD) : InteractionContextType.ALL);
            assertThat(command.getIntegrationTypes())
                    .isEqualTo(admins ? Set.of(IntegrationType.GUILD_INSTALL) : IntegrationType.ALL);
            assertThat(command.getDefaultPermissions().getPermissionsRaw())
                    .isEqualTo(
                            admins
                                    ? Long.valueOf(Permission.MANAGE_SERVER.getRawValue())
                                    : DefaultMemberPermissions.ENABLED.getPermissionsRaw());
        });
    }

    @Test
    void aFeelingIsRequiredAndCompletedAndAllElseMayBeLeftOut() {
        List<OptionData> options = options("recommend");

        assertThat(options)
                .extracting(OptionData::getName)
                .containsExactly("feeling", "language", "era", "count", "mood", "private");
        assertThat(options).extracting(OptionData::isRequired).containsExactly(true, false, false, false, false, false);
        assertThat(options).filteredOn(OptionData::isAutoComplete).containsExactly(options.getFirst());
        assertThat(options.getFirst().getMaxLength()).isEqualTo(4096);
        assertThat(options.get(3).getMinValue()).isEqualTo(1L);
        assertThat(options.get(3).getMaxValue()).isEqualTo(10L);
    }

    @Test
    void songsCanBeHadInAllLanguagesThatAWishCanName() {
        List<Choice> choices = options("recommend").get(1).getChoices();

        assertThat(choices).hasSize(21).extracting(Choice::getAsString).isEqualTo(SUNG);
        assertThat(choices).extracting(Choice::getName).startsWith("Spanish", "English", "French");
        assertThat(choices)
                .extracting(choice -> choice.getNameLocalizations().get(DiscordLocale.SPANISH))
                .startsWith("Español", "Inglés", "Francés");
    }

    @Test
    void aLanguageToBeAnsweredInIsCalledByItsOwnName() {
        List<Choice> choices = options("language").getFirst().getChoices();

        assertThat(choices).extracting(Choice::getAsString).containsExactly("automatic", "en", "es");
        assertThat(choices).extracting(Choice::getName).containsExactly("As I write", "English", "Español");
        assertThat(choices.subList(1, 3))
                .allSatisfy(choice ->
                        assertThat(choice.getNameLocalizations().toMap()).isEmpty());
    }

    @Test
    void everyWayToReindexIsACommandOfTheDesk() {
        assertThat(options("reindex").getFirst().getChoices())
                .extracting(choice -> "/reindex " + choice.getAsString())
                .containsExactly("/reindex full", "/reindex dry", "/reindex dry full")
                .allMatch(AdminDesk::isCommand);
    }

    @ParameterizedTest
    @EnumSource
    void channelsInWhichPeopleWriteCanBeOpened(ChannelType type) {
        boolean open = options("listen").getFirst().getChannelTypes().contains(type);

        assertThat(open).isEqualTo(type.isMessage() && type.isGuild());
        assertThat(options("listen"))
                .extracting(OptionData::getType)
                .containsExactly(OptionType.CHANNEL, OptionType.BOOLEAN);
    }

    private static CommandData command(String name) {
        return ALL.stream()
                .filter(command -> command.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<OptionData> options(String command) {
        return ((SlashCommandData) command(command)).getOptions();
    }
}
