package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.EmbedBuilder;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;

class NumberedSongTest {
    @Test
    void aMessageHoldsTenSongs() {
        assertThat(numbers(21, 10))
                .containsExactly(
                        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                        List.of(11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
                        List.of(21));
    }

    @Test
    void aMessageHoldsSixThousandCharactersOfThem() {
        assertThat(numbers(5, 2_000)).containsExactly(List.of(1, 2, 3), List.of(4, 5));
        assertThat(numbers(5, 2_001)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void noSongsAreNoMessage() {
        assertThat(NumberedSong.byMessage(NumberedSong.of(List.of()))).isEmpty();
    }

    private static List<List<Integer>> numbers(int count, int length) {
        SongLine line = ReplySamples.songs(1, Language.ENGLISH).getFirst();
        List<NumberedSong> songs = IntStream.rangeClosed(1, count)
                .mapToObj(n -> new NumberedSong(
                        n,
                        line,
                        new EmbedBuilder().setDescription("x".repeat(length)).build()))
                .toList();
        return NumberedSong.byMessage(songs).stream()
                .map(message -> message.stream().map(NumberedSong::number).toList())
                .toList();
    }
}
