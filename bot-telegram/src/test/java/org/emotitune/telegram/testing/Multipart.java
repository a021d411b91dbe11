package org.emotitune.telegram.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a form with files (RFC 7578). */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");

    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, Upload> files = new HashMap<>();

    private Multipart() {}

    /** @param contentType with the boundary */
    static Multipart read(String contentType, byte[] body) {
        Multipart form = new Multipart();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.bad("boundary not found");
        }
        // One character per byte, so that positions are those of the bytes.
        String whole = "\r\n" + new String(body, ISO_8859_1);
        for (String part : whole.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
            form.add(part);
        }
        return form;
    }

    private void add(String part) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            return; // what stands before the first and after the last boundary
        }
        String head = part.substring(0, blank);
        byte[] content = part.substring(blank + 4).getBytes(ISO_8859_1);
        String name = find(NAME, head).orElseThrow(() -> Refusal.bad("part without a name"));
        Optional<String> file = find(FILE_NAME, head);
        if (file.isPresent()) {
            files.put(name, new Upload(file.get(), content));
        } else {
            values.put(name, Json.text(new String(content, UTF_8)));
        }
    }

    private static Optional<String> find(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        return found.find() ? Optional.of(new String(found.group(1).getBytes(ISO_8859_1), UTF_8)) : Optional.empty();
    }

    Map<String, JsonNode> values() {
        return values;
    }

    Map<String, Upload> files() {
        return files;
    }
}
