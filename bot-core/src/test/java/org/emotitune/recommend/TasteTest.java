package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.emotitune.song.SongId;
import org.junit.jupiter.api.Test;

class TasteTest {
    private static final SongId ONE = new SongId(1);
    private static final SongId TWO = new SongId(2);

    @Test
    void oneMoreSongCanBeKeptAwayAndNothingElseChanges() {
        Taste taste = new Taste(Set.of(ONE), Set.of(TWO), Set.of(TWO));

        assertThat(taste.alsoNever(TWO)).isEqualTo(new Taste(Set.of(ONE, TWO), Set.of(TWO), Set.of(TWO)));
        assertThat(taste.alsoNever(ONE)).isEqualTo(taste);
        assertThat(taste.never()).containsExactly(ONE);
    }

    @Test
    void tasteDoesNotChangeWithTheSetsItWasMadeOf() {
        Set<SongId> songs = new HashSet<>(Set.of(ONE));
        Taste taste = new Taste(songs, songs, songs);

        songs.add(TWO);

        assertThat(taste).isEqualTo(new Taste(Set.of(ONE), Set.of(ONE), Set.of(ONE)));
    }
}
