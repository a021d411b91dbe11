package org.emotitune.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads answers in plain lines. Prose has commas and colons too, so one line that does not fit, and all is refused. */
final class AnswerInLines {
    private static final String NOT_THE_FORM = "It was not in the form asked for, or something stood beside it.";
    private static final String EMOTIONS = "emotions";
    private static final String SONG = "song";
    private static final Set<String> KEYS = Set.of(EMOTIONS, "themes", "language", "danger");

    /** Of a number of a song. */
    private static final int MOST_DIGITS = 4;

    private final Prompt prompt;

    AnswerInLines(Prompt prompt) {
        this.prompt = prompt;
    }

    List<Optional<Told>> read(String text) throws UnusableAnswerException {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return switch (prompt.form()) {
            case WORDS -> List.of(Optional.of(words(lines)));
            case MESSAGE, SONG -> List.of(Optional.of(told(fields(lines))));
            case SONGS -> songs(lines);
        };
    }

    /** The article's form; its words all weigh the same. */
    private Told words(List<String> lines) throws UnusableAnswerException {
        if (lines.size() != 1) {
            throw new UnusableAnswerException("It was not one line of words.");
        }
        Terms terms = Terms.emotions();
        for (String word : line(lines.getFirst())) {
            terms.add(word, 1);
        }
        if (terms.isAnyDropped()) {
            throw new UnusableAnswerException("It was not a list of words separated by commas.");
        }
        return new Found(terms, Terms.themes(), "", false).told(prompt.form());
    }

    private List<Optional<Told>> songs(List<String> lines) throws UnusableAnswerException {
        List<Optional<Told>> songs = new ArrayList<>(Collections.nCopies(prompt.things(), Optional.empty()));
        Map<Integer, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (key(line).equals(SONG)) {
                section = new ArrayList<>();
                sections.putIfAbsent(number(value(line)), section);
            } else if (sections.isEmpty()) {
                throw new UnusableAnswerException(NOT_THE_FORM);
            } else {
                section.add(line);
            }
        }
        for (int n = 1; n <= prompt.things(); n++) {
            songs.set(n - 1, song(sections.getOrDefault(n, List.of())));
        }
        if (songs.stream().allMatch(Optional::isEmpty)) {
            throw new UnusableAnswerException("It told nothing usable of any of the songs.");
        }
        return List.copyOf(songs);
    }

    private Optional<Told> song(List<String> lines) {
        try {
            return Optional.of(told(fields(lines)));
        } catch (UnusableAnswerException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(List<String> lines) throws UnusableAnswerException {
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            String key = key(line);
            if (!KEYS.contains(key) || fields.put(key, value(line)) != null) {
                throw new UnusableAnswerException(NOT_THE_FORM);
            }
        }
        if (!fields.containsKey(EMOTIONS)) {
            throw new UnusableAnswerException(NOT_THE_FORM);
        }
        return fields;
    }

    private Told told(Map<String, String> fields) throws UnusableAnswerException {
        return new Found(
                        ranked(fields.getOrDefault(EMOTIONS, ""), Terms.emotions()),
                        ranked(fields.getOrDefault("themes", ""), Terms.themes()),
                        fields.getOrDefault("language", ""),
                        Found.isDanger(fields.getOrDefault("danger", "")))
                .told(prompt.form());
    }

    private static Terms ranked(String value, Terms terms) {
        int rank = 0;
        for (String word : line(value)) {
            terms.add(word, Terms.byRank(rank++));
        }
        return terms;
    }

    /** Words between commas. Models write "none" for none, and end a list like a sentence. */
    private static List<String> line(String value) {
        String list = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        return list.equalsIgnoreCase("none")
                ? List.of()
                : Arrays.stream(list.split(",")).filter(word -> !word.isBlank()).toList();
    }

    private static String key(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static int number(String value) {
        boolean isNumber = value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && !value.isEmpty() ? Integer.parseInt(value) : 0;
    }
}
