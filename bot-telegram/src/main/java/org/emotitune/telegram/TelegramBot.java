package org.emotitune.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.emotitune.EmotiTune;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.JobWatches;
import org.emotitune.config.Settings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.conversation.Conversation;
import org.emotitune.reception.Trace;
import org.emotitune.telegram.Doorstep.Inside;
import org.emotitune.telegram.InlineAnswers.Pace;
import org.emotitune.telegram.Telegram.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** The bot, from where updates come in to where replies go out: the composition root of this module. */
public final class TelegramBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);
    /** For answers, and then for what is to be sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Most replies to a chat that wait to be sent. */
    private static final int LONGEST_LINE = 30;
    /** A reply that takes longer holds up no others; the core gives its own up long before. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration A_CALL = Duration.ofSeconds(15);

    private final EmotiTune emotiTune;
    private final Telegram telegram;
    private final Downloads downloads;
    private final Lanes lanes;
    private final Typing typing;
    private final JobWatches watches;
    private final AdminDesk desk;
    private final Doorstep doorstep;
    private final UpdateSource source;
    private final String name;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean rejected;

    private TelegramBot(EmotiTune emotiTune, Settings settings, Telegram telegram, User me) {
        Clock clock = Clock.systemUTC();
        String token = Objects.requireNonNull(settings.telegram().token());
        this.emotiTune = emotiTune;
        this.telegram = telegram;
        this.name = me.getUserName();
        this.downloads = new Downloads(telegram, settings.telegram(), token);
        this.lanes = new Lanes(LONGEST_LINE, LONGEST_WAIT);
        this.typing = new Typing(telegram, lanes);
        AdminMessages screen = new AdminMessages(telegram, clock);
        this.watches =
                emotiTune.workshop().watches(new JobWatches.Platform("telegram", screen), emotiTune.jobMessages());
        Admins admins = new Admins(telegram, settings.reindex().telegramAdmins());
        this.desk = emotiTune.workshop().desk(Downloads.most());
        AdminRoom room = new AdminRoom(admins, desk, watches, screen, downloads);
        TelegramUpdates updates = new TelegramUpdates(me.getId(), name);
        Conversation conversation = emotiTune.conversation();
        Deliveries deliveries = new Deliveries(telegram, lanes, typing, new TelegramReplies(name));
        Danger danger = new Danger(updates, conversation::isUrgent, deliveries);
        Handler.Core core = new Handler.Core(conversation, emotiTune.reception());
        Handler handler = new Handler(updates, core, inline(conversation, clock), room, deliveries, danger);
        telegram.listen(handler::gone, handler::moved);
        this.source = source(settings.telegram());
        this.doorstep = new Doorstep(
                me.getId(), emotiTune.receipts(), clock, new Inside(danger::isIn, handler, handler::isRoom));
    }

    /**
     * Starts the bot; waits for the database and for Telegram.
     *
     * @param settings with a token
     * @param progress told, in a few words, what takes its time
     * @throws RejectedTokenException if Telegram does not know the token
     */
    public static TelegramBot start(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        return start(settings, environment, progress, Limits.PUBLISHED);
    }

    static TelegramBot start(
            Settings settings, Map<String, String> environment, Consumer<String> progress, Limits limits) {
        EmotiTune emotiTune = EmotiTune.startWithAdmins(settings, environment, Clock.systemUTC(), progress, LOG::warn);
        Telegram telegram = new Telegram(settings.telegram(), limits);
        try {
            telegram.beginAnew();
            progress.accept("waiting for Telegram");
            return new TelegramBot(emotiTune, settings, telegram, me(settings.telegram())).begun(settings);
        } catch (RuntimeException | Error e) {
            telegram.close();
            emotiTune.close();
            throw e;
        }
    }

    /** Without its name the bot cannot tell what is meant for it, so it waits until Telegram can be reached. */
    private static User me(TelegramSettings settings) {
        try (Line line = new Line(settings, A_CALL, Clock.systemUTC(), BackOff.usual(new Random()))) {
            return line.<User>insist(telegram -> telegram.executeAsync(new GetMe()), () -> {})
                    .orElseThrow(RejectedTokenException::new);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before Telegram answered", e);
        }
    }

    private static InlineAnswers inline(Conversation conversation, Clock clock) {
        return new InlineAnswers(conversation::reply, conversation::isUrgent, new InlineResults(), Pace.USUAL, clock);
    }

    private static Introduction introduction(Telegram telegram, Settings settings) {
        return new Introduction(
                telegram::call,
                settings.reindex().telegramAdmins().stream().map(Long::valueOf).toList());
    }

    private static UpdateSource source(TelegramSettings settings) {
        return settings.webhook() == null ? new Polling(settings) : new Webhook(settings);
    }

    private void rejected() {
        rejected = true;
        over.countDown();
    }

    /** A signal meanwhile waits, so that nothing begins that has been closed already. */
    private synchronized TelegramBot begun(Settings settings) {
        try {
            emotiTune.beforeExit(this::close);
            watches.start();
            source.start(doorstep, this::rejected);
            emotiTune.keepHouse();
            Thread unused = Thread.ofVirtual().name("introduction").start(introduction(telegram, settings)::introduce);
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The bot's name on Telegram, without "@". */
    public String name() {
        return name;
    }

    /** How much is still to be sent, or is being answered. */
    int undelivered() {
        return lanes.size();
    }

    /**
     * Waits until the bot is closed, or Telegram does not take its token any more.
     *
     * @throws RejectedTokenException in the second case
     */
    public void await() throws InterruptedException {
        over.await();
        if (rejected) {
            throw new RejectedTokenException();
        }
    }

    /**
     * Takes in no more updates, answers those who wait or apologises to them, sends what is to be sent, and stops. Takes
     * some seconds. Where that goes on already it waits for it: a signal must not cut it short.
     */
    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        List.<Runnable>of(
                        source::close,
                        doorstep::close,
                        () -> emotiTune.reception().close(PATIENCE),
                        typing::close,
                        desk::close,
                        watches::close,
                        this::closeLanes,
                        downloads::close,
                        telegram::close,
                        emotiTune::close)
                .forEach(TelegramBot::done);
        over.countDown();
    }

    /** What fails at the end keeps nothing else from ending. */
    private static void done(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("The end was not quite as it should be: {}", Trace.withoutWords(e));
        }
    }

    private void closeLanes() {
        int lost = lanes.close(PATIENCE);
        if (lost > 0) {
            LOG.warn("{} replies could not be sent before the end.", lost);
        }
    }
}
