package org.emotitune.discord.testing;

import okio.ByteString;

/**
 * A file that comes with a message or an interaction.
 *
 * @param size in bytes
 */
public record UploadedFile(String name, int size, String type, ByteString content) {
    private static final String ANYTHING = "application/octet-stream";

    public UploadedFile {
        if (size < 0 || name.isBlank()) {
            throw new IllegalArgumentException("file '%s' of %d bytes".formatted(name, size));
        }
    }

    /** One that says how big it is, and has nothing in it. */
    public UploadedFile(String name, int size) {
        this(name, size, ANYTHING, ByteString.EMPTY);
    }

    public static UploadedFile of(String name, String type, ByteString content) {
        return new UploadedFile(name, content.size(), type, content);
    }

    public static UploadedFile of(String name, String text) {
        return of(name, name.endsWith(".json") ? "application/json" : ANYTHING, ByteString.encodeUtf8(text));
    }

    /** As text. */
    public String text() {
        return content.utf8();
    }
}
