package org.emotitune.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON of unknown origin is read: within bounds, and without a word of it in a message. */
final class JsonText {
    private static final int DEEPEST = 50;

    /**
     * Names are not kept for the next time: a file could bring a million different ones. NaN, which Python writes, is
     * refused with its row and does not spoil the file.
     */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(RowFormat.LONGEST_ROW)
                    .build())
            .build();

    static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The library's own message quotes the text, which may be lyrics. */
    static String problem(JsonProcessingException e) {
        if (e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return "it ends in the middle of an object or a list";
        }
        return switch (e) {
            case StreamConstraintsException bound ->
                "it is nested more than %d deep, or a name or a number is absurdly long".formatted(DEEPEST);
            default -> "this is not JSON: a quote, a comma or a bracket is missing or too many";
        };
    }
}
