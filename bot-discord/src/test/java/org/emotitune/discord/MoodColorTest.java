package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.emotitune.emotion.Mood;
import org.junit.jupiter.api.Test;

class MoodColorTest {
    @Test
    void theEndsAreBlueRedGreenAndYellow() {
        assertThat(MoodColor.of(new Mood(-1, -1))).isEqualTo(0x2E5CB8);
        assertThat(MoodColor.of(new Mood(-1, 1))).isEqualTo(0xD7263D);
        assertThat(MoodColor.of(new Mood(1, -1))).isEqualTo(0x2FA84F);
        assertThat(MoodColor.of(new Mood(1, 1))).isEqualTo(0xF9C80E);
    }

    @Test
    void whatIsNeitherPleasantNorUnpleasantIsGrey() {
        DoubleStream.of(-1, 0, 1)
                .forEach(arousal ->
                        assertThat(MoodColor.of(new Mood(0, arousal))).isEqualTo(0x95A5A6));
    }

    @Test
    void halfwayIsHalfwayInEachColour() {
        assertThat(MoodColor.of(new Mood(0.5, 1))).isEqualTo(0xC7B75A);
    }
}
