package org.emotitune.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;

/** An object a line: a broken line spoils no other. Empty lines do not count. */
final class JsonLines implements RowFormat {
    @Override
    public void read(Reader file, Consumer<SourceRow> rows) throws IOException {
        BoundedLines lines = new BoundedLines(file, LONGEST_ROW);
        long number = 0;
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().text().isBlank()) {
                number++;
                rows.accept(row(number, line.get()));
            }
        }
    }

    private static SourceRow row(long number, BoundedLines.Line line) {
        if (line.isCut()) {
            return new SourceRow.Refused(number, TOO_LONG);
        }
        try {
            JsonNode object = JsonText.MAPPER.readTree(line.text());
            if (!object.isObject()) {
                return new SourceRow.Refused(number, "is no object but " + Cell.kind(object));
            }
            return RawRow.of(object).numbered(number);
        } catch (JsonProcessingException e) {
            return new SourceRow.Refused(number, JsonText.problem(e));
        }
    }

    /**
     * @param first the first line of a file that is not blank
     * @param second the next such line, blank if there is none
     * @return whether that is an object a line, be one of the two lines broken, and not an object over several lines
     */
    static boolean isThis(String first, String second) {
        return second.stripLeading().startsWith("{") || isObject(first);
    }

    private static boolean isObject(String line) {
        try {
            return JsonText.MAPPER.readTree(line).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
