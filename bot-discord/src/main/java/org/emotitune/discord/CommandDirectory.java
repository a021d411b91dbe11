package org.emotitune.discord;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;

/** The commands that Discord lists for the bot everywhere. */
interface CommandDirectory {
    /** As Discord has them, with the texts of all languages. Blocks. */
    List<CommandData> registered() throws FailedException, InterruptedException;

    /** Puts these in the place of all that there are. Blocks. */
    void replace(List<CommandData> commands) throws FailedException, InterruptedException;

    /** It was not done, or nobody can tell. */
    final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean mayPass;

        /** @param mayPass whether the same may succeed later */
        FailedException(String reason, boolean mayPass) {
            super(reason);
            this.mayPass = mayPass;
        }

        boolean mayPass() {
            return mayPass;
        }
    }

    /** Discord's. */
    static CommandDirectory of(JDA jda) {
        return new OnDiscord(jda);
    }

    /** Waits for JDA, which tries again by itself after a 429 and, a few times, a 5xx. */
    record OnDiscord(JDA jda) implements CommandDirectory {
        private static final int MOST_SECONDS = 60;

        @Override
        public List<CommandData> registered() throws FailedException, InterruptedException {
            List<Command> commands = answer(jda.retrieveCommands(true));
            try {
                return commands.stream().map(CommandData::fromCommand).toList();
            } catch (IllegalArgumentException | IllegalStateException e) {
                return List.of(); // something that this bot has not registered
            }
        }

        @Override
        public void replace(List<CommandData> commands) throws FailedException, InterruptedException {
            var unused = answer(jda.updateCommands().addCommands(commands));
        }

        private static <T> T answer(RestAction<T> action) throws FailedException, InterruptedException {
            CompletableFuture<T> answer = null;
            try {
                answer = action.submit();
                return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw failed(e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                throw new FailedException("no answer within %d seconds".formatted(MOST_SECONDS), true);
            } catch (CancellationException | RejectedExecutionException e) {
                throw new InterruptedException("the bot ends");
            } finally {
                if (answer != null && !answer.isDone()) {
                    answer.cancel(true);
                }
            }
        }

        private static FailedException failed(Throwable cause) {
            if (cause instanceof RateLimitedException) {
                return new FailedException("too many changes", true);
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return new FailedException("no answer", true);
            }
            String reason = cause instanceof ErrorResponseException
                    ? String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")
                    : cause.getClass().getSimpleName();
            return switch (Trouble.of(cause)) {
                case UNKNOWN, FORBIDDEN -> new FailedException(reason, true);
                case EXPIRED, TAKEN, GONE, REFUSED -> new FailedException(reason, false);
            };
        }
    }
}
