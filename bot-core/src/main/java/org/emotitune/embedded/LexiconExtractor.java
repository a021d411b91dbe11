package org.emotitune.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.embedded.Lexicon.Meaning;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.text.PhraseIndex.Found;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message by the curated lexicon: no network, no model, tens of microseconds. Weaker than a language model: it
 * hears only what its phrases say. Thread-safe.
 */
public final class LexiconExtractor implements EmotionExtractor {
    /** What comes after is not read: no chat platform sends more in one message. */
    public static final int LONGEST_READ = 4096;

    /** Evidence below this is no emotion ("todo bien?"). */
    private static final double LEAST_EVIDENCE = 0.25;

    /** A word weaker than this share of the strongest is left out. */
    private static final double LEAST_SHARE = 0.25;

    private static final double LEAST_THEME = 0.3;
    private static final int MOST_THEMES = 3;

    /** Weight of what "not X" says: it is less than saying it. */
    private static final double TURNED = 0.7;

    /** Each further usual emotion of a theme counts for this share of the one before. */
    private static final double FADING = 0.75;

    /** Weight of a phrase of the other language in a message that is clearly of one. */
    private static final double FOREIGN = 0.4;

    private static final Tokenizer RAW = new Tokenizer(Map.of());

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final Modifiers modifiers = Modifiers.load();
    private final LanguageGuesser languages;

    /** @param otherwise language of messages that do not show theirs */
    public LexiconExtractor(Vocabulary vocabulary, Lexicon lexicon, Language otherwise) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.languages = new LanguageGuesser(otherwise);
    }

    @Override
    public Reading read(String message) {
        String text = message.length() > LONGEST_READ ? message.substring(0, LONGEST_READ) : message;
        List<Token> raw = RAW.tokens(text);
        Language leaning = leaning(text, raw);
        List<Token> tokens = lexicon.chatSpelling().tokenizer(leaning).tokens(text);
        List<Found<Meaning>> found = lexicon.phrases().find(tokens);
        Language language = languages.guess(
                evidence(Language.ENGLISH, text, tokens, found), evidence(Language.SPANISH, text, tokens, found));
        Language foreign = clearlyNot(text, tokens);
        Tally tally = new Tally();
        Set<Integer> negations = modifiers.negations(tokens);
        found.forEach(phrase -> negations.removeAll(phrase.positions()));
        for (Found<Meaning> phrase : found) {
            count(phrase, tokens, negations, foreign, tally);
        }
        tally.fillIn(vocabulary);
        return new Reading(language, Reading.Mode.EMBEDDED, tally.profile());
    }

    /** The language that the common words speak for; null where they are even. */
    private @Nullable Language leaning(String text, List<Token> tokens) {
        double english = languages.evidence(Language.ENGLISH, text, tokens);
        double spanish = languages.evidence(Language.SPANISH, text, tokens);
        return english == spanish ? null : english > spanish ? Language.ENGLISH : Language.SPANISH;
    }

    private double evidence(Language language, String text, List<Token> tokens, List<Found<Meaning>> found) {
        double phrases = found.stream()
                .filter(phrase -> phrase.meaning().language() == language)
                .mapToInt(phrase -> phrase.positions().size())
                .sum();
        return languages.evidence(language, text, tokens) + 0.5 * phrases;
    }

    /** The language that the message is clearly not in; null where that cannot be said. */
    private @Nullable Language clearlyNot(String text, List<Token> tokens) {
        double english = languages.evidence(Language.ENGLISH, text, tokens);
        double spanish = languages.evidence(Language.SPANISH, text, tokens);
        if (spanish >= 2 && spanish > 3 * english) {
            return Language.ENGLISH;
        }
        return english >= 2 && english > 3 * spanish ? Language.SPANISH : null;
    }

    private void count(
            Found<Meaning> phrase,
            List<Token> tokens,
            Set<Integer> negations,
            @Nullable Language foreign,
            Tally tally) {
        LexiconEntry entry = phrase.meaning().entry();
        double factor = modifiers.intensity(tokens, phrase.positions())
                * (foreign != null && phrase.meaning().language() == foreign ? FOREIGN : 1);
        if (!Modifiers.isNegated(tokens, phrase.start(), negations)) {
            entry.emotions().forEach((word, weight) -> tally.emotions.add(word, factor * weight));
            entry.defaults().forEach((word, weight) -> tally.defaults.add(word, factor * weight));
            entry.themes().forEach((name, weight) -> tally.themes.add(name, weight));
        } else if (entry.names()) {
            entry.emotions().forEach((word, weight) -> {
                String turned = vocabulary.emotion(word).map(Emotion::negated).orElse(null);
                if (turned != null) {
                    tally.turned.add(turned, TURNED * factor * weight);
                }
            });
        }
    }

    /** What has been heard so far. */
    private static final class Tally {
        private final Scores emotions = new Scores();
        private final Scores turned = new Scores();
        private final Scores defaults = new Scores();
        private final Scores themes = new Scores();
        private final Scores usual = new Scores();

        /** Where only a situation was told, people mostly feel what its theme usually means. */
        void fillIn(Vocabulary vocabulary) {
            themes.scores.forEach((name, weight) -> vocabulary.theme(name).ifPresent(theme -> {
                double share = weight;
                for (String word : theme.usually()) {
                    usual.add(word, share);
                    share *= FADING;
                }
            }));
        }

        /** Named emotions first; else what negations say; else the feelings that come with the words; else with the themes. */
        @Nullable
        Profile profile() {
            for (Scores heard : List.of(emotions, turned, defaults, usual)) {
                if (heard.strongest() >= LEAST_EVIDENCE) {
                    return Profile.of(
                            heard.strongestOnes(Profile.MOST_EMOTIONS, LEAST_SHARE * heard.strongest(), true),
                            themes.strongestOnes(MOST_THEMES, LEAST_THEME, false));
                }
            }
            return null;
        }
    }

    /** Sums of evidence: two weights join as 1 − (1 − a)(1 − b), so that hearing it twice is more but never above 1. */
    private static final class Scores {
        private final Map<String, Double> scores = new HashMap<>();

        void add(String word, double weight) {
            scores.merge(word, Math.min(weight, 0.99), (one, other) -> 1 - (1 - one) * (1 - other));
        }

        double strongest() {
            return scores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }

        Map<String, Double> strongestOnes(int most, double least, boolean toOne) {
            double scale = toOne ? strongest() : 1;
            return scores.entrySet().stream()
                    .filter(e -> e.getValue() >= least)
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> rounded(e.getValue() / scale)));
        }

        private static double rounded(double weight) {
            return Math.round(weight * 100) / 100.0;
        }
    }
}
