package org.emotitune.discord;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for with {@link SlashCommands#RECOMMEND}. Whatever is no value of an option counts as left out. Pure.
 *
 * @param forAskerAlone whether nobody else is to see the answer
 */
record Wanted(Text text, boolean forAskerAlone) {
    static final String FEELING = "feeling";
    static final String LANGUAGE = "language";
    static final String ERA = "era";
    static final String COUNT = "count";
    static final String MOOD = "mood";
    static final String PRIVATE = "private";

    /** First years of the decades that can be chosen. */
    static final List<Integer> DECADES =
            IntStream.rangeClosed(193, 202).map(decade -> decade * 10).boxed().toList();

    private static final Pattern CODE = Pattern.compile("[a-z]{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /** @param options their values by their names, as text */
    static Wanted of(Map<String, String> options) {
        Wishes wishes = new Wishes(language(options), era(options), count(options), false, List.of());
        Options beside = new Options(null, wishes, aim(options), Order.POPULARITY, null);
        return new Wanted(
                new Text(feeling(options.getOrDefault(FEELING, "")), beside),
                Boolean.parseBoolean(options.get(PRIVATE)));
    }

    /** Words about a feeling, which are no command even if they begin as one. */
    static String feeling(String words) {
        int begin = 0;
        while (begin < words.length() && (words.charAt(begin) == '/' || Character.isWhitespace(words.charAt(begin)))) {
            begin++;
        }
        return words.substring(begin);
    }

    private static @Nullable String language(Map<String, String> options) {
        String code = options.get(LANGUAGE);
        return code != null && CODE.matcher(code).matches() ? code : null;
    }

    private static @Nullable Era era(Map<String, String> options) {
        Integer first = number(options.get(ERA));
        return first != null && DECADES.contains(first) ? Era.decade(first) : null;
    }

    private static @Nullable Integer count(Map<String, String> options) {
        Integer count = number(options.get(COUNT));
        return count != null && count >= 1 && count <= Wishes.MOST_SONGS ? count : null;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    private static Aim aim(Map<String, String> options) {
        return Arrays.stream(Aim.values())
                .filter(aim -> aim.name().toLowerCase(Locale.ROOT).equals(options.get(MOOD)))
                .findFirst()
                .orElse(Aim.MATCH);
    }
}
