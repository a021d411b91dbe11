package org.emotitune.embedded;

import java.util.List;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;

/** The lexicon that comes with the program, loaded once for all tests, and short ways of asking it. */
final class Lexicons {
    static final Vocabulary VOCABULARY = VocabularyFiles.load();
    static final Lexicon LEXICON = new LexiconFiles(VOCABULARY).load();

    private static final LexiconExtractor EXTRACTOR = new LexiconExtractor(VOCABULARY, LEXICON);

    private Lexicons() {}

    static Reading read(String message) {
        return EXTRACTOR.read(message, Language.ENGLISH);
    }

    /** Emotions heard, strongest first. */
    static List<String> emotions(String message) {
        return read(message).profile().map(Profile::emotions).orElse(List.of()).stream()
                .map(WeightedWord::word)
                .toList();
    }

    /** Themes heard, strongest first. */
    static List<String> themes(String message) {
        return read(message).profile().map(Profile::themes).orElse(List.of()).stream()
                .map(WeightedWord::word)
                .toList();
    }

    /** @return weight of an emotion, 0 where it was not heard */
    static double weight(String emotion, String message) {
        return read(message).profile().map(Profile::emotions).orElse(List.of()).stream()
                .filter(heard -> heard.word().equals(emotion))
                .mapToDouble(WeightedWord::weight)
                .findFirst()
                .orElse(0);
    }
}
