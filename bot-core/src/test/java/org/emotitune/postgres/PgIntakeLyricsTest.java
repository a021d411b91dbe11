package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.intake.IntakeStore.Change.CHANGED;
import static org.emotitune.intake.IntakeStore.Change.UNCHANGED;
import static org.emotitune.postgres.Offers.WORDS;
import static org.emotitune.postgres.Offers.song;

import java.sql.SQLException;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.intake.IntakeStore.Waiting;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an import does with lyrics and profiles that come with a song. */
class PgIntakeLyricsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final String OTHER_WORDS = "a ladder leans on the moon";

    private final PgIntakeStore store = new PgIntakeStore(database.dataSource(), "reader 1");
    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(
                database.dataSource(), "TRUNCATE song, artist CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VocabularyFiles.load());
    }

    @Test
    void lyricsWaitToBeRead() throws SQLException {
        Offers.keep(store, song(WORDS));

        assertThat(lyrics()).containsExactly("found file %s %s".formatted(Digests.sha256(WORDS), WORDS));
        assertThat(store.waiting()).isEqualTo(new Waiting(1, 0));
    }

    @Test
    void otherLyricsReplaceThem() throws SQLException {
        Offers.keep(store, song(WORDS));

        assertThat(Offers.keep(store, song(OTHER_WORDS))).containsExactly(CHANGED);

        assertThat(lyrics()).containsExactly("found file %s %s".formatted(Digests.sha256(OTHER_WORDS), OTHER_WORDS));
    }

    @Test
    void ofLyricsThatComeWithAProfileOnlyTheHashIsKept() throws SQLException {
        Offers.keep(store, song(WORDS, "joy"));

        assertThat(lyrics()).containsExactly("found file %s -".formatted(Digests.sha256(WORDS)));
        assertThat(store.waiting()).isEqualTo(new Waiting(0, 0));
    }

    @Test
    void whereLyricsAreToStayTheyStay() throws SQLException {
        Offers.keep(store, true, false, 1, List.of(song(WORDS, "joy")));

        assertThat(lyrics()).containsExactly("found file %s %s".formatted(Digests.sha256(WORDS), WORDS));
        assertThat(store.waiting()).isEqualTo(new Waiting(0, 0));
    }

    @Test
    void aProfileThatComesLaterEndsTheWait() throws SQLException {
        Offers.keep(store, song(WORDS));

        assertThat(Offers.keep(store, song(null, "joy"))).containsExactly(CHANGED);

        assertThat(lyrics()).containsExactly("found file %s -".formatted(Digests.sha256(WORDS)));
    }

    @Test
    void lyricsOfASongWithAProfileOfSomebodysOwnDoNotWait() throws SQLException {
        Offers.keep(store, song(null, "joy"));

        assertThat(Offers.keep(store, song(WORDS), song(WORDS))).containsExactly(CHANGED, UNCHANGED);

        assertThat(lyrics()).containsExactly("found file %s -".formatted(Digests.sha256(WORDS)));
        assertThat(profiles()).containsExactly("joy 1 file - %s".formatted(Offers.VOCABULARY));
    }

    @Test
    void lyricsThatHaveBeenReadAreNotReadAgain() throws SQLException {
        read(WORDS);

        assertThat(Offers.keep(store, song(WORDS))).containsExactly(UNCHANGED);

        assertThat(lyrics()).containsExactly("found file %s -".formatted(Digests.sha256(WORDS)));
    }

    @Test
    void lyricsThatAnOlderReaderHasReadWaitForTheNewOne() throws SQLException {
        read(WORDS);
        PgIntakeStore newer = new PgIntakeStore(database.dataSource(), "reader 2");

        assertThat(Offers.keep(newer, song(WORDS))).containsExactly(CHANGED);

        assertThat(lyrics()).containsExactly("found file %s %s".formatted(Digests.sha256(WORDS), WORDS));
        assertThat(newer.waiting()).isEqualTo(new Waiting(1, 0));
    }

    @Test
    void lyricsThatNobodyCouldReadAreTriedAgainWhenTheyComeAgain() throws SQLException {
        Offers.keep(store, song(WORDS));
        Query.execute(database.dataSource(), "UPDATE lyric SET words = NULL, refused_by = 'reader 1 vocabulary 1'");
        assertThat(store.waiting()).isEqualTo(new Waiting(0, 0));

        assertThat(Offers.keep(store, song(WORDS))).containsExactly(CHANGED);

        assertThat(store.waiting()).isEqualTo(new Waiting(1, 0));
    }

    @Test
    void newLyricsOfASongThatHasBeenReadWaitAndItsProfileStays() throws SQLException {
        read(WORDS);

        assertThat(Offers.keep(store, song(OTHER_WORDS))).containsExactly(CHANGED);

        assertThat(store.waiting()).isEqualTo(new Waiting(1, 0));
        assertThat(profiles()).containsExactly("anger 1 embedded %s vocabulary 1".formatted(Digests.sha256(WORDS)));
    }

    @Test
    void lyricsThatAreGoneAndWereNeverReadComeBack() throws SQLException {
        Offers.keep(store, song(WORDS));
        Query.execute(database.dataSource(), "UPDATE lyric SET words = NULL");
        assertThat(store.waiting()).isEqualTo(new Waiting(0, 1));

        assertThat(Offers.keep(store, song(WORDS))).containsExactly(CHANGED);

        assertThat(store.waiting()).isEqualTo(new Waiting(1, 0));
    }

    @Test
    void lyricsAreTakenOfASongThatWasThoughtToHaveNone() throws SQLException {
        Offers.keep(store, song(null));
        Query.execute(
                database.dataSource(),
                "INSERT INTO lyric (song_id, state, source, looked_at) SELECT id, 'instrumental', 'lrclib', now() FROM song");
        assertThat(store.waiting()).isEqualTo(new Waiting(0, 0));

        assertThat(Offers.keep(store, song(WORDS))).containsExactly(CHANGED);

        assertThat(store.waiting()).isEqualTo(new Waiting(1, 0));
    }

    /** What a reindex makes of a song. */
    private void read(String words) throws SQLException {
        Offers.keep(store, song(words));
        Query.execute(database.dataSource(), """
                UPDATE lyric SET words = NULL;
                INSERT INTO profile (song_id, source, lyric_hash, reader, vocabulary)
                SELECT id, 'embedded', '%s', 'reader 1', 'vocabulary 1' FROM song;
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
