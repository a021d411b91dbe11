package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.text.Tokenizer;

/**
 * What to offer to somebody who is writing how they feel: names of emotions and themes that begin like what was typed
 * last, or hold it. Case and accents do not matter. Immutable, thread-safe; an answer takes microseconds.
 */
public final class Suggestions {
    /** No longer suggestion is made, whatever stands before it. */
    public static final int LONGEST = 100;

    /** Beginnings of one or two letters stand inside nearly every name. */
    private static final int FEWEST_LETTERS_INSIDE = 3;
    /** Between words of a name, "break-up" and "break up" being one. */
    private static final Pattern GAP = Pattern.compile("[\\s-]+");

    private final Map<Language, List<Name>> names = new EnumMap<>(Language.class);
    private final Map<Language, List<String>> first = new EnumMap<>(Language.class);

    /** @param normal words in normal form with a space between */
    private record Name(String text, String normal) {
        static Name of(String text) {
            return new Name(text, plain(text));
        }
    }

    private Suggestions(Vocabulary vocabulary) {
        for (Language language : Language.values()) {
            List<Name> common = usual(vocabulary)
                    .map(emotion -> Name.of(emotion.name(language)))
                    .toList();
            Stream<Name> others = Stream.concat(
                            vocabulary.emotions().stream().map(emotion -> emotion.name(language)),
                            vocabulary.themes().stream().map((Theme theme) -> theme.name(language)))
                    .map(Name::of)
                    .sorted(Comparator.comparing(Name::normal));
            names.put(
                    language, Stream.concat(common.stream(), others).distinct().toList());
            first.put(language, common.stream().map(Name::text).toList());
        }
    }

    public static Suggestions of(Vocabulary vocabulary) {
        return new Suggestions(vocabulary);
    }

    /** The words that most people mean by each mood: first one of every mood, then another of every mood. */
    private static Stream<Emotion> usual(Vocabulary vocabulary) {
        int most = Arrays.stream(MoodGroup.values())
                .mapToInt(group -> Buttons.words(group).size())
                .max()
                .orElse(0);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(at -> Arrays.stream(MoodGroup.values())
                        .map(Buttons::words)
                        .filter(words -> at < words.size())
                        .map(words -> words.get(at)))
                .flatMap(word -> vocabulary.emotion(word).stream());
    }

    /**
     * Goes on with what somebody types.
     *
     * @param typed of any length and content; what stands before the words that are completed is kept
     * @param language of the names
     * @param most suggestions
     * @return best first, each once: names that go on with the most of the last words, from their beginning, from a later
     *     word, or from the midst of one; empty where none does and behind a space. Where nothing is typed,
     *     words of all moods
     */
    public List<String> complete(String typed, Language language, int most) {
        return (typed.isBlank() ? first(language) : matching(typed, language))
                .limit(Math.max(0, most))
                .toList();
    }

    private Stream<String> first(Language language) {
        return first.getOrDefault(language, List.of()).stream();
    }

    private Stream<String> matching(String typed, Language language) {
        List<Ending> endings = Ending.of(typed);
        return names.getOrDefault(language, List.of()).stream()
                .flatMap(name ->
                        endings.stream()
                                .map(ending -> ending.completed(name))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .stream())
                .sorted(Comparator.comparingInt(Completed::words)
                        .reversed()
                        .thenComparing(Completed::place)) // else as the names are
                .map(found -> typed.substring(0, found.from()).stripLeading() + found.name())
                .filter(text -> text.length() <= LONGEST)
                .distinct();
    }

    private static String plain(String words) {
        return GAP.splitAsStream(words).map(Tokenizer::normalise).collect(Collectors.joining(" "));
    }

    /** Where in a name the typed words stand. */
    private enum Place {
        WHOLE,
        BEGINNING,
        LATER_WORD,
        INSIDE
    }

    /** @param from where in the typed text the completed words begin */
    private record Completed(String name, int from, int words, Place place) {}

    /**
     * The last words of a text.
     *
     * @param from where they begin
     * @param normal in normal form
     */
    private record Ending(int from, int words, String normal) {
        private static final int MOST_WORDS = 6;

        /** @return of most words first; empty where the text does not end in a word */
        static List<Ending> of(String typed) {
            List<Ending> endings = new ArrayList<>();
            int end = typed.length();
            while (endings.size() < MOST_WORDS) {
                int from = before(typed, end, Ending::isOfWord);
                if (from == end || typed.length() - from > LONGEST) {
                    break;
                }
                endings.addFirst(new Ending(from, endings.size() + 1, plain(typed.substring(from))));
                end = before(typed, from, Ending::isGap);
                if (end == from) {
                    break;
                }
            }
            return endings;
        }

        private interface Kind {
            boolean has(char c);
        }

        private static int before(String text, int end, Kind kind) {
            int at = end;
            while (at > 0 && kind.has(text.charAt(at - 1))) {
                at--;
            }
            return at;
        }

        private static boolean isOfWord(char c) {
            return Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || c == '\''
                    || c == '’';
        }

        private static boolean isGap(char c) {
            return c == '-' || Character.isWhitespace(c);
        }

        Optional<Completed> completed(Name name) {
            return placeIn(name.normal()).map(place -> new Completed(name.text(), from, words, place));
        }

        private Optional<Place> placeIn(String name) {
            if (name.startsWith(normal)) {
                return Optional.of(name.length() == normal.length() ? Place.WHOLE : Place.BEGINNING);
            }
            if (name.contains(" " + normal)) {
                return Optional.of(Place.LATER_WORD);
            }
            boolean inside = normal.length() >= FEWEST_LETTERS_INSIDE && name.contains(normal);
            return inside ? Optional.of(Place.INSIDE) : Optional.empty();
        }
    }
}
