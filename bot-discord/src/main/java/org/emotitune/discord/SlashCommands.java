package org.emotitune.discord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;

/** The commands of the bot as Discord is to list them. Discord tells their English names, whatever is shown. Pure. */
final class SlashCommands {
    static final String RECOMMEND = "recommend";
    static final String MOOD = "mood";
    static final String GROUP_MOOD = "groupmood";
    static final String PRIVACY = "privacy";
    static final String EXPORT = "export";
    static final String FORGET = "forget";
    static final String LANGUAGE = "language";
    static final String HELP = "help";
    static final String SOS = "sos";

    /** In the menu of a message. */
    static final String SONGS_FOR_MESSAGE = CommandTexts.base("message.name");

    static final String REINDEX = "reindex";
    static final String IMPORT = "import";
    static final String STATS = "stats";
    static final String CANCEL = "cancel";
    static final String LISTEN = "listen";

    /** Of {@link #IMPORT}: an attachment. */
    static final String FILE = "file";
    /** Of {@link #REINDEX}: what follows its name when it is written. */
    static final String HOW = "how";
    /** Of {@link #LISTEN}. */
    static final String CHANNEL = "channel";
    /** Of {@link #LISTEN}: true or false. */
    static final String ON = "on";

    /** Where people write what the bot could answer. */
    private static final List<ChannelType> CHANNELS = List.of(
            ChannelType.TEXT,
            ChannelType.NEWS,
            ChannelType.VOICE,
            ChannelType.STAGE,
            ChannelType.GUILD_PUBLIC_THREAD,
            ChannelType.GUILD_PRIVATE_THREAD,
            ChannelType.GUILD_NEWS_THREAD);

    private SlashCommands() {}

    /**
     * All of them.
     *
     * @param sungLanguages ISO 639-1 codes that songs can be wished in, at most 25
     * @param listens whether the bot can read ordinary messages, so that channels can be opened to it
     */
    static List<CommandData> all(List<String> sungLanguages, boolean listens) {
        List<CommandData> commands = new ArrayList<>();
        commands.add(forPeople(recommend(sungLanguages)));
        Stream.of(MOOD, GROUP_MOOD, PRIVACY, EXPORT, FORGET, HELP, SOS)
                .map(name -> forPeople(new CommandForm(name).data()))
                .forEach(commands::add);
        commands.add(forPeople(language()));
        commands.add(forPeople(songsForMessage()));
        Stream.of(reindex(), imports(), new CommandForm(STATS).data(), new CommandForm(CANCEL).data())
                .map(SlashCommands::forAdmins)
                .forEach(commands::add);
        if (listens) {
            commands.add(forAdmins(listen()));
        }
        return List.copyOf(commands);
    }

    /** Wherever people are, whether the server has the bot or only they do. */
    private static CommandData forPeople(CommandData command) {
        return command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
    }

    /** Discord lists them for those who manage the server, who may change that: they are checked again. */
    private static CommandData forAdmins(CommandData command) {
        return command.setContexts(Set.of(InteractionContextType.GUILD))
                .setIntegrationTypes(Set.of(IntegrationType.GUILD_INSTALL))
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
    }

    private static SlashCommandData recommend(List<String> sungLanguages) {
        CommandForm form = new CommandForm(RECOMMEND);
        form.required(OptionType.STRING, Wanted.FEELING)
                .setMaxLength(EmotionExtractor.LONGEST_READ)
                .setAutoComplete(true);
        form.option(OptionType.STRING, Wanted.LANGUAGE)
                .addChoices(sungLanguages.stream().map(CommandForm::ofSung).toList());
        form.option(OptionType.STRING, Wanted.ERA)
                .addChoices(Wanted.DECADES.stream()
                        .map(decade -> form.choice(Wanted.ERA, Integer.toString(decade)))
                        .toList());
        form.option(OptionType.INTEGER, Wanted.COUNT).setRequiredRange(1, Wishes.MOST_SONGS);
        form.option(OptionType.STRING, Wanted.MOOD)
                .addChoices(Arrays.stream(Aim.values())
                        .map(aim -> form.choice(Wanted.MOOD, aim.name().toLowerCase(Locale.ROOT)))
                        .toList());
        form.option(OptionType.BOOLEAN, Wanted.PRIVATE);
        return form.data();
    }

    private static SlashCommandData language() {
        CommandForm form = new CommandForm(LANGUAGE);
        form.option(OptionType.STRING, LANGUAGE)
                .addChoices(form.choice(LANGUAGE, "automatic"))
                .addChoices(Arrays.stream(Language.values())
                        .map(CommandForm::ofRead)
                        .toList());
        return form.data();
    }

    private static CommandData songsForMessage() {
        CommandData command = Commands.message(SONGS_FOR_MESSAGE);
        CommandTexts.localise("message.name", command::setNameLocalization);
        return command;
    }

    private static SlashCommandData reindex() {
        CommandForm form = new CommandForm(REINDEX);
        form.option(OptionType.STRING, HOW)
                .addChoices(Stream.of("full", "dry", "dry full")
                        .map(how -> form.choice(HOW, how))
                        .toList());
        return form.data();
    }

    private static SlashCommandData imports() {
        CommandForm form = new CommandForm(IMPORT);
        form.required(OptionType.ATTACHMENT, FILE);
        return form.data();
    }

    private static SlashCommandData listen() {
        CommandForm form = new CommandForm(LISTEN);
        form.required(OptionType.CHANNEL, CHANNEL).setChannelTypes(CHANNELS);
        form.required(OptionType.BOOLEAN, ON);
        return form.data();
    }
}
