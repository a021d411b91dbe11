package org.emotitune.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.emotitune.admin.AdminDesk;
import org.emotitune.discord.Admins.Refusal;
import org.emotitune.reception.Trace;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.NotAllowedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What admins do on a server. Whoever asks is checked every time, and refused in a message that only they see; commands of
 * admins are acknowledged before anything is done. Blocks no event thread; thread-safe.
 */
final class AdminRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminRoom.class);
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admins admins;
    private final AdminWork work;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("admin-", 0).factory());

    AdminRoom(Admins admins, AdminWork work, InstantSource clock) {
        this.admins = admins;
        this.work = work;
        this.clock = clock;
    }

    /** @param name of a slash command, in English */
    static boolean isCommand(String name) {
        return name.equals(SlashCommands.LISTEN) || AdminDesk.isCommand("/" + name);
    }

    /** @param event of a command for which {@link #isCommand} is true */
    void command(SlashCommandInteractionEvent event) {
        allowed(event, AdminDesk.isLong("/" + event.getName()))
                .ifPresent(caller ->
                        start(event, () -> event.deferReply().submit(), answer -> work.command(event, caller, answer)));
    }

    /** @param action for which {@link AdminDesk#isAction} is true */
    void tapped(ButtonInteractionEvent event, String action) {
        allowed(event, AdminDesk.isLong(action))
                .ifPresent(caller ->
                        start(event, () -> event.deferEdit().submit(), answer -> work.tapped(action, caller, answer)));
    }

    /** @param isLong whether it may go on in messages of the bot's own */
    private Optional<Caller> allowed(IReplyCallback event, boolean isLong) {
        Standing standing = Standings.of(event);
        Optional<Refusal> refusal = admins.refusal(standing);
        if (refusal.isPresent()) {
            LOG.info(
                    "Refused an admin's command to {} in {}: {}",
                    standing.person(),
                    standing.channels(),
                    refusal.get());
            refuse(event, refusal.get().sentence());
            return Optional.empty();
        }
        Optional<String> unmet =
                isLong ? Needs.unmet((GuildMessageChannel) event.getMessageChannel()) : Optional.empty();
        unmet.ifPresent(sentence -> refuse(event, sentence));
        return unmet.isPresent() ? Optional.empty() : Optional.of(admins.caller(standing));
    }

    private static void refuse(IReplyCallback event, String sentence) {
        event.reply(sentence)
                .setEphemeral(true)
                .queue(done -> {}, failure -> LOG.debug("a refusal was lost: {}", Trouble.of(failure)));
    }

    private void start(
            IReplyCallback event,
            Supplier<CompletableFuture<InteractionHook>> acknowledge,
            Consumer<AdminAnswer> task) {
        if (!free.tryAcquire()) {
            refuse(event, "I cannot take that on just now: try again in a moment.");
            return;
        }
        try {
            CompletableFuture<InteractionHook> acknowledged = acknowledge.get();
            threads.execute(() -> attend(event, acknowledged, task));
        } catch (RuntimeException e) { // the bot ends
            free.release();
            LOG.warn("An admin's command was left out: {}", e.getClass().getSimpleName());
        }
    }

    private void attend(
            IReplyCallback event, CompletableFuture<InteractionHook> acknowledged, Consumer<AdminAnswer> task) {
        try {
            if (isOurs(acknowledged)) {
                attend(new AdminAnswer(event, clock), task);
            }
        } finally {
            free.release();
        }
    }

    /** What the person sees as failed, or what another process does, must not be done. */
    private static boolean isOurs(CompletableFuture<InteractionHook> acknowledged) {
        try {
            acknowledged.join();
            return true;
        } catch (CompletionException e) {
            Trouble trouble = Trouble.of(e);
            LOG.warn("An admin's command could not be acknowledged in time: {}", trouble);
            return trouble == Trouble.UNKNOWN;
        }
    }

    private static void attend(AdminAnswer answer, Consumer<AdminAnswer> task) {
        try {
            task.accept(answer);
        } catch (NotAllowedException e) {
            answer.end(Refusal.NOT_LISTED.sentence()); // the core has logged it
        } catch (RuntimeException e) {
            LOG.error("An admin's command failed: {}", Trace.withoutWords(e));
            answer.end("That failed; the bot's log tells why.");
        }
    }

    /** Takes nothing on any more, and waits a little for what is done; close the desk before, which ends imports. */
    @Override
    public void close() {
        free.drainPermits();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
