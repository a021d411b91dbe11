package org.emotitune.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.LyricsExtractor.SongText;

/**
 * Puts what somebody wrote between quotes that it cannot end: one line of JSON that parses back to exactly the text,
 * but for what was too long and for halves of characters.
 */
final class Fence {
    /** A song says what it is about within its first verses; longer lyrics repeat themselves. */
    static final int LONGEST_LYRICS = 6_000;

    /** Of titles and artists. */
    static final int LONGEST_NAME = 300;

    /** A cut at the end of a line or word may lose so much, in parts of the whole. */
    private static final int LEAST_KEPT = 4;

    /**
     * What begins like the control tokens that servers with open models read wherever they stand, as in
     * {@code <|im_end|>} or {@code [/INST]}. A heart ({@code <3}) stays as it is.
     */
    private static final Pattern CONTROL = Pattern.compile("<(?=[^\\s\\d])|\\[(?=[/A-Z])");

    private Fence() {}

    static String message(String text) {
        return fenced(object().put("message", head(text, EmotionExtractor.LONGEST_READ)));
    }

    static String song(SongText song) {
        return fenced(put(object(), song));
    }

    /** The song as the article shows it, without its artist. */
    static String named(SongText song) {
        return fenced(put(object(), new SongText(song.title(), null, song.lyrics())));
    }

    static String songs(List<SongText> songs) {
        ObjectNode all = object();
        ArrayNode numbered = all.putArray("songs");
        for (SongText song : songs) {
            put(numbered.addObject().put("n", numbered.size()), song);
        }
        return fenced(all);
    }

    private static ObjectNode put(ObjectNode node, SongText song) {
        node.put("title", head(song.title(), LONGEST_NAME));
        String artist = song.artist();
        if (artist != null) {
            node.put("artist", head(artist, LONGEST_NAME));
        }
        return node.put("lyrics", head(song.lyrics(), LONGEST_LYRICS));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Outside of a string JSON has no {@code <}, and no letter after a bracket. */
    private static String fenced(ObjectNode data) {
        return CONTROL.matcher(data.toString())
                .replaceAll(match -> "<".equals(match.group()) ? "\\\\u003c" : "\\\\u005b");
    }

    /** As much of the text as may be, to the end of a line or word where there is one. */
    private static String head(String text, int most) {
        String head = text;
        if (text.length() > most) {
            int end = text.lastIndexOf('\n', most);
            int least = most - most / LEAST_KEPT;
            if (end < least) {
                end = text.lastIndexOf(' ', most);
            }
            head = text.substring(0, end < least ? most : end);
        }
        return wellFormed(head);
    }

    /** Halves of a character cannot be sent as UTF-8. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
