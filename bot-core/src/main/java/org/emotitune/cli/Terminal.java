package org.emotitune.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Whether a person sits in front of the program, and whether anything still takes its output. */
final class Terminal {
    private Terminal() {}

    /** {@code Main} asks for the console that is null where input or output is a pipe. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isPerson() {
        return System.console() != null;
    }

    /** A sentence for whoever runs the program. */
    static void tell(String sentence) {
        System.err.println(sentence);
    }

    /** @return what the person answers; null where nobody is there, or nothing is said */
    @SuppressWarnings("SystemConsoleNull")
    static @Nullable String ask(String question) {
        Console console = System.console();
        return console == null ? null : console.readLine(question);
    }

    /** Tells a person, and no script, what to do next. */
    static void hint(String text) {
        if (isPerson()) {
            System.err.println(text);
        }
    }

    /** Exit code of a command that has printed all it had to: a lost answer is no success. */
    static int outcome() {
        if (System.out.checkError()) {
            System.err.println("emotitune: the output could not be written, all or a part of it is lost");
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }
}
