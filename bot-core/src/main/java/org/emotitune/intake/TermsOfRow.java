package org.emotitune.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the profile that a row brings: an object of words with weights, a list of words, or a text such as "sadness,
 * grief" or "sadness 0.9, grief 0.7". A word without a weight weighs 1; where it stands twice, the greater weight counts.
 */
final class TermsOfRow {
    /** Far more than any profile has; a vocabulary has to look at each. */
    private static final int MOST = 100;

    private static final int LONGEST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");
    private static final Pattern WEIGHTED = Pattern.compile("(.*?)[\\s:=]+([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))");

    private TermsOfRow() {}

    /** @throws UnusableRowException if the row has words, weights or a form of them that cannot be */
    static @Nullable Terms read(RawRow row) {
        Optional<Cell> themeCell = row.first(Field.THEMES);
        Map<String, Double> emotions =
                row.first(Field.EMOTIONS).map(TermsOfRow::weights).orElse(Map.of());
        Map<String, Double> themes = themeCell.map(TermsOfRow::weights).orElse(Map.of());
        if (emotions.isEmpty() && !themes.isEmpty()) {
            throw themeCell.orElseThrow().wrong("stands without emotions");
        }
        return emotions.isEmpty() ? null : new Terms(emotions, themes);
    }

    private static Map<String, Double> weights(Cell cell) {
        Map<String, Double> weights = new LinkedHashMap<>();
        JsonNode value = cell.value();
        switch (value.getNodeType()) {
            case OBJECT -> value.properties().forEach(e -> add(cell, e.getKey(), e.getValue(), weights));
            case ARRAY -> value.forEach(word -> addWritten(cell, word, weights));
            case STRING ->
                BETWEEN.splitAsStream(value.textValue())
                        .filter(piece -> !piece.isBlank())
                        .forEach(piece -> addWritten(cell, TextNode.valueOf(piece), weights));
            case BOOLEAN, NUMBER, NULL, MISSING, BINARY, POJO ->
                throw cell.wrong("is neither a text nor a list nor an object");
        }
        return weights;
    }

    private static void addWritten(Cell cell, JsonNode piece, Map<String, Double> weights) {
        String text = new Cell(cell.name(), piece).line(2 * LONGEST);
        Matcher weighted = WEIGHTED.matcher(text);
        if (weighted.matches()) {
            add(cell, weighted.group(1), Double.parseDouble(weighted.group(2)), weighted.group(2), weights);
        } else {
            add(cell, text, 1, text, weights);
        }
    }

    private static void add(Cell cell, String word, JsonNode weight, Map<String, Double> weights) {
        double number = weight.isNumber() ? weight.doubleValue() : Double.NaN;
        add(cell, word, number, weight.isTextual() ? weight.textValue() : Cell.kind(weight), weights);
    }

    private static void add(Cell cell, String written, double weight, String shown, Map<String, Double> weights) {
        if (written.isBlank()) {
            throw cell.wrong("has a weight without a word");
        }
        String word = new Cell(cell.name(), TextNode.valueOf(written)).line(LONGEST);
        // The database keeps four bytes of it: a smaller one would become 0.
        if (!((float) weight > 0 && weight <= 1)) {
            throw new UnusableRowException("%s: the weight of %s is not above 0 and up to 1: %s"
                    .formatted(cell.shownName(), Shown.quoted(word), Shown.cut(shown)));
        }
        weights.merge(word, weight, Math::max);
        if (weights.size() > MOST) {
            throw new UnusableRowException("%s has more than %d words".formatted(cell.shownName(), MOST));
        }
    }
}
