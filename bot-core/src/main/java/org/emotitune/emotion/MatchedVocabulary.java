package org.emotitune.emotion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;

/**
 * Maps every term by itself with a {@link VocabularyMatcher}, themes by their names. What becomes of a song depends on
 * nothing but its own terms, so songs can be processed in any order and concurrently. Thread-safe.
 */
public final class MatchedVocabulary implements ControlledVocabulary {
    /** No emotion has a longer name; a longer term is told in part and never matched. */
    public static final int LONGEST_TERM = 40;

    /** So many terms of a song are looked at, the strongest first; nobody gives more who means well. */
    static final int MOST_TERMS = 64;

    /** More words are a sentence, of which the nearest word would say nothing. */
    private static final int MOST_WORDS = 3;

    /** "deep sorrow" lies near its emotion; of three words the embedding is already about something else. */
    private static final int MOST_WORDS_NEAREST = 2;

    private static final int MOST_WORDS_OF_THEME = 8;

    private static final int REMEMBERED = 20_000;

    /** To be raised whenever the steps of this class change. */
    private static final String STEPS = "1";

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}_-]+");
    private static final Comparator<Map.Entry<String, Double>> STRONGEST_FIRST =
            Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Vocabulary vocabulary;
    private final Function<String, Optional<Match>> matching;
    private final ThemeNames themes;
    private final String version;

    /** Looking for the nearest word takes milliseconds, and a catalog has the same few hundred terms again and again. */
    private final Cache<String, Optional<Match>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public MatchedVocabulary(Vocabulary vocabulary, VocabularyMatcher matcher) {
        this(vocabulary, matcher, matcher::match);
    }

    /** One that knows words by their forms alone: it takes no time, as no embedding is asked for. */
    public static MatchedVocabulary byForm(Vocabulary vocabulary, VocabularyMatcher matcher) {
        return new MatchedVocabulary(vocabulary, matcher, matcher::matchByForm);
    }

    private MatchedVocabulary(
            Vocabulary vocabulary, VocabularyMatcher matcher, Function<String, Optional<Match>> matching) {
        this.vocabulary = vocabulary;
        this.matching = matching;
        this.themes = new ThemeNames(vocabulary);
        this.version = Digests.sha256(
                String.join("\n", STEPS, matcher.digest(), vocabulary.themes().toString()));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Controlled controlled(Map<String, Double> emotions, Map<String, Double> themes) {
        List<Stray> emotionStrays = new ArrayList<>();
        List<Stray> themeStrays = new ArrayList<>();
        Map<String, Double> words =
                mapped(emotions, term -> vocabulary.emotion(term).isPresent(), this::emotion, emotionStrays);
        Map<String, Double> names =
                mapped(themes, name -> vocabulary.theme(name).isPresent(), this::theme, themeStrays);
        Optional<Profile> profile = words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Profile.of(strongest(words, Profile.MOST_EMOTIONS), strongest(names, Profile.MOST_THEMES)));
        return new Controlled(profile, emotionStrays, themeStrays);
    }

    /** @return the emotion that a term stands for; empty if it names none as far as can be told */
    public Optional<Match> emotion(String term) {
        String name = tidied(term);
        return isTooLong(name, MOST_WORDS) || !isLatin(name) ? Optional.empty() : remembered.get(name, this::matched);
    }

    /** @return the theme that a name stands for; empty if it stands for none */
    public Optional<Match> theme(String name) {
        String tidied = tidied(name);
        return isTooLong(tidied, MOST_WORDS_OF_THEME) ? Optional.empty() : themes.match(tidied);
    }

    private Optional<Match> matched(String name) {
        return matching.apply(name)
                .filter(match -> match.way() != Way.NEAREST || wordCount(name) <= MOST_WORDS_NEAREST);
    }

    private static Map<String, Double> mapped(
            Map<String, Double> terms,
            Predicate<String> known,
            Function<String, Optional<Match>> step,
            List<Stray> strays) {
        Map<String, Double> mapped = new HashMap<>();
        Set<String> lookedAt = strongest(terms, MOST_TERMS).keySet();
        terms.forEach((term, weight) -> {
            if (lookedAt.contains(term)) {
                Optional<Match> match = step.apply(term);
                match.ifPresent(found -> mapped.merge(found.word(), weight, Math::max));
                if (!known.test(term)) {
                    strays.add(new Stray(shortened(term), match));
                }
            }
        });
        return mapped;
    }

    private static Map<String, Double> strongest(Map<String, Double> weights, int most) {
        return weights.entrySet().stream()
                .sorted(STRONGEST_FIRST)
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lower case, without punctuation and emoji around it, one space between words. */
    private static String tidied(String term) {
        String some = term.length() > 4 * LONGEST_TERM ? term.substring(0, 4 * LONGEST_TERM) : term;
        String spaced = SPACE.matcher(some.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return EDGES.matcher(spaced).replaceAll("");
    }

    private static boolean isTooLong(String name, int mostWords) {
        return name.length() > LONGEST_TERM || wordCount(name) > mostWords;
    }

    private static long wordCount(String name) {
        return name.chars().filter(c -> c == ' ').count() + 1;
    }

    /** The embeddings are of English: for other scripts they return something at random. */
    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static String shortened(String term) {
        return term.codePointCount(0, term.length()) <= LONGEST_TERM
                ? term
                : term.substring(0, term.offsetByCodePoints(0, LONGEST_TERM));
    }
}
