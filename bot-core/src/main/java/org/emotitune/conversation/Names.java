package org.emotitune.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/** Names of emotions and themes, as people read them. */
record Names(Vocabulary vocabulary) {

    /** @return the display name of an emotion or a theme; the key itself where it is neither */
    String of(String key, Language language) {
        return vocabulary
                .emotion(key)
                .map((Emotion emotion) -> emotion.name(language))
                .or(() -> vocabulary.theme(key).map((Theme theme) -> theme.name(language)))
                .orElse(key);
    }

    /** @return the names, in order, with commas between */
    String of(List<WeightedWord> words, Language language) {
        return words.stream().map(word -> of(word.word(), language)).collect(Collectors.joining(", "));
    }
}
