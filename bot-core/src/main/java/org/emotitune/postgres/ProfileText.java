package org.emotitune.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;

/** A profile as it stands beside its vector: {@code sadness 0.9, grief 0.7 | break-up 1.0}. */
final class ProfileText {
    private static final String BETWEEN_KINDS = " | ";
    private static final String BETWEEN_WORDS = ", ";

    private ProfileText() {}

    static String of(Profile profile) {
        String emotions = words(profile.emotions());
        return profile.themes().isEmpty() ? emotions : emotions + BETWEEN_KINDS + words(profile.themes());
    }

    private static String words(List<WeightedWord> words) {
        return words.stream().map(word -> word.word() + " " + word.weight()).collect(Collectors.joining(BETWEEN_WORDS));
    }

    static Profile parse(String text) {
        int themes = text.indexOf(BETWEEN_KINDS);
        return themes < 0
                ? new Profile(parsed(text), List.of())
                : new Profile(
                        parsed(text.substring(0, themes)), parsed(text.substring(themes + BETWEEN_KINDS.length())));
    }

    private static List<WeightedWord> parsed(String list) {
        List<WeightedWord> words = new ArrayList<>();
        for (int from = 0; from < list.length(); ) {
            int end = list.indexOf(BETWEEN_WORDS, from);
            String word = end < 0 ? list.substring(from) : list.substring(from, end);
            int space = word.indexOf(' ');
            words.add(new WeightedWord(word.substring(0, space), Double.parseDouble(word.substring(space + 1))));
            from = end < 0 ? list.length() : end + BETWEEN_WORDS.length();
        }
        return words;
    }
}
