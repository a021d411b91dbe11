package org.emotitune.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Reads whole numbers, which files also write as texts, or with a decimal point ("66.0"). */
final class WholeNumbers {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,15}(?:\\.0{1,15})?");

    private WholeNumbers() {}

    /** @throws UnusableRowException if it is none, or not in this range, ends included */
    static int read(Cell cell, int from, int to) {
        double number = number(cell.value());
        if (!(number >= from && number <= to)) {
            throw cell.wrong("is no whole number from %d to %d".formatted(from, to));
        }
        return (int) number;
    }

    /** @return NaN where it is no whole number */
    private static double number(JsonNode value) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Math.rint(number) == number ? number : Double.NaN;
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return WHOLE.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}
