package org.emotitune.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is to be said about single rows: all of it at once, or the first hundred of a kind at the end. */
final class ImportProblems {
    private static final int MOST = 100;

    /** A file must not write to the terminal as it likes. */
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final PrintStream out;
    private final boolean all;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long moreRefusals;
    private long moreNotes;

    /** @param all whether to print everything as it comes */
    ImportProblems(PrintStream out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void refused(long row, String reason) {
        if (!keep(refusals, "row %d refused: %s".formatted(row, printable(reason)))) {
            moreRefusals++;
        }
    }

    void noted(long row, String note) {
        if (!keep(notes, "row %d: %s".formatted(row, printable(note)))) {
            moreNotes++;
        }
    }

    private boolean keep(List<String> lines, String line) {
        if (all) {
            out.println(line);
            return true;
        }
        return lines.size() < MOST && lines.add(line);
    }

    static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    void print() {
        refusals.forEach(out::println);
        notes.forEach(out::println);
        if (moreRefusals > 0 || moreNotes > 0) {
            out.println("… and %d more refused rows, %d more notes: --all-problems shows all"
                    .formatted(moreRefusals, moreNotes));
        }
    }
}
