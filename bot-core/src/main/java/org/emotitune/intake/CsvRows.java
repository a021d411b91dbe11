package org.emotitune.intake;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A row a record, after a header. Empty lines do not count. */
final class CsvRows implements RowFormat {
    private final CsvHeader header;
    private final List<Optional<Field>> meanings;

    CsvRows(CsvHeader header) {
        this.header = header;
        this.meanings = header.meanings().toList();
    }

    @Override
    public void read(Reader file, Consumer<SourceRow> rows) throws IOException {
        CsvCutter cutter = new CsvCutter(file, header.delimiter(), LONGEST_ROW);
        CSVParser parser =
                CSVParser.builder().setReader(cutter).setFormat(header.format()).get();
        Iterator<CSVRecord> records = parser.iterator();
        long number = -1;
        for (Optional<CSVRecord> next = next(records); next.isPresent(); next = next(records)) {
            number++;
            if (number > 0) {
                rows.accept(row(number, next.get()));
            }
        }
    }

    /** Apart from what the rows are told to, which may have input and output of its own. */
    private static Optional<CSVRecord> next(Iterator<CSVRecord> records) throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private SourceRow row(long number, CSVRecord row) {
        if (row.stream().anyMatch(value -> value.indexOf(CsvCutter.MARK) >= 0)) {
            return new SourceRow.Refused(number, TOO_LONG);
        }
        if (row.size() != meanings.size()) {
            return new SourceRow.Refused(
                    number, "has %d columns, the header has %d".formatted(row.size(), meanings.size()));
        }
        RawRow raw = new RawRow();
        for (int column = 0; column < row.size(); column++) {
            String name = header.names().get(column);
            TextNode value = TextNode.valueOf(row.get(column));
            meanings.get(column).ifPresent(meaning -> raw.add(meaning, new Cell(name, value)));
        }
        return raw.numbered(number);
    }
}
