package org.emotitune.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Messages from a stream of UTF-8 text, one a line. Reads on after bytes that are no UTF-8, and bounds every line. */
final class MessageLines {
    /** Longer lines are cut here: more than any chat platform sends, and far more than is read of a message. */
    static final int MOST_BYTES = 64 * 1024;

    /**
     * A line without its end.
     *
     * @param text what could be read
     * @param intact whether all of it was valid UTF-8
     */
    record Message(String text, boolean intact) {}

    private final InputStream in;

    MessageLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** @return the next line; null at the end of the input */
    @Nullable
    Message next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        boolean cut = false;
        while (octet >= 0 && octet != '\n') {
            cut = cut || line.size() + characterLength(octet) > MOST_BYTES;
            if (octet != '\r' && !cut) {
                line.write(octet);
            }
            octet = in.read();
        }
        return decoded(line.toByteArray());
    }

    /** How many bytes a character that begins so has: a line is cut between two characters. */
    private static int characterLength(int octet) {
        if (octet < 0xC0) {
            return 1;
        }
        return octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
    }

    private static Message decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Message(text, true);
        } catch (CharacterCodingException e) {
            return new Message(new String(bytes, StandardCharsets.UTF_8).replace("\uFFFD", ""), false);
        }
    }
}
