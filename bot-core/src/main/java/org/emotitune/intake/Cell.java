package org.emotitune.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A value of a row.
 *
 * @param name of its column or field, as the file has it
 * @param value a text where the file is CSV
 */
record Cell(String name, JsonNode value) {
    /** Control characters, halves of characters, and the signs that stand for what could not be decoded. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFD\uFFFF]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*+");

    /** Whether it says nothing, as an empty column does. */
    boolean isBlank() {
        if (value.isTextual()) {
            return INVISIBLE.matcher(value.textValue()).matches();
        }
        return value.isNull() || (value.isContainerNode() && value.isEmpty());
    }

    /** @throws UnusableRowException if it is no text */
    String text() {
        if (!value.isTextual()) {
            throw new UnusableRowException("%s is %s, not text".formatted(shownName(), kind(value)));
        }
        return value.textValue();
    }

    /**
     * @param most number of characters
     * @throws UnusableRowException if it is no text of a line
     */
    String line(int most) {
        String text = text().strip();
        if (UNFIT.matcher(text).find()) {
            throw wrong("holds a line break, a control character or a damaged one");
        }
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw wrong("has %d characters, %d are allowed".formatted(length, most));
        }
        return text;
    }

    /** @param problem follows on the name of the column; the value is added */
    UnusableRowException wrong(String problem) {
        return new UnusableRowException("%s %s: %s".formatted(shownName(), problem, shown(value)));
    }

    String shownName() {
        return Shown.cut(name);
    }

    static String shown(JsonNode value) {
        return value.isTextual() ? Shown.quoted(value.textValue()) : kind(value);
    }

    /** What kind of value it is, as a person says it. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "the number " + Shown.cut(value.asText());
            case NULL, MISSING -> "null";
            case STRING, BINARY -> "a text";
        };
    }
}
