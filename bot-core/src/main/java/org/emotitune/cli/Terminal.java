package org.emotitune.cli;

import picocli.CommandLine.ExitCode;

/** Whether a person sits in front of the program, and whether anything still takes its output. */
final class Terminal {
    private Terminal() {}

    /** {@code Main} asks for the console that is null where input or output is a pipe. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isPerson() {
        return System.console() != null;
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
