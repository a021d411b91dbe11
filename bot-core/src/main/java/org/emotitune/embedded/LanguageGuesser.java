package org.emotitune.embedded;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.text.Token;

/**
 * Tells Spanish from English in a chat message, from one word up, by the common words of either, by Spanish letters,
 * and by the phrases that the lexicon knew in it. Immutable, thread-safe.
 */
final class LanguageGuesser {
    private static final String SPANISH_LETTERS = "ñáéíóúÑÁÉÍÓÚ¿¡";

    private final Map<Language, Set<String>> functionWords = new EnumMap<>(Language.class);

    LanguageGuesser() {
        for (Language language : Language.values()) {
            functionWords.put(language, functionWords(language));
        }
    }

    /** Common words of a language, in normal form. */
    static Set<String> functionWords(Language language) {
        Set<String> words = new HashSet<>();
        Modifiers.ModifierFile.each(language, (kind, value) -> {
            if (kind.equals("function")) {
                words.addAll(Modifiers.ModifierFile.words(value));
            }
        });
        return words;
    }

    /** How much of the message speaks for a language: a number of words, 0 or more. */
    double evidence(Language language, String message, List<Token> tokens) {
        Set<String> words = functionWords.getOrDefault(language, Set.of());
        double known =
                tokens.stream().filter(token -> words.contains(token.text())).count();
        return language == Language.SPANISH && hasSpanishLetter(message) ? known + 1 : known;
    }

    private static boolean hasSpanishLetter(String message) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c >= 128 && SPANISH_LETTERS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** @return the language with more evidence; the other one given where they are even */
    Language guess(double english, double spanish, Language otherwise) {
        if (english == spanish) {
            return otherwise;
        }
        return english > spanish ? Language.ENGLISH : Language.SPANISH;
    }
}
