package org.emotitune.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first row of a CSV file.
 *
 * @param delimiter what stands between its columns
 * @param names as the file has them
 */
record CsvHeader(char delimiter, List<String> names) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    CsvHeader {
        names = List.copyOf(names);
    }

    /** How a file with such a header is taken apart. What follows on a closed quote belongs to the value. */
    CSVFormat format() {
        return format(delimiter);
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
    }

    /**
     * @param start of the file, with its first row
     * @return the header by that delimiter which makes the most of it
     */
    static CsvHeader of(String start) {
        return DELIMITERS.stream()
                .map(delimiter -> new CsvHeader(delimiter, firstRow(start, delimiter)))
                .max(Comparator.<CsvHeader>comparingLong(header ->
                                header.meanings().flatMap(Optional::stream).count())
                        .thenComparingInt(header -> header.names().size()))
                .orElseThrow();
    }

    private static List<String> firstRow(String start, char delimiter) {
        try (CSVParser parser = CSVParser.parse(start, format(delimiter))) {
            for (CSVRecord first : parser) {
                return first.toList();
            }
        } catch (IOException | UncheckedIOException e) {
            // A quote that is not closed: no header by this delimiter.
        }
        return List.of();
    }

    /** What the columns are about; empty for those that mean nothing here. */
    Stream<Optional<Field>> meanings() {
        return names.stream().map(Field::named);
    }

    boolean hasTitle() {
        return meanings().anyMatch(Optional.of(Field.TITLE)::equals);
    }

    /** The columns that were found, for the operator. */
    String shown() {
        return names.stream().limit(30).map(Shown::quoted).collect(Collectors.joining(", "));
    }
}
