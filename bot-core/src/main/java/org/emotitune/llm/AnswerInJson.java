package org.emotitune.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads answers that are a JSON object, with whatever stands before and after it. */
final class AnswerInJson {
    /** So many opening braces are tried; prose has none, and an answer begins with one. */
    private static final int MOST_TRIES = 20;

    /** What is asked for is three deep, five for several songs. */
    private static final int DEEPEST = 12;

    /** Of a number that is written as a string. */
    private static final int LONGEST_NUMBER = 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Prompt prompt;

    AnswerInJson(Prompt prompt) {
        this.prompt = prompt;
    }

    List<Optional<Told>> read(String text) throws UnusableAnswerException {
        boolean several = prompt.form() == Prompt.Form.SONGS;
        JsonNode object = object(text, several ? "songs" : "emotions");
        return several ? songs(object.path("songs")) : List.of(Optional.of(told(object)));
    }

    /** The one object that has the field; the same one twice is one. */
    private static JsonNode object(String text, String field) throws UnusableAnswerException {
        Set<JsonNode> found = new LinkedHashSet<>();
        int at = text.indexOf('{');
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            try (JsonParser parser = JSON.createParser(text.substring(at))) {
                JsonNode object = JSON.readTree(parser);
                if (object.has(field)) {
                    found.add(object);
                }
                at += (int) parser.currentLocation().getCharOffset() - 1;
            } catch (IOException e) {
                // No object begins here: the next brace may be the one.
            }
            at = text.indexOf('{', at + 1);
        }
        if (found.size() != 1) {
            throw new UnusableAnswerException("It was not one JSON object of the form asked for.");
        }
        return found.iterator().next();
    }

    private List<Optional<Told>> songs(JsonNode entries) throws UnusableAnswerException {
        List<Optional<Told>> songs = new ArrayList<>(Collections.nCopies(prompt.things(), Optional.empty()));
        boolean[] seen = new boolean[prompt.things()];
        for (JsonNode entry : entries) {
            int n = (int) number(entry.path("n"), 0);
            if (n >= 1 && n <= prompt.things() && !seen[n - 1]) {
                seen[n - 1] = true;
                songs.set(n - 1, song(entry));
            }
        }
        if (songs.stream().allMatch(Optional::isEmpty)) {
            throw new UnusableAnswerException("It told nothing usable of any of the songs.");
        }
        return List.copyOf(songs);
    }

    private Optional<Told> song(JsonNode entry) {
        try {
            return Optional.of(told(entry));
        } catch (UnusableAnswerException e) {
            return Optional.empty();
        }
    }

    private Told told(JsonNode object) throws UnusableAnswerException {
        JsonNode emotions = object.path("emotions");
        if (!emotions.isContainerNode()) {
            throw new UnusableAnswerException("Its emotions were not a list.");
        }
        return new Found(
                        terms(emotions, Terms.emotions()),
                        terms(object.path("themes"), Terms.themes()),
                        object.path("language").asText(""),
                        isYes(object.path("danger")))
                .told(prompt.form());
    }

    /** A list of objects or of words, or an object of words and their weights. */
    private static Terms terms(JsonNode told, Terms terms) {
        if (told.isObject()) {
            for (Map.Entry<String, JsonNode> each : told.properties()) {
                terms.add(each.getKey(), number(each.getValue(), Double.NaN));
            }
            return terms;
        }
        int rank = 0;
        for (JsonNode each : told) {
            double otherwise = Terms.byRank(rank++);
            JsonNode word = each.has("word") ? each.path("word") : each.path("name");
            if (each.isTextual()) {
                terms.add(each.textValue(), otherwise);
            } else if (word.isTextual()) {
                terms.add(
                        word.textValue(),
                        each.hasNonNull("weight") ? number(each.path("weight"), Double.NaN) : otherwise);
            } else {
                terms.drop();
            }
        }
        return terms;
    }

    private static double number(JsonNode node, double otherwise) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (!node.isTextual() || node.textValue().length() > LONGEST_NUMBER) {
            return otherwise;
        }
        try {
            return Double.parseDouble(node.textValue());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static boolean isYes(JsonNode node) {
        return node.isContainerNode() ? !node.isEmpty() : Found.isDanger(node.asText(""));
    }
}
