package org.emotitune.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Resources;

/** Texts that try to make a model do something else, and what a model that falls for them answers. */
final class Injections {
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([nt\\\\]))");

    record Message(String text, String fallen) {}

    record Song(SongText song, String fallen) {}

    private Injections() {}

    static List<Message> messages() {
        return lines("injections-messages.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new Message(unescaped(columns[0]), unescaped(columns[1])))
                .toList();
    }

    /** Each a head {@code == title | artist}, lyrics, a line {@code -- fallen} and the answer. */
    static List<Song> songs() {
        List<Song> songs = new ArrayList<>();
        String all = String.join("\n", lines("injections-lyrics.txt"));
        for (String each : all.substring("== ".length()).split("\n== ", -1)) {
            String[] parts = each.split("\n-- fallen\n", -1);
            String[] head = parts[0].split("\n", 2);
            String[] names = head[0].split(" \\| ", -1);
            String artist = names.length > 1 ? unescaped(names[1]) : null;
            songs.add(new Song(new SongText(unescaped(names[0]), artist, unescaped(head[1])), unescaped(parts[1])));
        }
        return songs;
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = Resources.reader(Injections.class, file)) {
            return reader.lines().filter(line -> !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> {
            String code = match.group(1);
            char c = code != null
                    ? (char) Integer.parseInt(code, 16)
                    : unescaped(match.group(2).charAt(0));
            return Matcher.quoteReplacement(String.valueOf(c));
        });
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
