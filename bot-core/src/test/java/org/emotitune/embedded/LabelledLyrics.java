package org.emotitune.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Resources;

/**
 * A song that does not exist, and what a careful reader hears in it.
 *
 * @param emotions the strongest first
 * @param themes the strongest first
 */
public record LabelledLyrics(SongText song, List<String> emotions, List<String> themes) {

    /** Reads a test resource of songs, each a head {@code == title | emotion; emotion | theme; theme} and its lines. */
    public static List<LabelledLyrics> load(String file) {
        List<LabelledLyrics> songs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String head = "";
        for (Resources.Line line : Resources.lines(LabelledLyrics.class, file)) {
            if (line.text().startsWith("== ")) {
                add(head, lines, songs);
                lines.clear();
                head = line.text().substring(3);
            } else {
                lines.add(line.text());
            }
        }
        add(head, lines, songs);
        return songs;
    }

    private static void add(String head, List<String> lines, List<LabelledLyrics> songs) {
        if (!head.isEmpty()) {
            String[] parts = head.split("\\|");
            songs.add(new LabelledLyrics(
                    new SongText(parts[0].strip(), null, String.join("\n", lines)),
                    labels(parts[1]),
                    labels(parts[2])));
        }
    }

    private static List<String> labels(String column) {
        return Arrays.stream(column.split(";")).map(String::strip).toList();
    }

    /** The same song as a file with joined lines has it. */
    LabelledLyrics joined() {
        String line = song.lyrics().replace('\n', ' ');
        return new LabelledLyrics(new SongText(song.title(), null, line), emotions, themes);
    }
}
