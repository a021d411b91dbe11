package org.emotitune.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of files, read as an import reads them. */
final class ReadRows {
    private ReadRows() {}

    static List<SourceRow> of(Path file) {
        List<SourceRow> rows = new ArrayList<>();
        CatalogFiles.open(file).read(rows::add);
        return rows;
    }

    static List<SourceRow> of(Path directory, String text) {
        return of(file(directory, text, StandardCharsets.UTF_8));
    }

    static OfferedSong only(Path directory, String text) {
        List<SourceRow> rows = of(directory, text);
        if (rows.size() == 1 && rows.getFirst() instanceof SourceRow.Offered offered) {
            return offered.song();
        }
        throw new AssertionError("not one good row: " + rows);
    }

    static List<String> refusals(List<SourceRow> rows) {
        return rows.stream()
                .filter(SourceRow.Refused.class::isInstance)
                .map(SourceRow.Refused.class::cast)
                .map(row -> row.number() + "\t" + row.reason())
                .toList();
    }

    static List<OfferedSong> songs(List<SourceRow> rows) {
        return rows.stream()
                .filter(SourceRow.Offered.class::isInstance)
                .map(row -> ((SourceRow.Offered) row).song())
                .toList();
    }

    static List<String> titles(List<SourceRow> rows) {
        return songs(rows).stream().map(song -> song.facts().title()).toList();
    }

    /** @return a file whose name tells nothing of what it holds */
    static Path file(Path directory, String text, Charset charset) {
        return file(directory, text.getBytes(charset));
    }

    static Path file(Path directory, byte[] bytes) {
        try {
            return Files.write(directory.resolve("songs"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(ReadRows.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
