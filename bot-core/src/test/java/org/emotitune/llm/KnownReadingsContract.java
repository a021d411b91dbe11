package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.junit.jupiter.api.Test;

/** What all {@link KnownReadings} remember. */
public interface KnownReadingsContract {
    String READER = "gpt song-3 EMOTITUNE";
    String SONG = Digests.sha256("a song");
    Heard HEARD = new Heard(
            "gpt",
            "pt",
            Map.of("saudade", 1.0 / 3, "it's, \"over\" {now}", 1.0, "añoranza", Double.MIN_NORMAL),
            Map.of("break-up", 0.1),
            null);

    /** Nothing is known when a test begins. */
    KnownReadings readings();

    @Test
    default void aReadingComesBackAsItWas() {
        readings().keep(READER, SONG, HEARD);

        assertThat(readings().known(READER, List.of(SONG))).isEqualTo(Map.of(SONG, HEARD));
    }

    @Test
    default void languageAndThemesMayBeMissing() {
        Heard heard = new Heard("gpt", null, Map.of("joy", 1.0), Map.of(), null);

        readings().keep(READER, SONG, heard);

        assertThat(readings().known(READER, List.of(SONG))).isEqualTo(Map.of(SONG, heard));
    }

    @Test
    default void theFirstReadingStays() {
        readings().keep(READER, SONG, HEARD);

        readings().keep(READER, SONG, new Heard("gpt", "en", Map.of("joy", 1.0), Map.of(), null));

        assertThat(readings().known(READER, List.of(SONG))).containsValue(HEARD);
    }

    @Test
    default void whatAnotherReaderHasHeardIsNotKnown() {
        readings().keep(READER, SONG, HEARD);

        assertThat(readings().known("gpt song-4 EMOTITUNE", List.of(SONG))).isEmpty();
    }

    @Test
    default void manySongsAreLookedUpAtOnce() {
        List<String> songs = IntStream.range(0, 100)
                .mapToObj(song -> Digests.sha256("song " + song))
                .toList();
        Map<String, Heard> expected = new HashMap<>();
        for (int song = 0; song < 100; song += 3) {
            Heard heard = new Heard("gpt", "es", Map.of("joy", (song + 1) / 100.0), Map.of(), null);
            readings().keep(READER, songs.get(song), heard);
            expected.put(songs.get(song), heard);
        }
        readings().keep(READER, SONG, HEARD);

        assertThat(readings().known(READER, songs)).isEqualTo(expected);
        assertThat(readings().known(READER, List.of())).isEmpty();
    }

    @Test
    default void whatAWeakerReaderHasHeardIsNotKept() {
        Heard weaker = new Heard("embedded", "en", Map.of("joy", 1.0), Map.of(), "no usable answer");

        assertThatIllegalArgumentException().isThrownBy(() -> readings().keep(READER, SONG, weaker));

        assertThat(readings().known(READER, List.of(SONG))).isEmpty();
    }
}
