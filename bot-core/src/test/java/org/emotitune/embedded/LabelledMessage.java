package org.emotitune.embedded;

import java.io.BufferedReader;
import java.util.Arrays;
import java.util.List;
import org.emotitune.emotion.Resources;

/**
 * A message, and what a careful reader hears in it.
 *
 * @param emotions acceptable emotions, at least one
 * @param themes acceptable themes, none where it is about nothing in particular
 */
public record LabelledMessage(String text, List<String> emotions, List<String> themes) {

    /** Reads a test resource of lines {@code message TAB emotion; emotion TAB theme; theme}. */
    public static List<LabelledMessage> load(String file) {
        BufferedReader reader = Resources.reader(LabelledMessage.class, file);
        return Resources.lines(file, reader).stream()
                .map(line -> parse(file, line))
                .toList();
    }

    private static LabelledMessage parse(String file, Resources.Line line) {
        String[] columns = line.text().split("\t", -1);
        if (columns.length < 2 || columns.length > 3 || columns[1].isBlank()) {
            throw new IllegalArgumentException("%s, line %d: %s".formatted(file, line.number(), line.text()));
        }
        return new LabelledMessage(
                columns[0], labels(columns[1]), columns.length == 3 ? labels(columns[2]) : List.of());
    }

    private static List<String> labels(String column) {
        return Arrays.stream(column.split(";"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
