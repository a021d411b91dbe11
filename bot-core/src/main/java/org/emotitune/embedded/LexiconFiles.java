package org.emotitune.embedded;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.embedded.Lexicon.Meaning;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lexicon files of both languages; their heads say how they are written. Every error names file and line.
 */
public final class LexiconFiles {

    /** A form that names an emotion, in normal form, what it matches, and how surely: {@code weight} in (0, 1]. */
    private record Claim(String form, Phrase phrase, double weight) {}

    /** A form must claim a word at least so surely for the word to stand for it. */
    private static final double SURE = 0.7;

    private final Vocabulary vocabulary;
    private final Function<String, BufferedReader> files;

    /** The lexicon that comes with the program. */
    public LexiconFiles(Vocabulary vocabulary) {
        this(vocabulary, file -> Resources.reader(LexiconFiles.class, file));
    }

    /** @param files opens a file by its name */
    LexiconFiles(Vocabulary vocabulary, Function<String, BufferedReader> files) {
        this.vocabulary = vocabulary;
        this.files = files;
    }

    /** @throws BrokenResourceException with one sentence that names file and line */
    public Lexicon load() {
        return load(List.of());
    }

    /**
     * The same lexicon and the images of songs, for lyrics.
     *
     * @throws BrokenResourceException with one sentence that names file and line
     */
    public Lexicon loadForSongs() {
        List<Map.Entry<Phrase, Meaning>> images = new ArrayList<>();
        for (Language language : Language.values()) {
            images.addAll(expressions("lyrics-%s.txt".formatted(language.code()), language));
        }
        return load(images);
    }

