package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has been uploaded, where it can be downloaded from. Thread-safe. */
final class Files {
    private final Map<Long, UploadedFile> files = new ConcurrentHashMap<>();
    private volatile String address = "";

    void listensAt(String where) {
        address = where;
    }

    Optional<UploadedFile> file(long id) {
        return Optional.ofNullable(files.get(id));
    }

    void forget() {
        files.clear();
    }

    /** As messages and interactions tell of it. */
    ObjectNode keep(long id, long channel, UploadedFile file) {
        files.put(id, file);
        String url = "%s/attachments/%s/%s/%s?ex=1&is=1&hm=1"
                .formatted(
                        address, Json.id(channel), Json.id(id), URLEncoder.encode(file.name(), StandardCharsets.UTF_8));
        return Json.object()
                .put("id", Json.id(id))
                .put("filename", file.name())
                .put("size", file.size())
                .put("content_type", file.type())
                .put("url", url)
                .put("proxy_url", url);
    }
}
