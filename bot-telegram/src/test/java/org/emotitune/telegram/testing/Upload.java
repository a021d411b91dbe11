package org.emotitune.telegram.testing;

import java.nio.charset.StandardCharsets;

/** A file that was sent, with its name. */
public final class Upload {
    private final String name;
    private final byte[] content;

    public Upload(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public static Upload of(String name, String text) {
        return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public int size() {
        return content.length;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Read as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes)";
    }
}
