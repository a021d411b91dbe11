package org.emotitune.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Phrases that begin with the same word, by the word that has to come next: hundreds begin with "no" or "i", and only a few
 * of them can go on as the message does. Not changed after building; then thread-safe.
 *
 * @param <T> what stands for a phrase
 */
final class Openings<T> {
    private record Prefixed<T>(String prefix, T phrase) {}

    private final Map<String, List<T>> bySecond = new HashMap<>();
    private final List<Prefixed<T>> bySecondPrefix = new ArrayList<>();
    private final List<T> others = new ArrayList<>();

    void add(Phrase phrase, T standsForIt) {
        Optional<PhrasePart.Words> second = phrase.second();
        if (second.isEmpty()) {
            others.add(standsForIt);
            return;
        }
        second.get()
                .exact()
                .forEach(word -> bySecond.computeIfAbsent(word, key -> new ArrayList<>(1))
                        .add(standsForIt));
        second.get().prefixes().forEach(prefix -> bySecondPrefix.add(new Prefixed<>(prefix, standsForIt)));
    }

    /** Tells of every phrase that can go on with the second token, empty at the end of the message; of some twice. */
    void each(String second, Consumer<T> phrases) {
        others.forEach(phrases);
        List<T> exact = bySecond.get(second);
        if (exact != null) {
            exact.forEach(phrases);
        }
        for (Prefixed<T> each : bySecondPrefix) {
            if (second.startsWith(each.prefix())) {
                phrases.accept(each.phrase());
            }
        }
    }
}
