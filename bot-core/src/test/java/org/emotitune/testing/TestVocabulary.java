package org.emotitune.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;

/** Knows joy and hope, takes "joyful" as joy, and no theme but "party". */
public final class TestVocabulary implements ControlledVocabulary {
    private static final Map<String, String> WORDS = Map.of("joy", "joy", "hope", "hope", "joyful", "joy");

    @Override
    public String version() {
        return "test";
    }

    @Override
    public Controlled controlled(Map<String, Double> emotions, Map<String, Double> themes) {
        Map<String, Double> words = new HashMap<>();
        List<Stray> strays = new ArrayList<>();
        emotions.forEach((term, weight) -> {
            String word = WORDS.get(term);
            if (word != null) {
                words.merge(word, weight, Math::max);
            }
            if (!term.equals(word)) {
                strays.add(new Stray(term, Optional.ofNullable(word).map(each -> new Match(each, Way.DERIVATIVE, 1))));
            }
        });
        Map<String, Double> known = new HashMap<>(themes);
        known.keySet().retainAll(List.of("party"));
        List<Stray> themeStrays = themes.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .map(name -> new Stray(name, Optional.empty()))
                .toList();
        Optional<Profile> profile = words.isEmpty() ? Optional.empty() : Optional.of(Profile.of(words, known));
        return new Controlled(profile, strays, themeStrays);
    }
}
