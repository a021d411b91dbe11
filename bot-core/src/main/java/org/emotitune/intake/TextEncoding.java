package org.emotitune.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * How the bytes of a file are characters. Those that are none are read as U+FFFD, so that their row can be refused.
 *
 * @param mark number of bytes before the text that only tell of the encoding
 */
record TextEncoding(Charset charset, int mark) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 8192;

    /** @throws NoTextException if it is none */
    static TextEncoding of(Path file) throws IOException, NoTextException {
        String head = HexFormat.of().formatHex(head(file));
        if (head.startsWith("efbbbf")) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (head.startsWith("fffe")) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (head.startsWith("feff")) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        requireText(head);
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void requireText(String head) throws NoTextException {
        if (head.startsWith("504b0304") || head.startsWith("1f8b")) {
            throw new NoTextException("it is an archive or a spreadsheet: unpack it, or save it as CSV");
        }
        for (int i = 0; i < head.length(); i += 2) {
            if (head.startsWith("00", i)) {
                throw new NoTextException("it holds binary data, or is UTF-16 without a byte order mark");
            }
        }
    }

    /** Whether its characters beyond ASCII are written in UTF-8, but for a few that may have been damaged. */
    private static boolean isUtf8(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Utf8Count count = new Utf8Count();
            count.addAll(in);
            return count.bad() <= count.good();
        }
    }

    Reader open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    /** @param in from its beginning; closed with the reader */
    Reader open(InputStream in) throws IOException {
        try {
            in.skipNBytes(mark);
            return new InputStreamReader(in, charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** What the operator should know: whether it had to be guessed, or is unusual. */
    String remark() {
        return charset.equals(StandardCharsets.UTF_8) ? "" : " (read as %s)".formatted(charset.displayName());
    }

    /** A file holds no text. The message says what it is. */
    static final class NoTextException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTextException(String message) {
            super(message);
        }
    }
}
