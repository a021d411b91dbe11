package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;

/** The vocabulary of the program, and others. */
final class TestVocabularies {
    static final Vocabulary REAL = VocabularyFiles.load();

    private TestVocabularies() {}

    static Vocabulary of(List<String> emotions, List<String> themes) {
        return new Vocabulary(
                emotions.stream().map(TestVocabularies::emotion).toList(),
                themes.stream().map(name -> theme(name, emotions.getFirst())).toList());
    }

    static Vocabulary ofSize(int emotions, int themes) {
        return of(words("e", emotions), words("t", themes));
    }

    static Vocabulary realWithEmotion(String word) {
        List<Emotion> emotions = new ArrayList<>(REAL.emotions());
        emotions.add(emotion(word));
        return new Vocabulary(emotions, List.copyOf(REAL.themes()));
    }

    static Vocabulary realWithTheme(String name) {
        List<Theme> themes = new ArrayList<>(REAL.themes());
        themes.add(theme(name, "joy"));
        return new Vocabulary(List.copyOf(REAL.emotions()), themes);
    }

    private static List<String> words(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static Emotion emotion(String word) {
        return new Emotion(word, MoodGroup.JOY, 0, 0, word, word, null);
    }

    private static Theme theme(String name, String usually) {
        return new Theme(name, "life", name, name, List.of(usually), new Theme.Occasion(false, null));
    }
}
