package org.emotitune.emotion;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the vocabulary from {@code emotions.csv} and {@code themes.csv}, and the words that are not in it. */
public final class VocabularyFiles {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private VocabularyFiles() {}

    /**
     * The vocabulary that comes with the program.
     *
     * @throws BrokenResourceException if a file of it has been damaged; its message names file and line
     */
    public static Vocabulary load() {
        List<Emotion> emotions = parse("emotions.csv", once(VocabularyFiles::emotion, Emotion::word));
        List<Theme> themes = parse("themes.csv", once(VocabularyFiles::theme, Theme::name));
        try {
            return new Vocabulary(emotions, themes);
        } catch (IllegalArgumentException e) {
            throw new BrokenResourceException("emotions.csv and themes.csv do not fit together: " + e.getMessage(), e);
        }
    }

    /**
     * Everyday words that name no emotion.
     *
     * @throws BrokenResourceException if the file has been damaged
     */
    public static List<String> ordinaryWords() {
        return Resources.lines(VocabularyFiles.class, "ordinary-words.txt").stream()
                .flatMap(line -> Stream.of(line.text().split("\\s+")))
                .toList();
    }

    private static <T> List<T> parse(String file, Function<CSVRecord, T> row) {
        try (Reader reader = Resources.reader(VocabularyFiles.class, file)) {
            return rows(file, reader, row);
        } catch (IOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    static <T> List<T> rows(String file, Reader reader, Function<CSVRecord, T> row) throws IOException {
        List<T> values = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord each : parser) {
                try {
                    if (!each.isConsistent()) {
                        throw new IllegalArgumentException("%d columns are expected, %d found"
                                .formatted(parser.getHeaderNames().size(), each.size()));
                    }
                    values.add(row.apply(each));
                } catch (IllegalArgumentException e) {
                    throw new BrokenResourceException(
                            "%s, line %d: %s".formatted(file, parser.getCurrentLineNumber(), e.getMessage()), e);
                }
            }
        } catch (UncheckedIOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        if (values.isEmpty()) {
            throw new BrokenResourceException(file + " holds no words");
        }
        return values;
    }

    /** The same row reader, which refuses a second row with the same key. */
    static <T> Function<CSVRecord, T> once(Function<CSVRecord, T> row, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        return each -> {
            T value = row.apply(each);
            if (!seen.add(key.apply(value))) {
                throw new IllegalArgumentException("'%s' stands twice".formatted(key.apply(value)));
            }
            return value;
        };
    }

    static Emotion emotion(CSVRecord row) {
        String negated = row.get("negated");
        return new Emotion(
                key(row.get("word")),
                MoodGroup.valueOf(row.get("group").toUpperCase(Locale.ROOT)),
                Double.parseDouble(row.get("valence")),
                Double.parseDouble(row.get("arousal")),
                named(row.get("english")),
                named(row.get("spanish")),
                negated.isEmpty() ? null : negated);
    }

    static Theme theme(CSVRecord row) {
        return new Theme(
                key(row.get("name")),
                key(row.get("area")),
                named(row.get("english")),
                named(row.get("spanish")),
                Arrays.asList(named(row.get("usually")).split(" ")),
                occasion(row.get("occasion")));
    }

    private static Theme.Occasion occasion(String value) {
        return switch (value) {
            case "no" -> new Theme.Occasion(false, null);
            case "yes" -> new Theme.Occasion(true, null);
            default -> new Theme.Occasion(true, key(value));
        };
    }

    private static String key(String value) {
        if (!value.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("'%s' is not a lower-case key".formatted(value));
        }
        return value;
    }

    private static String named(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a display name is missing");
        }
        return value;
    }
}
