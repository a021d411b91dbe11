package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestProfiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rows that often are the same song, in parts of random size, against a list of songs that is searched. */
class PgIntakeModelTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final List<String> WORDS = List.of("joy", "hope", "anger");

    /** A song as the rules tell it. */
    private static final class Modelled {
        @Nullable
        String id;

        String title = "";

        @Nullable
        String artist;

        @Nullable
        Integer popularity;

        @Nullable
        String lyrics;

        @Nullable
        String emotion;

        @Nullable
        String read;

        /** The text itself waits as long as nobody's own profile is there. */
        @Override
        public String toString() {
            return "%s %s|%s %s, lyrics %s %s, %s of %s"
                    .formatted(
                            id,
                            title,
                            artist,
                            popularity,
                            hash(lyrics),
                            emotion == null ? lyrics : null,
                            emotion,
                            hash(read));
        }
    }

    private final PgIntakeStore store = new PgIntakeStore(database.dataSource(), "reader 1");

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE song, artist CASCADE");
        new PgCatalogStore(database.dataSource()).keepVocabulary(VocabularyFiles.load());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomRowsMakeTheSongsThatTheRulesTell(long seed) throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(row(random));
        }
        List<Modelled> model = new ArrayList<>();
        List<Change> expected = rows.stream().map(row -> add(model, row)).toList();
        int size = random.nextInt(1, 40);

        assertThat(Offers.keep(store, false, true, size, rows)).isEqualTo(expected);
        assertThat(Offers.keep(store, false, false, size + 3, rows)).isEqualTo(expected);

        assertThat(songs()).isEqualTo(model.stream().map(Modelled::toString).toList());
    }

    private static Row row(RandomGenerator random) {
        String id = random.nextInt(3) > 0 ? null : "%022d".formatted(random.nextInt(12));
        String artist = random.nextInt(4) == 0 ? null : "Artist" + random.nextInt(2);
        Integer popularity = random.nextInt(3) == 0 ? null : random.nextInt(3);
        String lyrics = random.nextInt(4) == 0 ? "la la " + random.nextInt(3) : null;
        String emotion = random.nextInt(6) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : null;
        return Offers.with(
                Offers.row(id, "Title" + random.nextInt(6), artist, popularity),
                lyrics,
                emotion == null ? null : TestProfiles.feeling(emotion));
    }

    private static Change add(List<Modelled> model, Row row) {
        Modelled song = find(model, row.song().facts());
        Change change = song == null ? Change.ADDED : Change.CHANGED;
        if (song == null) {
            song = new Modelled();
            model.add(song);
        }
        String before = song.toString();
        SongFacts facts = row.song().facts();
        song.id = facts.spotifyId() == null ? song.id : facts.spotifyId();
        song.title = facts.title();
        song.artist = facts.artist() == null ? song.artist : facts.artist();
        song.popularity = facts.popularity() == null ? song.popularity : facts.popularity();
        song.lyrics = row.lyrics() == null ? song.lyrics : row.lyrics();
        if (row.profile() != null) {
            song.emotion = row.profile().emotions().getFirst().word();
            song.read = row.lyrics();
        }
        return change == Change.CHANGED && before.equals(song.toString()) ? Change.UNCHANGED : change;
    }

    private static @Nullable Modelled find(List<Modelled> model, SongFacts row) {
        for (Modelled song : model) {
            if (row.spotifyId() != null && row.spotifyId().equals(song.id)) {
                return song;
            }
        }
        for (Modelled song : model) {
            boolean same = song.title.equals(row.title()) && Objects.equals(song.artist, row.artist());
            boolean unknown = row.artist() == null;
            boolean oneId = row.spotifyId() == null || song.id == null;
            boolean noId = row.spotifyId() == null && song.id == null;
            if (same && (unknown ? noId : oneId)) {
                return song;
            }
        }
        return null;
    }

    private static @Nullable String hash(@Nullable String lyrics) {
        return lyrics == null ? null : Digests.sha256(lyrics);
    }

    private static List<String> songs() throws SQLException {
        return Query.column(database.dataSource(), """
                SELECT format('%s %s|%s %s, lyrics %s %s, %s of %s',
                              coalesce(s.spotify_id, 'null'), s.title, coalesce(s.artist, 'null'),
                              coalesce(s.popularity::text, 'null'), coalesce(l.hash, 'null'),
                              coalesce(l.words, 'null'), coalesce(w.name, 'null'), coalesce(p.lyric_hash, 'null'))
                  FROM song s LEFT JOIN lyric l ON l.song_id = s.id LEFT JOIN profile p ON p.song_id = s.id
                  LEFT JOIN profile_word w ON w.song_id = s.id
                 ORDER BY s.id
                """);
    }
}
