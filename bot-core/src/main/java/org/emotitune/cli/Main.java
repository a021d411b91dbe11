package org.emotitune.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotitune.config.InvalidSettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private boolean debug;

    private Main() {}

    /** Runs a command and ends the process with its exit code: 0 done, 2 wrong use or input, 1 failure. */
    public static void main(String[] arguments) {
        // Else newer Javas hand out a console also where input or output is a pipe.
        System.setProperty("jdk.console", "java.base");
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        if (List.of(arguments).contains("--debug")) {
            System.setProperty("emotitune.log", "DEBUG");
        }
        int code = commandLine().execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setExecutionExceptionHandler((failure, command, parsed) -> main.report(failure))
                .setParameterExceptionHandler(Main::reportWrongUse);
    }

    @Override
    public Integer call() {
        return new ChatCommand().call();
    }

    private int report(Exception failure) {
        System.err.println("emotitune: " + sentence(failure));
        if (debug) {
            failure.printStackTrace();
        }
        return failure instanceof InvalidSettingsException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "failed unexpectedly (" + failure.getClass().getSimpleName() + ")" : message;
    }

    private static int reportWrongUse(ParameterException problem, String[] arguments) {
        System.err.println("emotitune: " + problem.getMessage());
        System.err.println("Try: emotitune --help");
        return ExitCode.USAGE;
    }
}
