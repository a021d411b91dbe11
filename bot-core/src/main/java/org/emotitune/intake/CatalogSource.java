package org.emotitune.intake;

import java.util.Optional;
import java.util.function.Consumer;

/** Songs from a file or a playlist, one at a time, in constant memory. */
public interface CatalogSource {
    /** As the operator named it. */
    String name();

    /** Where the popularity of its songs comes from: "import" or "spotify". */
    String popularitySource();

    /**
     * Reads all rows, in order.
     *
     * @param rows told of every row; what it throws ends the reading
     * @throws UnreadableSourceException if this is no such source at all, or its rest cannot be read; rows before have
     *     been told
     */
    void read(Consumer<SourceRow> rows);

    /**
     * How far a source has been read.
     *
     * @param done in the source's own unit: bytes of a file, songs of a playlist
     * @param total in the same unit
     */
    record Extent(long done, long total) {}

    /** Asked between two rows, by the thread that reads; empty where the whole is not known. */
    default Optional<Extent> extent() {
        return Optional.empty();
    }
}
