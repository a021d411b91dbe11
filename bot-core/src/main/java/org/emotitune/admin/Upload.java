package org.emotitune.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that an admin offers to import; nothing of it has been fetched yet.
 *
 * @param name as the platform tells it: any text
 * @param bytes as the platform tells it; negative where it does not
 * @param most what the platform lets a bot fetch, in bytes
 */
public record Upload(String name, long bytes, long most, Fetch fetch) {
    /** Fetches it, within the platform's own time and never more than {@code most} bytes. */
    @FunctionalInterface
    public interface Fetch {
        /**
         * @param file is not there yet; nobody else can look into its directory
         * @throws IOException if that fails, with a sentence that may be shown to an admin
         */
        void to(Path file) throws IOException;
    }

    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".csv");
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;

    /** @return why it is not to be fetched */
    Optional<String> objection() {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        if (ENDINGS.stream().noneMatch(lower::endsWith)) {
            return Optional.of("The name of the file must end in %s.".formatted(String.join(", ", ENDINGS)));
        }
        return bytes < 0 ? Optional.empty() : objectionTo(bytes);
    }

    /** @return why a file of such a size is not to be read */
    Optional<String> objectionTo(long size) {
        if (size == 0) {
            return Optional.of("The file is empty.");
        }
        return size <= most
                ? Optional.empty()
                : Optional.of("The file is too big: it has %s, and I can fetch %s at most. Send it in parts."
                        .formatted(size(size), size(most)));
    }

    static String size(long bytes) {
        if (bytes >= MEGA) {
            return "%,d MB".formatted(Math.ceilDiv(bytes, MEGA));
        }
        return bytes >= KILO ? "%,d KB".formatted(Math.ceilDiv(bytes, KILO)) : bytes + " bytes";
    }
}
