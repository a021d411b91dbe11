package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files that were sent, by the bot or to it. Not thread-safe: the world's lock is around it. */
final class Files {
    private static final long MOST_TO_DOWNLOAD = 20L * 1024 * 1024;

    /** @param size as told, which may be more than there is, so that tests need no large file */
    private record Stored(Upload file, long size, String path) {}

    private final Map<String, Stored> stored = new HashMap<>();

    /** @return what a message says of it */
    ObjectNode add(Upload file, long size) {
        int number = stored.size() + 1;
        String id = "BQACAgQAAxkBAAI" + number;
        stored.put(id, new Stored(file, size, "documents/file_" + number + suffix(file.name())));
        return Json.object()
                .put("file_id", id)
                .put("file_unique_id", "AgAD" + number)
                .put("file_size", size);
    }

    Optional<Upload> find(String id) {
        return Optional.ofNullable(stored.get(id)).map(Stored::file);
    }

    /** What getFile says. */
    ObjectNode describe(String id) {
        Stored file = stored.get(id);
        if (file == null) {
            throw Refusal.bad("wrong file_id or the file is temporarily unavailable");
        }
        if (file.size() > MOST_TO_DOWNLOAD) {
            throw Refusal.bad("file is too big");
        }
        return Json.object()
                .put("file_id", id)
                .put("file_unique_id", "AgAD" + id)
                .put("file_size", file.size())
                .put("file_path", file.path());
    }

    Optional<Upload> atPath(String path) {
        return stored.values().stream()
                .filter(file -> file.path().equals(path))
                .map(Stored::file)
                .findFirst();
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
