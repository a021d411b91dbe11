package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.intake.IntakeStore.Change.CHANGED;
import static org.emotitune.intake.IntakeStore.Change.UNCHANGED;
import static org.emotitune.postgres.Offers.WORDS;
import static org.emotitune.postgres.Offers.song;

import java.sql.SQLException;
import java.util.List;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an import does with profiles that come with a song. */
class PgIntakeProfilesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final PgIntakeStore store = new PgIntakeStore(database.dataSource(), "reader 1");
    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(
                database.dataSource(), "TRUNCATE song, artist CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VocabularyFiles.load());
    }

    @Test
    void aProfileOfTheFilesReplacesOneThatWasRead() throws SQLException {
        read(WORDS);

        assertThat(Offers.keep(store, song(WORDS, "joy", "hope"))).containsExactly(CHANGED);

        assertThat(profiles())
                .containsExactly("hope 0.9,joy 1 file %s %s".formatted(Digests.sha256(WORDS), Offers.VOCABULARY));
    }

    @Test
    void aRowWithoutProfileLeavesTheProfile() throws SQLException {
        Offers.keep(store, song(WORDS, "joy"));

        assertThat(Offers.keep(store, song(WORDS), song(null))).containsExactly(UNCHANGED, UNCHANGED);

        assertThat(profiles()).hasSize(1);
    }

    @Test
    void anAuthoredProfileStaysWithASongThatIsTakenOver() throws SQLException {
        SongFacts facts = new SongFacts(null, "Song", "Singer", null, null, null, null);
        catalog.keepStarter("1", () -> List.of(new CatalogEntry(facts, TestProfiles.feeling("joy"))));

        Offers.keep(store, song(WORDS));

        assertThat(profiles()).containsExactly("joy 1 authored - -");
        assertThat(lyrics()).containsExactly("found file %s -".formatted(Digests.sha256(WORDS)));
    }

    @Test
    void aProfileIsKeptAsItIs() {
        Profile profile = new Profile(
                List.of(new WeightedWord("joy", 0.1234567890123), new WeightedWord("hope", 1e-300)),
                List.of(new WeightedWord("party", 1)));

        Row row = Offers.with(song(null), null, profile);
        assertThat(Offers.keep(store, row, row))
                .containsExactly(org.emotitune.intake.IntakeStore.Change.ADDED, UNCHANGED);

        assertThat(Offers.keep(store, row)).containsExactly(UNCHANGED);
        ProfiledSong kept = TestSongs.kept(catalog, false).getFirst();
        assertThat(kept.profile().emotions()).extracting(WeightedWord::word).containsExactly("joy", "hope");
        assertThat(kept.profile().emotions().getFirst().weight()).isEqualTo(0.12345679);
        assertThat(kept.profile().themes()).containsExactly(new WeightedWord("party", 1));
    }

    @Test
    void termsAreKeptAsTheyWereGiven() throws SQLException {
        Row plain = song(null, "joy");
        Row row = new Row(plain.song(), null, null, plain.profile(), List.of("joie, \"vraie\"", "{NULL}", "", "null"));

        Offers.keep(store, row);

        assertThat(Offers.keep(store, row)).containsExactly(UNCHANGED);
        assertThat(Query.column(database.dataSource(), "SELECT array_to_string(terms, '#') FROM profile"))
                .containsExactly("joie, \"vraie\"#{NULL}##null");
        assertThat(Offers.keep(store, plain)).containsExactly(CHANGED);
        assertThat(Query.column(database.dataSource(), "SELECT terms IS NULL FROM profile"))
                .containsExactly("t");
    }

    /** What a reindex makes of a song. */
    private void read(String words) throws SQLException {
        Offers.keep(store, song(words));
        Query.execute(database.dataSource(), """
                UPDATE lyric SET words = NULL;
                INSERT INTO profile (song_id, source, lyric_hash, reader) SELECT id, 'embedded', '%s', 'x' FROM song;
                INSERT INTO profile_word SELECT id, 'emotion', 'anger', 1 FROM song;
                """.formatted(Digests.sha256(words)));
    }

    private static List<String> lyrics() throws SQLException {
        return Query.column(
                database.dataSource(),
                "SELECT concat_ws(' ', state, source, hash, coalesce(words, '-')) FROM lyric ORDER BY song_id");
    }

    private static List<String> profiles() throws SQLException {
        return Query.column(database.dataSource(), """
                SELECT concat_ws(' ', string_agg(name || ' ' || weight, ',' ORDER BY name), source,
                                 coalesce(lyric_hash, '-'), coalesce(vocabulary, '-'))
                  FROM profile JOIN profile_word USING (song_id) GROUP BY profile.song_id
                """);
    }
}
