package org.emotitune.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.GenericEvent;
import org.emotitune.EmotiTune;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.JobWatches;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.reception.Reception;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot, from where events come in to where answers go out: the composition root of this module. */
public final class DiscordBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);
    /** For answers, and then for what is to be sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EmotiTune emotiTune;
    private final Connection connection;
    private final Errands errands;
    private final GroupMoods moods;
    private final JobWatches watches;
    private final AdminDesk desk;
    private final AdminRoom room;
    private final Downloads downloads;
    private final Registration registration;
    private final Handler handler;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DiscordBot(EmotiTune emotiTune, Settings settings, Connection connection, Later later) {
        Clock clock = Clock.systemUTC();
        this.emotiTune = emotiTune;
        this.connection = connection;
        this.errands = new Errands(PATIENCE);
        Conversation conversation = emotiTune.conversation();
        Reception reception = emotiTune.reception();
        this.moods = new GroupMoods(conversation::moods, conversation::together, later, clock);
        AdminMessages screen = new AdminMessages(new Channels(connection.shards()));
        this.watches = emotiTune
                .workshop()
                .watches(new JobWatches.Platform(Incoming.PLATFORM, screen), emotiTune.jobMessages());
        this.desk = emotiTune.workshop().desk(Downloads.most());
        this.downloads = new Downloads(settings.discord().api());
        OpenRooms rooms = new OpenRooms(emotiTune.openChannels(), watches, errands);
        this.room = new AdminRoom(
                new Admins(settings.reindex().discordAdminChannels()),
                new AdminWork(desk, watches, downloads, new Openings(rooms)),
                clock);
        this.registration = new Registration(
                CommandDirectory.of(connection.calls()),
                SlashCommands.all(
                        conversation.sungLanguages(), settings.discord().messageContent()),
                Thread::sleep);
        this.handler = new Handler(
                new Interactions(conversation, new Questions(conversation, reception, errands)),
                new Mentions(conversation, reception, errands, rooms::isOpen),
                new GroupRounds(moods, errands, conversation::notShown),
                room,
                rooms);
    }

    /**
     * Starts the bot; waits for the database and for Discord.
     *
     * @param settings with a token
     * @param progress told, in a few words, what takes its time
     * @throws RejectedTokenException if Discord does not know the token
     */
    public static DiscordBot start(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        return start(settings, environment, progress, Later.onVirtualThreads());
    }

    /** @param rounds ends rounds of group moods at their time */
    static DiscordBot start(
            Settings settings, Map<String, String> environment, Consumer<String> progress, Later rounds) {
        EmotiTune emotiTune = EmotiTune.startWithAdmins(settings, environment, Clock.systemUTC(), progress, LOG::warn);
        CompletableFuture<DiscordBot> begun = new CompletableFuture<>();
        try {
            Connection connection = Connection.open(settings.discord(), event -> heard(begun, event), progress);
            try {
                DiscordBot bot = new DiscordBot(emotiTune, settings, connection, rounds)
                        .begun(settings.reindex().discordAdminChannels());
                begun.complete(bot);
                return bot;
            } catch (RuntimeException | Error e) {
                begun.cancel(true);
                connection.close(Duration.ZERO);
                throw e;
            }
        } catch (RuntimeException | Error e) {
            emotiTune.close();
            throw e;
        }
    }

    /** What comes before the bot has begun waits; where it does not begin, nobody hears it. */
    private static void heard(CompletableFuture<DiscordBot> begun, GenericEvent event) {
        try {
            begun.join().handler.onEvent(event);
        } catch (CancellationException e) {
            LOG.debug("An event came while the bot could not begin.");
        }
    }

    /** A signal meanwhile waits, so that nothing begins that has been closed already. */
    private synchronized DiscordBot begun(Set<String> adminChannels) {
        if (adminChannels.isEmpty()) {
            LOG.warn(
                    "DISCORD_ADMIN_CHANNELS is not set: whoever manages a server that the bot is in is an admin there.");
        }
        emotiTune.beforeExit(this::close);
        watches.start();
        registration.start();
        emotiTune.keepHouse();
        return this;
    }

    /** The bot's name on Discord. */
    public String name() {
        return connection.name();
    }

    /** Whether events come in from everywhere, and the commands are those of this version. */
    boolean isReady() {
        return connection.isReady() && registration.isDone();
    }

    /**
     * Waits until the bot is closed, or Discord does not let it in any more.
     *
     * @throws RejectedTokenException if Discord does not know the token any more
     * @throws RefusedException for another reason, which is told with what to do
     */
    public void await() throws InterruptedException {
        connection.await();
    }

    /**
     * Takes in no more, ends rounds early, answers those who wait or apologises to them, sends what is to be sent, and
     * stops. Takes some seconds. Where that goes on already it waits for it: a signal must not cut it short.
     */
    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        List.<Runnable>of(
                        connection::deafen,
                        registration::close,
                        () -> moods.close(PATIENCE),
                        () -> emotiTune.reception().close(PATIENCE),
                        desk::close,
                        room::close,
                        watches::close,
                        errands::close,
                        downloads::close,
                        () -> connection.close(PATIENCE),
                        emotiTune::close)
                .forEach(DiscordBot::done);
    }

    /** What fails at the end keeps nothing else from ending. */
    private static void done(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("The end was not quite as it should be: {}", Trace.withoutWords(e));
        }
    }
}
