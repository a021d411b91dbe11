package org.emotitune.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotitune.config.InvalidSettingsException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** How each program of EmotiTune begins, and how it tells what goes wrong: in one sentence on standard error. */
public final class Entry {
    private static final String DEBUG = "--debug";

    private Entry() {}

    /**
     * Runs a command and ends the process with its exit code: 0 done, 2 wrong use or input, 1 failure.
     *
     * @param command of picocli, with an option {@code --debug} that it need not read
     */
    public static void run(Object command, String[] arguments) {
        // Else newer Javas hand out a console also where input or output is a pipe.
        System.setProperty("jdk.console", "java.base");
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        boolean debug = List.of(arguments).contains(DEBUG);
        if (debug) {
            System.setProperty("emotitune.log", "DEBUG");
        }
        int code = new CommandLine(command)
                .setExecutionExceptionHandler((failure, of, parsed) -> report(failure, debug))
                .setParameterExceptionHandler(Entry::reportWrongUse)
                .execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    private static int report(Exception failure, boolean debug) {
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
        System.err.println("Try: %s --help"
                .formatted(problem.getCommandLine().getCommandSpec().root().qualifiedName()));
        return ExitCode.USAGE;
    }
}
