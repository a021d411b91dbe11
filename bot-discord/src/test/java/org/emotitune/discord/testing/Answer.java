package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import okio.ByteString;

/** What Discord answers. */
record Answer(int status, Map<String, String> headers, String type, ByteString body) {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final String JSON = "application/json";

    static Answer of(JsonNode body) {
        return of(OK, body);
    }

    static Answer of(int status, JsonNode body) {
        return of(status, Map.of(), body);
    }

    static Answer of(int status, Map<String, String> headers, JsonNode body) {
        return new Answer(status, headers, JSON, ByteString.encodeUtf8(body.toString()));
    }

    static Answer text(int status, Map<String, String> headers, String page) {
        return new Answer(status, headers, "text/html", ByteString.encodeUtf8(page));
    }

    static Answer of(UploadedFile file) {
        return new Answer(OK, Map.of(), file.type(), file.content());
    }

    static Answer nothing() {
        return new Answer(NO_CONTENT, Map.of(), "", ByteString.EMPTY);
    }
}
