package org.emotitune.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of songs: JSON (objects in an array, one after another, or one a line) or CSV with a header, whatever they
 * are called. They are read in constant memory, as often as somebody asks.
 */
public final class CatalogFiles {
    /** Enough for any header, and to see whether every line is an object. */
    private static final int START = 2 * RowFormat.LONGEST_ROW;

    private CatalogFiles() {}

    /** @throws UnreadableSourceException if it is no file, or neither JSON nor CSV with a column of titles */
    public static CatalogSource open(Path file) {
        return open(file, file.toString());
    }

    /**
     * @param name what messages call the file
     * @throws UnreadableSourceException if it is no file, or neither JSON nor CSV with a column of titles
     */
    public static CatalogSource open(Path file, String name) {
        try {
            if (Files.isDirectory(file)) {
                throw unreadable(name, "it is a directory; name a file in it", null);
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw unreadable(name, "it is a pipe or a device, not a file", null);
            }
            TextEncoding encoding = TextEncoding.of(file);
            return new CatalogFile(file, name, encoding, format(file, name, encoding));
        } catch (TextEncoding.NoTextException e) {
            throw unreadable(name, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw unreadable(name, reason(e), e);
        }
    }

    private static RowFormat format(Path file, String name, TextEncoding encoding) throws IOException {
        try (Reader reader = encoding.open(file)) {
            BoundedLines lines = new BoundedLines(reader, START);
            String first = lineWithText(lines)
                    .orElseThrow(() -> unreadable(name, "it is empty", null))
                    .strip();
            return switch (first.charAt(0)) {
                case '[' -> new JsonRows();
                case '{' -> JsonLines.isThis(first, lineWithText(lines).orElse("")) ? new JsonLines() : new JsonRows();
                default -> csv(name, first);
            };
        }
    }

    private static Optional<String> lineWithText(BoundedLines lines) throws IOException {
        Optional<BoundedLines.Line> line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(BoundedLines.Line::text);
    }

    private static RowFormat csv(String name, String firstLine) {
        CsvHeader header = CsvHeader.of(firstLine);
        if (!header.hasTitle()) {
            throw unreadable(
                    name,
                    "it begins with neither [ nor {, as JSON does, and no column of its first line holds titles; found: %s; needed: %s"
                            .formatted(header.shown(), String.join(" or ", Field.TITLE.names())),
                    null);
        }
        return new CsvRows(header);
    }

    static UnreadableSourceException unreadable(String name, String reason, @Nullable Throwable cause) {
        return new UnreadableSourceException("%s cannot be read as JSON or CSV: %s.".formatted(name, reason), cause);
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
