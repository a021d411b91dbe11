package org.emotitune.telegram;

import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.cli.Entry;
import org.emotitune.cli.Progress;
import org.emotitune.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The program: the bot for Telegram, until it is ended. */
@Command(
        name = "emotitune telegram",
        description = "Start the bot for Telegram. It needs a token of @BotFather in TELEGRAM_BOT_TOKEN.",
        mixinStandardHelpOptions = true,
        version = "EmotiTune 0.1.0",
        footer = {"", "See docs/telegram.md for the settings."})
public final class TelegramMain implements Callable<Integer> {
    @Option(names = "--debug", description = "Show where a failure comes from (stack trace) and log more.")
    @SuppressWarnings("unused") // for the help; Entry reads it
    private boolean debug;

    private final Map<String, String> environment;

    TelegramMain(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs the bot until a signal ends the process, or it fails: 2 wrong use or settings, 1 failure, also where Telegram
     * does not know the token.
     */
    public static void main(String[] arguments) {
        Entry.run(new TelegramMain(System.getenv()), arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(environment);
        if (settings.telegram().token() == null) {
            System.err.println("emotitune: there is no Telegram bot token: set TELEGRAM_BOT_TOKEN (docs/telegram.md)");
            return ExitCode.USAGE;
        }
        try (Progress progress = new Progress();
                TelegramBot bot = TelegramBot.start(settings, environment, progress)) {
            progress.accept("");
            System.err.printf("@%s is running. Ctrl-C, or kill, ends it.%n", bot.name());
            bot.await();
            return ExitCode.OK;
        }
    }
}
