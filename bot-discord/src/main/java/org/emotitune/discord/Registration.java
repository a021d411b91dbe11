package org.emotitune.discord;

import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.emotitune.discord.CommandDirectory.FailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, in the background, that Discord lists the bot's commands: asks for those that there are, and replaces them
 * only if they are others. What fails is tried again, after longer and longer pauses; people can write to a bot without
 * commands.
 */
final class Registration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Waits, in real time or in a test's. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    private final CommandDirectory directory;
    private final List<CommandData> commands;
    private final Pause pause;
    private final Thread thread = Thread.ofVirtual().name("commands").unstarted(this::register);

    Registration(CommandDirectory directory, List<CommandData> commands, Pause pause) {
        this.directory = directory;
        this.commands = List.copyOf(commands);
        this.pause = pause;
    }

    /** Begins, and returns at once; to be called once. */
    void start() {
        thread.start();
    }

    /** Ends what is under way, and does not wait for it. */
    @Override
    public void close() {
        thread.interrupt();
    }

    /** Whether nothing is under way: it is done, or given up. */
    boolean isDone() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    /** @return whether nothing is under way any more, after this time at most */
    boolean await(Duration time) throws InterruptedException {
        return thread.join(time);
    }

    private void register() {
        try {
            Duration next = FIRST_PAUSE;
            while (!isDone(next)) {
                pause.last(next);
                next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the bot ends
        } catch (RuntimeException e) {
            LOG.error("The commands could not be registered with Discord: a fault of this program", e);
        }
    }

    /**
     * Tries once.
     *
     * @param next how long it will be until the next time, to be told
     * @return whether there is nothing left to do
     */
    private boolean isDone(Duration next) throws InterruptedException {
        try {
            if (!CommandComparison.areSame(commands, directory.registered())) {
                directory.replace(commands);
                LOG.info("Discord lists {} commands of this bot from now on", commands.size());
            }
            return true;
        } catch (FailedException e) {
            if (e.mayPass()) {
                LOG.warn(
                        "The commands could not be registered with Discord ({}); tried again in {} s",
                        e.getMessage(),
                        next.toSeconds());
            } else {
                LOG.error("Discord does not take the commands of this bot: {}", e.getMessage());
            }
            return !e.mayPass();
        }
    }
}
