package org.emotitune.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.OfferedSong;
import org.emotitune.intake.SourceRow;
import org.emotitune.intake.Terms;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are already there.
 *
 * @param problem why there are no more; null where these are all
 */
public record TestSource(List<SourceRow> rows, @Nullable String problem) implements CatalogSource {
    public TestSource(SourceRow... rows) {
        this(List.of(rows), null);
    }

    @Override
    public String name() {
        return "songs.json";
    }

    @Override
    public String popularitySource() {
        return "import";
    }

    @Override
    public void read(Consumer<SourceRow> reader) {
        rows.forEach(reader);
        if (problem != null) {
            throw new UnreadableSourceException(problem, null);
        }
    }

    public static SourceRow song(long number) {
        return song(number, null, Map.of());
    }

    /** @param emotions none for a song without a profile */
    public static SourceRow song(long number, @Nullable String lyrics, Map<String, Double> emotions) {
        return offered(
                number,
                new SongFacts(null, "Song " + number, "Singer", null, null, null, null),
                lyrics,
                emotions.isEmpty() ? null : new Terms(emotions, Map.of()));
    }

    public static SourceRow offered(long number, SongFacts facts, @Nullable String lyrics, @Nullable Terms terms) {
        return new SourceRow.Offered(number, new OfferedSong(facts, null, null, lyrics, terms));
    }
}
