package org.emotitune.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of a text of unknown origin: of one that is too long, the rest is thrown away and never held in memory. */
final class BoundedLines {
    private static final int CHUNK = 8192;

    private final Reader source;
    private final int most;
    private final char[] chunk = new char[CHUNK];
    private int at;
    private int end;

    /** @param most characters of a line */
    BoundedLines(Reader source, int most) {
        this.source = source;
        this.most = most;
    }

    /** @param isCut whether there was more of it */
    record Line(String text, boolean isCut) {}

    /** @return the next line without its end; empty after the last one */
    Optional<Line> next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean cut = false;
        while (at < end || fill()) {
            int stop = endOfLine();
            int taken = Math.min(stop - at, most - line.length());
            line.append(chunk, at, taken);
            cut |= taken < stop - at;
            at = stop;
            if (at < end) {
                at++;
                return Optional.of(new Line(line.toString(), cut));
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(new Line(line.toString(), cut));
    }

    private int endOfLine() {
        int stop = at;
        while (stop < end && chunk[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = source.read(chunk, 0, CHUNK);
        return end > 0;
    }
}
