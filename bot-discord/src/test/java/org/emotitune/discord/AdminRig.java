package org.emotitune.discord;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.emotitune.EmotiTune;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.JobMessages;
import org.emotitune.admin.JobWatches;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.CustomId.Kind;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.jspecify.annotations.Nullable;

/** As much of the bot as admins need, on a local Discord, with nothing else outside of this machine. */
final class AdminRig implements AutoCloseable {
    /**
     * What is set.
     *
     * @param lyrics address of what speaks as LRCLIB; null where nobody is asked
     */
    record Setup(TestDatabase database, Path home, @Nullable URI lyrics) {
        AdminRig start(LocalDiscord discord, LocalChannel... listed) {
            Set<String> ids = Stream.of(listed)
                    .map(channel -> Long.toString(channel.id()))
                    .collect(Collectors.toSet());
            return new AdminRig(discord, settings(ids));
        }

        private Settings settings(Set<String> channels) {
            Settings usual = Settings.of(Map.of("EMOTITUNE_HOME", home.toString()));
            SourceSettings sources = SourceSettings.DEFAULT;
            return new Settings(
                    database.address(),
                    home,
                    false,
                    usual.language(),
                    null,
                    usual.limits(),
                    new SourceSettings(sources.spotify(), lyrics, null, null, sources.geniusSite(), null, null, false),
                    new ReindexSettings(
                            usual.reindex().failures(), usual.reindex().askAbove(), Set.of(), channels),
                    usual.llm(),
                    usual.telegram(),
                    usual.discord());
        }
    }

    /** Channels that are open to ordinary messages. */
    final Set<Long> open = ConcurrentHashMap.newKeySet();

    private final LocalDiscord discord;
    private final EmotiTune emotiTune;
    private final ShardManager shards;
    private final Downloads downloads;
    private final AdminDesk desk;
    private final JobWatches watches;
    private final AdminRoom room;

    private AdminRig(LocalDiscord discord, Settings settings) {
        Clock clock = Clock.systemUTC();
        this.discord = discord;
        emotiTune = EmotiTune.startWithAdmins(settings, Map.of(), clock, step -> {}, wait -> {});
        shards = builder().build(false);
        AdminMessages screen = new AdminMessages(new Channels(shards));
        watches = emotiTune
                .workshop()
                .watches(new JobWatches.Platform(Incoming.PLATFORM, screen), emotiTune.jobMessages());
        desk = emotiTune.workshop().desk(Downloads.most());
        downloads = new Downloads(URI.create(discord.api()));
        Admins admins = new Admins(settings.reindex().discordAdminChannels());
        AdminWork work = new AdminWork(desk, watches, downloads, new Openings(listening()));
        room = new AdminRoom(admins, work, clock);
        begin();
    }

    private void begin() {
        shards.addEventListener(new Events(room));
        shards.login();
        watches.start();
        emotiTune.keepHouse();
        if (discord.commands().isEmpty()) {
            shards.getShards()
                    .getFirst()
                    .updateCommands()
                    .addCommands(commands())
                    .complete();
        }
        discord.until(() -> discord.gateway().connected() == 1 && new Channels(shards).areComplete());
    }

    private DefaultShardManagerBuilder builder() {
        return DefaultShardManagerBuilder.createLight(
                        LocalDiscord.TOKEN, EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES))
                .setRestConfig(new RestConfig().setBaseUrl(discord.api()))
                .setShardsTotal(1)
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayAddress();
                    }
                })
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false);
    }

    /** Offered everywhere, so that tests see what is done where they ought not to be. */
    private static List<SlashCommandData> commands() {
        return Stream.of(
                        Commands.slash("reindex", "Reads songs")
                                .addOptions(new OptionData(OptionType.STRING, "how", "What is read")
                                        .addChoice("full", "full")
                                        .addChoice("dry", "dry")),
                        Commands.slash("import", "Imports songs")
                                .addOption(OptionType.ATTACHMENT, "file", "Songs", true),
                        Commands.slash("stats", "How the bot is doing"),
                        Commands.slash("cancel", "Ends what is under way"),
                        Commands.slash("listen", "Answers all messages of a channel")
                                .addOption(OptionType.CHANNEL, "channel", "Which one", true)
                                .addOption(OptionType.BOOLEAN, "on", "Whether to", false))
                .map(command ->
                        command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL))
                .toList();
    }

    /** Messages that are to show jobs, also after the next start. */
    List<JobMessages.JobMessage> kept() {
        return emotiTune.jobMessages().of(Incoming.PLATFORM);
    }

    private Listening listening() {
        return new Listening() {
            @Override
            public void open(long channel) {
                open.add(channel);
            }

            @Override
            public void close(long channel) {
                open.remove(channel);
            }
        };
    }

    private static final class Events extends ListenerAdapter {
        private final AdminRoom room;

        Events(AdminRoom room) {
            this.room = room;
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            if (AdminRoom.isCommand(event.getName())) {
                room.command(event);
            }
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            CustomId.of(event.getComponentId())
                    .filter(id -> id.kind() == Kind.ADMIN)
                    .ifPresent(id -> room.tapped(event, id.action()));
        }
    }

    @Override
    public void close() {
        desk.close();
        room.close();
        watches.close();
        shards.shutdown();
        downloads.close();
        emotiTune.close();
        discord.until(() -> discord.gateway().connected() == 0);
    }
}
