package org.emotitune.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects in an array, or one after another. */
final class JsonRows implements RowFormat {
    @Override
    public void read(Reader file, Consumer<SourceRow> rows) throws IOException {
        WindowReader window = new WindowReader(file, LONGEST_ROW);
        try (JsonParser parser = JsonText.FACTORY.createParser(window)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            new Reading(parser, window, rows).toEnd();
        }
    }

    /**
     * Skims every object first: only its end tells whether it can be held in memory, and skimming, the parser holds no
     * text.
     */
    private static final class Reading {
        private final JsonParser parser;
        private final WindowReader window;
        private final Consumer<SourceRow> rows;
        private long told;

        Reading(JsonParser parser, WindowReader window, Consumer<SourceRow> rows) {
            this.parser = parser;
            this.window = window;
            this.rows = rows;
        }

        void toEnd() throws IOException {
            for (Optional<SourceRow> row = next(); row.isPresent(); row = next()) {
                told++;
                rows.accept(row.get());
            }
        }

        private Optional<SourceRow> next() throws IOException {
            try {
                JsonToken token = parser.nextToken();
                while (token == JsonToken.END_ARRAY || (token == JsonToken.START_ARRAY && isOuter())) {
                    token = parser.nextToken();
                }
                return token == null ? Optional.empty() : Optional.of(row(token, told + 1));
            } catch (JsonProcessingException e) {
                throw new BrokenFileException(told + 1, parser.currentLocation().getLineNr(), JsonText.problem(e));
            }
        }

        private boolean isOuter() {
            return parser.getParsingContext().getParent().inRoot();
        }

        private SourceRow row(JsonToken token, long number) throws IOException {
            long start = parser.currentTokenLocation().getCharOffset();
            window.forget(start);
            if (token.isScalarValue()) {
                return new SourceRow.Refused(number, "is no object but " + scalar(token));
            }
            parser.skipChildren();
            if (token == JsonToken.START_ARRAY) {
                return new SourceRow.Refused(number, "is no object but a list");
            }
            Optional<String> text =
                    window.between(start, parser.currentLocation().getCharOffset());
            if (text.isEmpty()) {
                return new SourceRow.Refused(number, TOO_LONG);
            }
            JsonNode object = JsonText.MAPPER.readTree(text.get());
            return RawRow.of(object).numbered(number);
        }

        private static String scalar(JsonToken token) {
            return switch (token) {
                case VALUE_STRING -> "a text";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                case VALUE_NULL -> "null";
                default -> "true or false";
            };
        }
    }
}
