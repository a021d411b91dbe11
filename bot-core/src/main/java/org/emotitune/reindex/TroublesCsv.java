package org.emotitune.reindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.emotitune.reindex.JobBoard.SongTrouble;
import org.jspecify.annotations.Nullable;

/** Troubles of a job as a table for spreadsheets. */
public final class TroublesCsv {
    private static final Object[] COLUMNS = {"spotify_id", "title", "artist", "stage", "kind", "reason"};
    /** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"). */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private TroublesCsv() {}

    /** Writes the header and a row for each trouble, ordered by title; does not close. */
    public static void write(JobBoard board, long job, Appendable to) throws IOException {
        CSVFormat.DEFAULT.printRecord(to, COLUMNS);
        try {
            board.troubles(job, trouble -> print(to, trouble));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void print(Appendable to, SongTrouble about) {
        try {
            CSVFormat.DEFAULT.printRecord(
                    to,
                    text(about.spotifyId()),
                    text(about.title()),
                    text(about.artist()),
                    about.trouble().stage().name().toLowerCase(Locale.ROOT),
                    about.trouble().failure() ? "failure" : "lack",
                    text(about.trouble().reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Titles come from files of strangers. */
    private static String text(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }
}
