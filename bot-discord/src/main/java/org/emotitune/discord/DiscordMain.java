package org.emotitune.discord;

import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.cli.Entry;
import org.emotitune.cli.Progress;
import org.emotitune.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The program: the bot for Discord, until it is ended. */
@Command(
        name = "emotitune discord",
        description = "Start the bot for Discord. It needs the token of a bot in DISCORD_BOT_TOKEN.",
        mixinStandardHelpOptions = true,
        version = "EmotiTune 0.1.0",
        footer = {"", "See docs/discord.md for the settings."})
public final class DiscordMain implements Callable<Integer> {
    @Option(names = "--debug", description = "Show where a failure comes from (stack trace) and log more.")
    @SuppressWarnings("unused") // for the help; Entry reads it
    private boolean debug;

    private final Map<String, String> environment;

    DiscordMain(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs the bot until a signal ends the process, or it fails: 2 wrong use or settings, 1 failure, also where Discord
     * does not know the token or does not let the bot in.
     */
    public static void main(String[] arguments) {
        Entry.run(new DiscordMain(System.getenv()), arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(environment);
        if (settings.discord().token() == null) {
            System.err.println("emotitune: there is no Discord bot token: set DISCORD_BOT_TOKEN (docs/discord.md)");
            return ExitCode.USAGE;
        }
        try (Progress progress = new Progress();
                DiscordBot bot = DiscordBot.start(settings, environment, progress)) {
            progress.accept("");
            System.err.printf("%s is running. Ctrl-C, or kill, ends it.%n", bot.name());
            bot.await();
            return ExitCode.OK;
        }
    }
}
