package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In the mood space of the running program: with other embeddings nothing could be said of what is near. */
class NearWordsTest {
    private static final int OF_ONE_GROUP = 2;

    /** Half the way from one corner of the circumplex to the other. */
    private static final double FAR = Math.sqrt(2);

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final NearWords NEAR_WORDS =
            new NearWords(new MoodSpace(VOCABULARY, new BgeWordEmbeddings(), MoodSpace.Settings.DEFAULT), VOCABULARY);

    static Stream<String> emotions() {
        return VOCABULARY.emotionWords().stream();
    }

    @ParameterizedTest
    @MethodSource("emotions")
    void sixOtherWordsAreOfferedAtMostTwoOfAGroup(String heard) {
        List<Emotion> near = NEAR_WORDS.near(TestProfiles.feeling(heard));

        assertThat(near)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .extracting(Emotion::word)
                .doesNotContain(heard);
        assertThat(near.stream()
                        .collect(Collectors.groupingBy(Emotion::group, Collectors.counting()))
                        .values())
                .allMatch(words -> words <= OF_ONE_GROUP);
    }

    @ParameterizedTest
    @MethodSource("emotions")
    void noneOfThemIsFarFromWhatWasHeard(String heard) {
        Mood mood = Mood.of(TestProfiles.feeling(heard), VOCABULARY);

        assertThat(NEAR_WORDS.near(TestProfiles.feeling(heard)))
                .allSatisfy(near -> assertThat(mood.distance(new Mood(near.valence(), near.arousal())))
                        .as(near.word())
                        .isLessThan(FAR));
    }

    @ParameterizedTest
    @CsvSource({
        "sadness, melancholy",
        "anger, rage",
        "joy, happiness",
        "calm, relaxation",
        "jealousy, envy",
        "fear, anxiety",
        "loneliness, emptiness",
        "love, romance",
        "freedom, independence"
    })
    void theNearestComesFirst(String heard, String nearest) {
        assertThat(NEAR_WORDS.near(TestProfiles.feeling(heard)))
                .first()
                .extracting(Emotion::word)
                .isEqualTo(nearest);
    }

    @Test
    void noneOfSeveralEmotionsThatWereHeardIsOffered() {
        String[] heard =
                VOCABULARY.emotionWords().subList(0, Profile.MOST_EMOTIONS).toArray(String[]::new);

        assertThat(NEAR_WORDS.near(TestProfiles.feeling(heard)))
                .hasSize(6)
                .extracting(Emotion::word)
                .doesNotContain(heard);
    }

    @Test
    void whatAMessageIsAboutChangesNothing() {
        Profile about = Profile.of(Map.of("sadness", 1.0), Map.of("party", 1.0));

        assertThat(NEAR_WORDS.near(about)).isEqualTo(NEAR_WORDS.near(TestProfiles.feeling("sadness")));
    }
}
