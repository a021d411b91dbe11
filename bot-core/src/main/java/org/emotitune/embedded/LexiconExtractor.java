package org.emotitune.embedded;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.embedded.Lexicon.Meaning;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.LanguageDetector;
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
public final class LexiconExtractor implements EmotionExtractor, LanguageDetector {
    /** Weight of a phrase that nothing makes stronger, so that there is something above it. */
    private static final double PLAIN = 0.79;

    /** Weight of what "not X" says: it is less than saying it. */
    private static final double TURNED = 0.7;

    /** Weight of a phrase of the other language in a message that is clearly of one. */
    private static final double FOREIGN = 0.4;

    private static final Tokenizer RAW = new Tokenizer(Map.of());

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final Modifiers modifiers = Modifiers.load();
    private final LanguageGuesser languages = new LanguageGuesser();

    public LexiconExtractor(Vocabulary vocabulary, Lexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
    }

    @Override
    public Reading read(String message, Language otherwise) {
        String text = EmotionExtractor.readOf(message);
        List<Token> raw = RAW.tokens(text);
        Language leaning = leaning(text, raw);
        List<Token> tokens = lexicon.chatSpelling().tokenizer(leaning).tokens(text);
        List<Found<Meaning>> found = lexicon.phrases().find(tokens);
        double english = languages.evidence(Language.ENGLISH, text, tokens);
        double spanish = languages.evidence(Language.SPANISH, text, tokens);
        Language language = language(english, spanish, found, otherwise);
        Language foreign = clearlyNot(english, spanish);
        Tally tally = new Tally(vocabulary);
        Set<Integer> negations = modifiers.negations(tokens);
        found.forEach(phrase -> negations.removeAll(phrase.positions()));
        for (Found<Meaning> phrase : found) {
            count(phrase, tokens, negations, foreign, tally);
        }
        return new Reading(language, Reading.Mode.EMBEDDED, tally.profile());
    }

    @Override
    public Language of(String message, Language otherwise) {
        String text = EmotionExtractor.readOf(message);
        Language leaning = leaning(text, RAW.tokens(text));
        List<Token> tokens = lexicon.chatSpelling().tokenizer(leaning).tokens(text);
        return language(
                languages.evidence(Language.ENGLISH, text, tokens),
                languages.evidence(Language.SPANISH, text, tokens),
                lexicon.phrases().find(tokens),
                otherwise);
    }

    private Language language(double english, double spanish, List<Found<Meaning>> found, Language otherwise) {
        return languages.guess(
                english + evidence(Language.ENGLISH, found), spanish + evidence(Language.SPANISH, found), otherwise);
    }

    /** The language that the common words speak for; null where they are even. */
    private @Nullable Language leaning(String text, List<Token> tokens) {
        double english = languages.evidence(Language.ENGLISH, text, tokens);
        double spanish = languages.evidence(Language.SPANISH, text, tokens);
        return english == spanish ? null : english > spanish ? Language.ENGLISH : Language.SPANISH;
    }

    private static double evidence(Language language, List<Found<Meaning>> found) {
        double phrases = found.stream()
                .filter(phrase -> phrase.meaning().language() == language)
                .mapToInt(phrase -> phrase.positions().size())
                .sum();
        return 0.5 * phrases;
    }

    /** The language that the message is clearly not in; null where that cannot be said. */
    private static @Nullable Language clearlyNot(double english, double spanish) {
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
        double factor = PLAIN
                * modifiers.intensity(tokens, phrase.positions())
                * (foreign != null && phrase.meaning().language() == foreign ? FOREIGN : 1);
        if (!Modifiers.isNegated(tokens, phrase.start(), negations)) {
            entry.emotions().forEach((word, weight) -> tally.emotions.add(word, factor * weight));
            entry.defaults().forEach((word, weight) -> tally.defaults.add(word, factor * weight));
            entry.themes().forEach((name, weight) -> tally.themes.add(name, weight));
        } else {
            entry.emotions().forEach((word, weight) -> {
                String turned = vocabulary.emotion(word).map(Emotion::negated).orElse(null);
                if (turned != null) {
                    tally.turned.add(turned, TURNED * factor * weight);
                }
            });
        }
    }
}
