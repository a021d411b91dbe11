package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads what the bot sends: JSON, or a form with JSON and files. */
final class Bodies {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FIELD = Pattern.compile("[; ]name=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]+)\"");
    private static final String PAYLOAD = "payload_json";
    private static final String FILES = "files[";

    private Bodies() {}

    static Asked read(RecordedRequest request, Route.Found found) {
        ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
        String type =
                Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.startsWith("multipart/form-data") && boundary.find()) {
            return form(request, found, body, boundary.group(1));
        }
        JsonNode json = body.size() == 0 ? Json.object() : Json.read(body.utf8());
        return new Asked(found.route(), found.parameters(), request.getUrl(), json, List.of());
    }

    private static Asked form(RecordedRequest request, Route.Found found, ByteString body, String boundary) {
        JsonNode json = Json.object();
        List<UploadedFile> files = new ArrayList<>();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = Optional.ofNullable(part.headers().get("Content-Disposition"))
                        .orElse("");
                String field = group(FIELD, disposition);
                if (PAYLOAD.equals(field)) {
                    json = Json.read(part.body().readUtf8());
                } else if (field != null && field.startsWith(FILES)) {
                    files.add(file(part.headers(), disposition, part.body().readByteString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asked(found.route(), found.parameters(), request.getUrl(), json, files);
    }

    private static UploadedFile file(Headers headers, String disposition, ByteString content) {
        String name = group(FILE, disposition);
        String type = Optional.ofNullable(headers.get("Content-Type")).orElse("application/octet-stream");
        return UploadedFile.of(name == null ? "unknown" : name, type, content);
    }

    private static @Nullable String group(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? matcher.group(1) : null;
    }
}
