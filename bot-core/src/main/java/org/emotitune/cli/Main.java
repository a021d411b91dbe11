package org.emotitune.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: without a command it chats. */
@Command(
        name = "emotitune",
        description = "Tell it how you feel, get songs.",
        mixinStandardHelpOptions = true,
        version = "EmotiTune 0.1.0",
        subcommands = {
            ChatCommand.class,
            RecommendCommand.class,
            ImportCommand.class,
            ExportCatalogCommand.class,
            ReindexCommand.class,
            DoctorCommand.class,
            MigrateCommand.class
        },
        footer = {"", "Started elsewhere: emotitune telegram, emotitune discord. See README.md for the settings."})
public final class Main implements Callable<Integer> {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where a failure comes from (stack trace) and log more.")
    @SuppressWarnings("unused") // for the help; Entry reads it
    private boolean debug;

    private Main() {}

    /** Runs a command and ends the process with its exit code: 0 done, 2 wrong use or input, 1 failure. */
    public static void main(String[] arguments) {
        Entry.run(new Main(), arguments);
    }

    @Override
    public Integer call() {
        return new ChatCommand().call();
    }
}
