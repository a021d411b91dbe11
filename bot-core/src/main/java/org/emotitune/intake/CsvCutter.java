package org.emotitune.intake;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets CSV through, but for the rest of rows that are too long: the parser behind holds a row in memory before it tells
 * of it. Takes quotes as that parser does: only at the beginning of a value.
 */
final class CsvCutter extends Reader {
    /** Stands where a row was cut; Unicode has promised that it is no character. */
    static final char MARK = '\uFFFF';

    private static final int CHUNK = 8192;

    private enum Place {
        BEFORE_VALUE,
        IN_BARE_VALUE,
        IN_QUOTES,
        AFTER_QUOTE
    }

    private final Reader source;
    private final char delimiter;
    private final int most;
    private final char[] chunk = new char[CHUNK];
    private int at;
    private int end;

    private Place place = Place.BEFORE_VALUE;
    private long row;
    private long line = 1;
    private int length;
    private boolean afterReturn;
    private boolean owesQuote;

    /** Where the last quotes were opened. */
    private long quotesRow;

    private long quotesLine;

    /** @param most characters of a row */
    CsvCutter(Reader source, char delimiter, int most) {
        this.source = source;
        this.delimiter = delimiter;
        this.most = most;
    }

    @Override
    public int read(char[] buffer, int offset, int room) throws IOException {
        int written = 0;
        while (written < room && (owesQuote || at < end || (written == 0 && fill()))) {
            if (owesQuote) {
                buffer[offset + written++] = '"';
                owesQuote = false;
            } else if (passes(chunk[at++])) {
                buffer[offset + written++] = length > most ? MARK : chunk[at - 1];
            }
        }
        return written == 0 ? -1 : written;
    }

    /** Of what is too much, the first character passes, as the mark, and a quote for those that it was in. */
    private boolean passes(char c) {
        boolean isQuoted = place == Place.IN_QUOTES;
        step(c);
        owesQuote = isQuoted && length == most + 1;
        return length <= most + 1;
    }

    private void step(char c) {
        countLine(c);
        length++;
        place = switch (place) {
            case BEFORE_VALUE -> c == '"' ? opened() : afterBare(c);
            case IN_BARE_VALUE -> afterBare(c);
            case IN_QUOTES -> c == '"' ? Place.AFTER_QUOTE : Place.IN_QUOTES;
            case AFTER_QUOTE -> c == '"' ? Place.IN_QUOTES : afterBare(c);
        };
    }

    private Place opened() {
        quotesRow = row;
        quotesLine = line;
        return Place.IN_QUOTES;
    }

    private Place afterBare(char c) {
        if (c == '\n' || c == '\r') {
            // An empty line is no row.
            row += length > 1 ? 1 : 0;
            length = 0;
            return Place.BEFORE_VALUE;
        }
        boolean blank = place == Place.BEFORE_VALUE && Character.isWhitespace(c);
        return c == delimiter || blank ? Place.BEFORE_VALUE : Place.IN_BARE_VALUE;
    }

    private void countLine(char c) {
        if (c == '\r' || (c == '\n' && !afterReturn)) {
            line++;
        }
        afterReturn = c == '\r';
    }

    private boolean fill() throws IOException {
        at = 0;
        end = source.read(chunk, 0, CHUNK);
        if (end <= 0 && place == Place.IN_QUOTES) {
            throw new BrokenFileException(quotesRow, quotesLine, "a quote (\") is opened here and never closed");
        }
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
