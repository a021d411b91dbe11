package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Rows of any values, of which every other one or so is too long: the cut is at every possible place. */
class CsvCutterTest {
    private static final int MOST = 12;
    private static final CsvHeader HEADER = new CsvHeader(',', List.of("a"));

    private record Row(List<String> values, String written) {}

    @RepeatedTest(20)
    void onlyRowsThatAreTooLongAreCut(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Row> rows = Stream.generate(() -> randomRow(random)).limit(2000).toList();
        String file = rows.stream().map(row -> row.written() + "\n").collect(Collectors.joining());

        List<CSVRecord> records = CSVParser.parse(new CsvCutter(new StringReader(file), ',', MOST), HEADER.format())
                .getRecords();

        assertThat(records).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.written().length() < MOST) {
                assertThat(records.get(i).toList()).isEqualTo(row.values());
            } else if (row.written().length() > MOST) {
                assertThat(String.join("", records.get(i).toList())).containsOnlyOnce(CsvCutter.MARK + "");
            }
        }
    }

    private static Row randomRow(Random random) {
        List<String> values = IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(column -> randomValue(random))
                .toList();
        String written = values.stream().map(value -> written(value, random)).collect(Collectors.joining(","));
        return new Row(values, written);
    }

    /** Neither empty nor with spaces at its ends, which would be lost on the way. */
    private static String randomValue(Random random) {
        String signs = "ab \",\n;";
        return "x"
                + IntStream.range(0, random.nextInt(6))
                        .mapToObj(any -> String.valueOf(signs.charAt(random.nextInt(signs.length()))))
                        .collect(Collectors.joining())
                + "y";
    }

    private static String written(String value, Random random) {
        boolean needsQuotes = value.contains(",") || value.contains("\n");
        return needsQuotes || random.nextBoolean() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
