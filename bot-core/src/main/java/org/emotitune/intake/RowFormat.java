package org.emotitune.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** A way in which files hold rows. */
interface RowFormat {
    /** A row may have so many characters, all its fields together. */
    int LONGEST_ROW = 1_000_000;

    String TOO_LONG = "the row has more than %,d characters".formatted(LONGEST_ROW);

    /**
     * @param file from its beginning; not closed here
     * @param rows told of every row, in order
     * @throws BrokenFileException if it cannot be told where the next row begins; rows before have been told
     */
    void read(Reader file, Consumer<SourceRow> rows) throws IOException;
}
