package org.emotitune.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Counts characters beyond ASCII that are written in UTF-8, and the places that are not UTF-8. */
final class Utf8Count {
    private static final int CHUNK = 1 << 16;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long good;
    private long bad;

    void addAll(InputStream in) throws IOException {
        for (int read = read(in); read >= 0; read = read(in)) {
            bytes.position(bytes.position() + read).flip();
            decode(false);
            bytes.compact();
        }
        bytes.flip();
        decode(true);
    }

    private int read(InputStream in) throws IOException {
        return in.read(bytes.array(), bytes.position(), bytes.remaining());
    }

    private void decode(boolean atEnd) {
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        while (!result.isUnderflow()) {
            if (result.isError()) {
                bad++;
                bytes.position(bytes.position() + result.length());
            }
            countChars();
            result = decoder.decode(bytes, chars, atEnd);
        }
        countChars();
    }

    private void countChars() {
        chars.flip();
        while (chars.hasRemaining()) {
            good += chars.get() > 0x7F ? 1 : 0;
        }
        chars.clear();
    }

    long good() {
        return good;
    }

    long bad() {
        return bad;
    }
}
