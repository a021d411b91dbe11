package org.emotitune.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Resources;

/** The labelled songs and messages of the embedded extractors' tests, and what a model would answer that hears the same. */
final class Samples {
    /** Labels are the strongest first; themes may be missing. */
    record Sample(SongText song, List<String> emotions, List<String> themes) {
        String inJson(boolean message) {
            return "{\"language\":\"es\",\"emotions\":[%s],\"themes\":[%s]%s}"
                    .formatted(
                            weighted("word", emotions), weighted("name", themes), message ? ",\"danger\":false" : "");
        }

        String inLines(boolean message) {
            return "emotions: %s\nthemes: %s\nlanguage: es%s"
                    .formatted(words(), String.join(", ", themes), message ? "\ndanger: no" : "");
        }

        String words() {
            return String.join(", ", emotions);
        }

        private static String weighted(String key, List<String> labels) {
            return IntStream.range(0, labels.size())
                    .mapToObj(i -> "{\"%s\":\"%s\",\"weight\":0.%d}".formatted(key, labels.get(i), 9 - i))
                    .collect(Collectors.joining(","));
        }
    }

    private Samples() {}

    static List<Sample> songs() {
        return Stream.of("lyrics-dev-en.txt", "lyrics-dev-es.txt", "lyrics-blind-en.txt", "lyrics-blind-es.txt")
                .flatMap(file -> songs(file).stream())
                .toList();
    }

    private static List<Sample> songs(String file) {
        List<String> lines = Resources.lines(LexiconExtractor.class, file).stream()
                .map(Resources.Line::text)
                .toList();
        List<Sample> songs = new ArrayList<>();
        for (String song : ("\n" + String.join("\n", lines)).split("\n== ", -1)) {
            String[] parts = song.split("\n", 2);
            String[] head = parts[0].split("\\|", -1);
            if (head.length == 3) {
                songs.add(new Sample(
                        new SongText(head[0].strip(), "Somebody", parts[1]), labels(head[1]), labels(head[2])));
            }
        }
        return songs;
    }

    static List<Sample> messages() {
        return Stream.of("dev-messages-en.tsv", "dev-messages-es.tsv", "heldout-en.tsv", "heldout-es.tsv")
                .flatMap(file -> Resources.lines(LexiconExtractor.class, file).stream())
                .map(line -> line.text().split("\t", -1))
                .map(columns -> new Sample(
                        new SongText("", null, columns[0]),
                        labels(columns[1]),
                        columns.length > 2 ? labels(columns[2]) : List.of()))
                .toList();
    }

    private static List<String> labels(String column) {
        return Arrays.stream(column.split(";"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
