package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SongsForAnOccasionTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Profile CAROL = Profile.of(Map.of("joy", 1.0), Map.of("christmas", 1.0, "family", 0.5));
    private static final Profile DIRGE = Profile.of(Map.of("grief", 1.0), Map.of("death-of-loved-one", 1.0));

    private static Profile feeling(String emotion) {
        return Profile.of(Map.of(emotion, 1.0), Map.of());
    }

    @Test
    void aCarolIsOutOfPlaceForSomebodyWhoIsJustHappy() {
        assertThat(VOCABULARY.isOutOfPlace(CAROL, feeling("joy"))).isTrue();
    }

    @Test
    void aCarolIsInPlaceAtChristmas() {
        Profile christmas = Profile.of(Map.of("joy", 1.0), Map.of("christmas", 0.4));

        assertThat(VOCABULARY.isOutOfPlace(CAROL, christmas)).isFalse();
    }

    @Test
    void aSongOfMourningIsOutOfPlaceForSomebodyWhoIsJustSad() {
        assertThat(VOCABULARY.isOutOfPlace(DIRGE, feeling("sadness"))).isTrue();
    }

    @Test
    void aSongOfMourningIsInPlaceForSomebodyWhoGrieves() {
        assertThat(VOCABULARY.isOutOfPlace(DIRGE, feeling("grief"))).isFalse();
    }

    @Test
    void aSongThatOnlyTouchesAnOccasionIsNeverOutOfPlace() {
        Profile song = Profile.of(Map.of("joy", 1.0), Map.of("party", 1.0, "birthday", 0.4));

        assertThat(VOCABULARY.isOutOfPlace(song, feeling("joy"))).isFalse();
    }
}
