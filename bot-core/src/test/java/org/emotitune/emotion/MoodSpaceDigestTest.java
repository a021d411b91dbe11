package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors of spaces with different digests never meet, so nothing that changes a vector may be left out of it. */
class MoodSpaceDigestTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final String DIGEST = digest(VOCABULARY, "fake", 0.3, 0.33);

    private static String digest(Vocabulary vocabulary, String model, double alpha, double tau) {
        return new MoodSpace(vocabulary, new FakeEmbeddings(model, Map.of()), new MoodSpace.Settings(alpha, tau))
                .digest();
    }

    private static Vocabulary withLastEmotion(Emotion emotion) {
        List<Emotion> emotions = new ArrayList<>(VOCABULARY.emotions());
        emotions.add(emotion);
        return new Vocabulary(emotions, List.copyOf(VOCABULARY.themes()));
    }

    @Test
    void isTheSameForTheSameSpace() {
        assertThat(digest(VocabularyFiles.load(), "fake", 0.3, 0.33)).isEqualTo(DIGEST);
    }

    @Test
    void changesWithAlpha() {
        assertThat(digest(VOCABULARY, "fake", 0.31, 0.33)).isNotEqualTo(DIGEST);
    }

    @Test
    void changesWithTau() {
        assertThat(digest(VOCABULARY, "fake", 0.3, 0.34)).isNotEqualTo(DIGEST);
    }

    @Test
    void changesWithTheModel() {
        assertThat(digest(VOCABULARY, "another", 0.3, 0.33)).isNotEqualTo(DIGEST);
    }

    @Test
    void changesWithAnEmotionMore() {
        var larger = withLastEmotion(new Emotion("zeal", MoodGroup.JOY, 0.5, 0.5, "zeal", "celo", null));

        assertThat(digest(larger, "fake", 0.3, 0.33)).isNotEqualTo(DIGEST);
    }

    @Test
    void changesWithTheNameThatAnEmotionIsEmbeddedBy() {
        var zeal = withLastEmotion(new Emotion("zeal", MoodGroup.JOY, 0.5, 0.5, "zeal", "celo", null));
        var renamed = withLastEmotion(new Emotion("zeal", MoodGroup.JOY, 0.5, 0.5, "great zeal", "celo", null));

        assertThat(digest(renamed, "fake", 0.3, 0.33)).isNotEqualTo(digest(zeal, "fake", 0.3, 0.33));
    }

    @Test
    void changesWithTheOrderOfTheWords() {
        var turned =
                new Vocabulary(new ArrayList<>(VOCABULARY.emotions()).reversed(), List.copyOf(VOCABULARY.themes()));

        assertThat(digest(turned, "fake", 0.3, 0.33)).isNotEqualTo(DIGEST);
    }

    @Test
    void changesWithAThemeLess() {
        List<Theme> fewer = VOCABULARY.themes().stream().skip(1).toList();

        assertThat(digest(new Vocabulary(List.copyOf(VOCABULARY.emotions()), fewer), "fake", 0.3, 0.33))
                .isNotEqualTo(DIGEST);
    }
}
