package org.emotitune.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Resources;

/**
 * A prompt that comes with the program, with its lists filled in: all of it that is the same every time.
 *
 * @param version its name and a digest of everything else, so that no change of text or lists is forgotten
 * @param asJson empty where JSON is never asked for
 */
record PromptText(String version, String instructions, String asJson, String asList) {
    private static final String VERSION = "# version: ";
    private static final String JSON = "\n== json\n";
    private static final String LIST = "\n== list\n";

    /** Hexadecimal digits of the digest that a version shows. */
    private static final int DIGITS = 12;

    /**
     * @param file beside this class: a line with the version, the instructions, how to answer in JSON and in a list
     * @param lists name of a gap to what is put there: {@code emotions} for <code>{emotions}</code>
     * @throws BrokenResourceException if it is not of that form
     */
    static PromptText load(String file, Map<String, Iterable<String>> lists) {
        return parse(file, text(file), lists);
    }

    static PromptText parse(String file, String text, Map<String, Iterable<String>> lists) {
        int end = text.indexOf('\n');
        int list = text.indexOf(LIST);
        int json = text.contains(JSON) ? text.indexOf(JSON) : list;
        if (!text.startsWith(VERSION) || list < 0 || json > list || json < end) {
            throw new BrokenResourceException(
                    "%s has no version in its first line, or no part that begins with == list".formatted(file));
        }
        String instructions = filled(text.substring(end + 1, json), lists);
        String asJson = json == list ? "" : filled(text.substring(json + JSON.length(), list), lists);
        String asList = filled(text.substring(list + LIST.length()), lists);
        String digest = Digests.sha256(String.join("\0", instructions, asJson, asList));
        String version = text.substring(VERSION.length(), end).strip();
        return new PromptText(version + "-" + digest.substring(0, DIGITS), instructions, asJson, asList);
    }

    private static String filled(String part, Map<String, Iterable<String>> lists) {
        String filled = part.strip();
        for (Map.Entry<String, Iterable<String>> each : lists.entrySet()) {
            filled = filled.replace("{%s}".formatted(each.getKey()), String.join(", ", each.getValue()));
        }
        return filled;
    }

    private static String text(String file) {
        try (BufferedReader reader = Resources.reader(PromptText.class, file)) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
