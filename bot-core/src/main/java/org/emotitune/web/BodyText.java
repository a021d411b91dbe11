package org.emotitune.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Makes text of a body. */
final class BodyText {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BodyText() {}

    /**
     * @param mostBytes of the unpacked body: a few kilobytes can unpack to gigabytes
     * @throws TooLongException if there are more
     * @throws IOException if it cannot be unpacked
     */
    static String of(byte[] body, HttpHeaders headers, int mostBytes) throws IOException {
        String packing = headers.firstValue("Content-Encoding").orElse("").strip();
        byte[] plain = switch (packing.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> unpacked(body, mostBytes);
            default -> throw new IOException("packed in a way that was not asked for");
        };
        String text = new String(plain, charset(headers));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static byte[] unpacked(byte[] body, int mostBytes) throws IOException {
        // Some services name a packing and send nothing, for example with 204.
        if (body.length == 0) {
            return body;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(mostBytes);
            if (in.read() >= 0) {
                throw new TooLongException(mostBytes);
            }
            return plain;
        }
    }

    /** A charset that Java does not know is read as UTF-8, as is one that is not named. */
    private static Charset charset(HttpHeaders headers) {
        Matcher named = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
        return named.find() ? Charset.forName(named.group(1), StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
    }
}