    private Lexicon load(List<Map.Entry<Phrase, Meaning>> first) {
        List<Map.Entry<Phrase, Meaning>> phrases = new ArrayList<>(first);
        for (Language language : Language.values()) {
            phrases.addAll(expressions("expressions-%s.txt".formatted(language.code()), language));
        }
        phrases.addAll(expressions("emoji.txt", null));
        for (Language language : Language.values()) {
            phrases.addAll(formPhrases(language));
        }
        Map<Language, Map<String, List<String>>> spelling = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            spelling.put(language, chatSpelling(language));
        }
        return new Lexicon(new PhraseIndex<>(phrases), new ChatSpelling(spelling));
    }

    /**
     * What surely names an emotion, in both languages: vocabulary word to words, phrases, and beginnings of them, which
     * end in {@code *}. All in normal form.
     */
    public Map<String, List<String>> sureForms() {
        Map<String, Claim> surest = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            forms(language)
                    .forEach((word, claims) -> claims.forEach(claim -> {
                        Claim other = surest.get(claim.form());
                        if (claim.weight() >= SURE && (other == null || other.weight() < claim.weight())) {
                            surest.put(claim.form(), claim);
                            words.put(claim.form(), word);
                        }
                    }));
        }
        Map<String, List<String>> forms = new LinkedHashMap<>();
        words.forEach((form, word) -> {
            if (form.indexOf('*') < 0 || form.indexOf('*') == form.length() - 1) {
                forms.computeIfAbsent(word, key -> new ArrayList<>()).add(form);
            }
        });
        return forms;
    }

    private static String normalised(String form) {
        return Stream.of(form.split("\\s+")).map(Tokenizer::normalise).collect(Collectors.joining(" "));
    }

    private Map<String, List<Claim>> forms(Language language) {
        Map<String, List<Claim>> forms = new LinkedHashMap<>();
        eachLine("forms-%s.txt".formatted(language.code()), line -> readForms(line, forms));
        return forms;
    }

    private void readForms(String line, Map<String, List<Claim>> forms) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'word: form, form' is expected");
        }
        String word = line.substring(0, colon).strip();
        requireEmotion(word);
        for (String form : line.substring(colon + 1).split(",")) {
            if (!form.isBlank()) {
                String[] parts = form.strip().split("=", 2);
                double weight = parts.length == 1 ? 1 : weight(parts[1]);
                String normal = normalised(parts[0].strip());
                forms.computeIfAbsent(word, key -> new ArrayList<>())
                        .add(new Claim(normal, Phrase.parse(normal, Map.of()), weight));
            }
        }
    }

    /** One form may name several emotions: they are one phrase. */
    private List<Map.Entry<Phrase, Meaning>> formPhrases(Language language) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        Map<String, Map<String, Double>> emotions = new HashMap<>();
        forms(language)
                .forEach((word, claims) -> claims.forEach(claim -> {
                    phrases.putIfAbsent(claim.form(), claim.phrase());
                    emotions.computeIfAbsent(claim.form(), key -> new HashMap<>())
                            .merge(word, claim.weight(), Math::max);
                }));
        List<Map.Entry<Phrase, Meaning>> entries = new ArrayList<>();
        phrases.forEach((form, phrase) -> entries.add(Map.entry(
                phrase,
                new Meaning(language, new LexiconEntry(emotions.getOrDefault(form, Map.of()), Map.of(), Map.of())))));
        return entries;
    }

    private List<Map.Entry<Phrase, Meaning>> expressions(String file, @Nullable Language language) {
        Map<String, List<String>> classes = new HashMap<>();
        List<Map.Entry<Phrase, Meaning>> phrases = new ArrayList<>();
        eachLine(file, line -> {
            if (line.startsWith("@")) {
                String[] parts = split(line.substring(1), "=", "'@name = word word' is expected");
                classes.put(parts[0], Arrays.asList(parts[1].split("\\s+")));
            } else {
                String[] parts = split(line, "=>", "'pattern => emotion weight | theme weight' is expected");
                phrases.add(Map.entry(Phrase.parse(parts[0], classes), new Meaning(language, entry(parts[1]))));
            }
        });
        return phrases;
    }

    private LexiconEntry entry(String meaning) {
        if (meaning.equals("-")) {
            return new LexiconEntry(Map.of(), Map.of(), Map.of());
        }
        Map<String, Double> emotions = new HashMap<>();
        Map<String, Double> defaults = new HashMap<>();
        Map<String, Double> themes = new HashMap<>();
        String[] sides = meaning.split("\\|", -1);
        if (sides.length > 2) {
            throw new IllegalArgumentException("more than one '|'");
        }
        eachWeighted(sides[0], (word, weight) -> {
            boolean isDefault = word.startsWith("?");
            String emotion = isDefault ? word.substring(1) : word;
            requireEmotion(emotion);
            (isDefault ? defaults : emotions).put(emotion, weight);
        });
        if (sides.length == 2) {
            eachWeighted(sides[1], (name, weight) -> {
                if (vocabulary.theme(name).isEmpty()) {
                    throw new IllegalArgumentException("'%s' is no theme of the vocabulary".formatted(name));
                }
                themes.put(name, weight);
            });
        }
        return new LexiconEntry(emotions, defaults, themes);
    }

    private interface Weighted {
        void accept(String word, double weight);
    }

    private static void eachWeighted(String list, Weighted each) {
        for (String item : list.split(",")) {
            if (!item.isBlank()) {
                String[] parts = item.strip().split("\\s+");
                if (parts.length != 2) {
                    throw new IllegalArgumentException("'%s' is not 'word weight'".formatted(item.strip()));
                }
                each.accept(parts[0], weight(parts[1]));
            }
        }
    }

    private Map<String, List<String>> chatSpelling(Language language) {
        Map<String, List<String>> spelling = new HashMap<>();
        eachLine("chat-%s.txt".formatted(language.code()), line -> {
            String[] parts = split(line, "=", "'short = words' is expected");
            List<String> words =
                    Stream.of(parts[1].split("\\s+")).map(Tokenizer::normalise).toList();
            spelling.put(Tokenizer.normalise(parts[0]), words);
        });
        return spelling;
    }

    private void requireEmotion(String word) {
        if (vocabulary.emotion(word).isEmpty()) {
            throw new IllegalArgumentException("'%s' is no emotion of the vocabulary".formatted(word));
        }
    }

    private static double weight(String number) {
        double weight = Double.parseDouble(number.strip());
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight is not in (0, 1]: " + number);
        }
        return weight;
    }

    private static String[] split(String line, String separator, String expected) {
        int at = line.indexOf(separator);
        if (at <= 0 || at + separator.length() == line.length()) {
            throw new IllegalArgumentException(expected);
        }
        return new String[] {
            line.substring(0, at).strip(),
            line.substring(at + separator.length()).strip()
        };
    }

    private void eachLine(String file, Consumer<String> reader) {
        if (Resources.eachLine(file, files.apply(file), reader) == 0) {
            throw new BrokenResourceException(file + " is empty");
        }
    }
}
