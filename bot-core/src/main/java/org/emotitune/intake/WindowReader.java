package org.emotitune.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Remembers the end of what has been read through it, so that a stretch can be read again once its end is known. */
final class WindowReader extends Reader {
    private final Reader source;
    private final int most;
    private final StringBuilder window = new StringBuilder();

    /** Position in the source at which the window begins. */
    private long from;

    /** @param most stretches are remembered up to this number of characters */
    WindowReader(Reader source, int most) {
        this.source = source;
        this.most = most;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (window.length() > most) {
            forget(from + window.length());
        }
        int read = source.read(buffer, offset, length);
        if (read > 0) {
            window.append(buffer, offset, read);
        }
        return read;
    }

    /** @param before position in the source: nothing before it will be asked for */
    void forget(long before) {
        int gone = Math.clamp(before - from, 0, window.length());
        window.delete(0, gone);
        from += gone;
    }

    /** @return the characters from one position in the source to another; empty if they were too many */
    Optional<String> between(long start, long end) {
        if (start < from || end - start > most) {
            return Optional.empty();
        }
        return Optional.of(window.substring((int) (start - from), (int) (end - from)));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
