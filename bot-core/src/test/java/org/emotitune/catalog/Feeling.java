package org.emotitune.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.emotitune.emotion.Resources;
import org.emotitune.song.MatchKey;

/**
 * An everyday feeling, how people would write of it, and songs that a friend with taste would send.
 *
 * @param songs match keys
 */
record Feeling(String name, String spanish, String english, List<String> songs) {

    /** All of {@code feelings.tsv}. */
    static List<Feeling> all() throws IOException {
        try (BufferedReader reader = Resources.reader(Feeling.class, "feelings.tsv")) {
            return reader.lines().map(Feeling::parse).toList();
        }
    }

    private static Feeling parse(String line) {
        String[] columns = line.split("\t", -1);
        List<String> songs =
                Arrays.stream(columns[3].split(" ; ")).map(Feeling::key).toList();
        return new Feeling(columns[0], columns[1], columns[2], songs);
    }

    private static String key(String song) {
        int dash = song.lastIndexOf(" — ");
        return MatchKey.of(song.substring(0, dash), song.substring(dash + 3));
    }
}
