package org.emotitune.emotion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;
import org.emotitune.text.Tokenizer;

/**
 * Knows themes by their names, by the names that people read in either language, and by derivatives of both ("breaking
 * up", "break_ups", "Parties"). Nearness by embedding is not asked: a situation is no nearer to another for being told in
 * words that are alike. Immutable, thread-safe.
 */
final class ThemeNames {
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> byStem = new HashMap<>();

    ThemeNames(Vocabulary vocabulary) {
        for (Theme theme : vocabulary.themes()) {
            exact.put(normalise(theme.name()), theme.name());
        }
        for (Theme theme : vocabulary.themes()) {
            exact.putIfAbsent(normalise(theme.english()), theme.name());
            exact.putIfAbsent(normalise(theme.spanish()), theme.name());
        }
        Set<String> ambiguous = new HashSet<>();
        exact.forEach((name, theme) -> {
            for (String stem : stems(name)) {
                String other = byStem.putIfAbsent(stem, theme);
                if (other != null && !other.equals(theme)) {
                    ambiguous.add(stem);
                }
            }
        });
        byStem.keySet().removeAll(ambiguous);
    }

    /** @return the theme that the name stands for; empty if it stands for none */
    Optional<Match> match(String name) {
        String normal = normalise(name);
        String theme = exact.get(normal);
        if (theme != null) {
            return Optional.of(new Match(theme, Way.EXACT, 1));
        }
        return stems(normal).stream()
                .filter(byStem::containsKey)
                .findFirst()
                .map(stem -> new Match(byStem.getOrDefault(stem, ""), Way.DERIVATIVE, 1));
    }

    private static String normalise(String name) {
        return Arrays.stream(name.strip().split("[\\s_-]+"))
                .map(Tokenizer::normalise)
                .collect(Collectors.joining(" "));
    }

    /** The stems of all words of a name in a row, so that "break up" and "breakup" are one. */
    private static List<String> stems(String normal) {
        return Stems.LANGUAGES.stream()
                .map(language -> Arrays.stream(normal.split(" "))
                        .map(word -> Stems.stem(language, word))
                        .collect(Collectors.joining("", language.name().toLowerCase(Locale.ROOT) + " ", "")))
                .toList();
    }
}
