package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.Indexer;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.LyricsExtractor.Cost;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.Generation;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.LyricsSource;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgReindexStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.testing.Query;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job on the real database, without the board. */
class ReindexTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final Cost PAID = new Cost(1, 100, 10);
    private static final ScriptedReader MODEL = new ScriptedReader("model", "m1", PAID);

    private static HikariDataSource pool = new HikariDataSource();

    private final PgVectorSongIndex index = new PgVectorSongIndex(pool);
    private final PgCatalogStore catalog = new PgCatalogStore(pool);
    private ScriptedReader reader = new ScriptedReader("1", Cost.NONE);
    private List<LyricsSource> sources = List.of();
    private boolean keepLyrics;
    private Costs costs = job -> Spent.NONE;

    @BeforeAll
    static void openPool() {
        pool = TestPool.of(database.address(), 6);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(
                pool, "TRUNCATE song, generation, reindex_job CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VOCABULARY);
        catalog.keepStarter(
                "1", () -> List.of(new CatalogEntry(TestSongs.named("Starter"), TestProfiles.feeling("joy"))));
    }

    @Test
    void whatWaitsIsReadAndIndexed() throws SQLException {
        song("One", "sadness grief");
        song("Two", "joy");

        String outcome = run(job());

        assertThat(outcome).startsWith("2 songs read").endsWith("the index has 3 songs.");
        assertThat(profiles()).containsExactly("One: grief, sadness", "Starter: joy", "Two: joy");
        assertThat(index.active()).map(Generation::songs).contains(3);
    }

    @Test
    void lyricsGoWhenTheyHaveBeenRead() throws SQLException {
        song("One", "sadness");

        run(job());

        assertThat(Query.column(pool, "SELECT coalesce(words, 'gone') FROM lyric"))
                .containsExactly("gone");
    }

    @Test
    void lyricsStayWhereTheOperatorWantsIt() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");

        run(job());

        assertThat(Query.column(pool, "SELECT words FROM lyric")).containsExactly("sadness");
        assertThat(run(job())).startsWith("There was nothing new to read");
        assertThat(reader.read).containsExactly("One");
    }

    @Test
    void withoutChangesNothingIsReadAndNothingBuilt() throws SQLException {
        song("One", "sadness");
        run(job());
        Optional<Generation> before = index.active();

        run(job());

        assertThat(reader.read).containsExactly("One");
        assertThat(index.active()).isEqualTo(before);
    }

    @Test
    void aNewReaderReadsWhatIsKeptAgain() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        run(job());
        reader = new ScriptedReader("2", Cost.NONE);

        run(job());

        assertThat(reader.read).containsExactly("One");
    }

    @Test
    void everythingIsReadAgainIfSomebodyWantsIt() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        run(job());

        run(job(true));

        assertThat(reader.read).containsExactly("One", "One");
    }

    @Test
    void whatAModelHasReadTheEmbeddedReaderLeavesAsItIs() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = MODEL;
        run(job());
        reader = new ScriptedReader("embedded", "1", Cost.NONE);

        assertThat(run(job())).startsWith("There was nothing new to read");

        assertThat(reader.read).isEmpty();
        assertThat(sources()).containsExactly("model");
    }

    @Test
    void lyricsOfWhatAModelHasReadAreNotLookedForAgain() throws SQLException {
        song("One", "sadness");
        reader = MODEL;
        run(job());
        Shelf shelf = new Shelf(Map.of());
        sources = List.of(shelf);
        reader = new ScriptedReader("embedded", "1", Cost.NONE);

        run(job());

        assertThat(shelf.asked).isEmpty();
        assertThat(estimate()).isEqualTo(new Estimate(0, 0, 0, 0, 0, 0, OptionalDouble.of(0)));
    }

    @Test
    void otherLyricsAreReadByWhoeverIsThere() throws SQLException {
        song("One", "sadness");
        reader = MODEL;
        run(job());
        Query.execute(pool, "UPDATE lyric SET words = 'joy', hash = repeat('a', 64)");
        reader = new ScriptedReader("embedded", "1", Cost.NONE);

        run(job());

        assertThat(profiles()).contains("One: joy");
        assertThat(sources()).containsExactly("embedded");
    }

    @Test
    void theEmbeddedReaderReadsEverythingAgainIfSomebodyWantsIt() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = MODEL;
        run(job());
        reader = new ScriptedReader("embedded", "1", Cost.NONE);

        run(job(true));

        assertThat(sources()).containsExactly("embedded");
    }

    @Test
    void aModelReadsAgainWhatTheEmbeddedReaderHasRead() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = new ScriptedReader("embedded", "1", Cost.NONE);
        run(job());
        reader = new ScriptedReader("model", "m1", PAID);

        run(job());

        assertThat(reader.read).containsExactly("One");
        assertThat(sources()).containsExactly("model");
    }

    @Test
    void whatTheEmbeddedReaderReadInAModelsPlaceIsNotPaidForAgain() throws SQLException {
        keepLyrics = true;
        song("One", ScriptedReader.TOO_HARD);
        reader = new ScriptedReader("model", "m1", PAID);
        RecordedJob job = job();

        run(job);
        run(job());

        assertThat(reader.read).containsExactly("One");
        assertThat(sources()).containsExactly("embedded");
        assertThat(job.troubles)
                .extracting(Trouble::reason, Trouble::failure)
                .containsExactly(tuple("the model gave no usable answer", true));
    }

    @Test
    void lyricsThatOnlyAWeakerReaderHasReadWaitForABetterOne() throws SQLException {
        song("One", ScriptedReader.TOO_HARD);
        reader = new ScriptedReader("model", "m1", PAID);
        run(job());
        reader = new ScriptedReader("model", "m2", PAID);

        run(job());

        assertThat(reader.read).containsExactly("One");
    }

    @Test
    void whatAModelHasReadNoWeakerReadingReplacesNorIsItPaidForAgain() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = new ScriptedReader("model", "m1", PAID);
        run(job());
        Query.execute(pool, "UPDATE lyric SET words = '%s'".formatted(ScriptedReader.TOO_HARD));
        reader = new ScriptedReader("model", "m2", PAID);

        run(job());
        run(job());

        assertThat(profiles()).contains("One: sadness");
        assertThat(sources()).containsExactly("model");
        assertThat(reader.read).containsExactly("One");
    }

    @Test
    void whereEverythingIsReadAgainTheReaderIsAskedAboutWhatWasTooHardForIt() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = new ScriptedReader("model", "m1", PAID);
        run(job());
        Query.execute(pool, "UPDATE lyric SET words = '%s'".formatted(ScriptedReader.TOO_HARD));
        reader = new ScriptedReader("model", "m2", PAID);
        run(job());

        run(job(true));

        assertThat(reader.read).containsExactly("One", "One");
        assertThat(profiles()).contains("One: sadness");
    }

    @Test
    void aWeakerReadingReplacesWhatWasHeardInOtherLyrics() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        reader = new ScriptedReader("model", "m1", PAID);
        run(job());
        Query.execute(pool, "UPDATE lyric SET words = '%s', hash = repeat('a', 64)".formatted(ScriptedReader.TOO_HARD));

        run(job());

        assertThat(profiles()).contains("One: hope");
        assertThat(sources()).containsExactly("embedded");
    }

    @Test
    void weakerReadingsCountLikeFailures() throws SQLException {
        song("Good", "joy");
        run(job());
        Optional<Generation> before = index.active();
        for (int i = 0; i < 10; i++) {
            song("Hard " + i, ScriptedReader.TOO_HARD);
        }
        reader = new ScriptedReader("model", "m1", PAID);

        assertThatExceptionOfType(JobStoppedException.class)
                .isThrownBy(() -> run(job()))
                .withMessageContaining("of 10 songs failed");

        assertThat(index.active()).isEqualTo(before);
    }

    @Test
    void aJobThatCannotTellWhatItHasCostIsDoneAllTheSame() throws SQLException {
        song("One", "sadness");
        costs = job -> {
            throw new StoreUnavailableException("the database did not answer");
        };

        assertThat(run(job())).endsWith("the index has 2 songs.");
    }

    @Test
    void theLastMessageTellsWhatItHasCost() throws SQLException {
        song("One", "sadness");
        song("Two", "joy");
        costs = job -> new Spent(2, 200, 20, OptionalDouble.of(1.5));

        assertThat(run(job()))
                .endsWith("the index has 3 songs."
                        + " The language model was asked 2 times: 200 tokens in, 20 out (110 a song), 1.50.");
    }

    @Test
    void lyricsThatWereNotKeptAreLookedForAgain() throws SQLException {
        song("One", "sadness");
        run(job());
        sources = List.of(new Shelf(Map.of("One", new Lyrics.Found("hope"))));
        reader = new ScriptedReader("2", Cost.NONE);

        run(job());

        assertThat(profiles()).contains("One: hope");
    }

    @Test
    void lyricsAreLookedForAndMissesRemembered() throws SQLException {
        song("Found", null);
        song("Silent", null);
        song("Nowhere", null);
        Shelf shelf = new Shelf(Map.of("Found", new Lyrics.Found("joy"), "Silent", new Lyrics.Instrumental()));
        sources = List.of(shelf);
        RecordedJob job = job();

        run(job);
        run(job());

        assertThat(shelf.asked).containsExactly("Found", "Silent", "Nowhere");
        assertThat(job.troubles)
                .extracting(Trouble::reason, Trouble::failure)
                .containsExactly(tuple("nobody has its lyrics", false));
        assertThat(Query.column(pool, "SELECT state FROM lyric ORDER BY state"))
                .containsExactly("found", "instrumental", "missing");
    }

    @Test
    void aSongThatCannotBeReadKeepsItsOldProfileAndIsNotPaidForAgain() throws SQLException {
        keepLyrics = true;
        song("One", "sadness");
        run(job());
        Query.execute(pool, "UPDATE lyric SET words = 'unreadable', hash = repeat('a', 64)");
        RecordedJob job = job();

        run(job);
        run(job());

        assertThat(profiles()).contains("One: sadness");
        assertThat(reader.read).containsExactly("One", "One");
        assertThat(job.troubles).extracting(Trouble::reason).containsExactly("nothing is heard in it");
    }

    @Test
    void tooManyFailuresLeaveTheOldGeneration() throws SQLException {
        song("Good", "joy");
        run(job());
        Optional<Generation> before = index.active();
        for (int i = 0; i < 10; i++) {
            song("Bad " + i, i < 6 ? ScriptedReader.BROKEN : "hope");
        }
        RecordedJob job = job();

        assertThatExceptionOfType(JobStoppedException.class)
                .isThrownBy(() -> run(job))
                .withMessageContaining("of 10 songs failed");

        assertThat(index.active()).isEqualTo(before);
        assertThat(job.troubles).extracting(Trouble::reason).containsOnly("the reader failed (IllegalStateException)");
    }

    @Test
    void aServiceThatIsDownKeepsNobodyFromReadingWhatIsThere() throws SQLException {
        song("Waiting", "joy");
        for (int i = 0; i < 20; i++) {
            song("Song " + i, null);
        }
        List<String> questions = new ArrayList<>();
        sources = List.of(new Shelf(Map.of()) {
            @Override
            public Lyrics find(Recording recording) {
                questions.add(recording.title());
                throw new ServiceUnavailableException("LRCLIB cannot be reached", null);
            }
        });
        RecordedJob job = job();

        run(job);

        assertThat(profiles()).contains("Waiting: joy");
        assertThat(Query.rows(pool, "lyric")).hasSize(1);
        assertThat(questions).hasSize(5);
        assertThat(job.troubles).hasSize(20).extracting(Trouble::reason).containsOnly("LRCLIB cannot be reached");
    }

    @Test
    void whatACancelledJobHasReadIsIndexedWithTheNext() throws SQLException {
        song("One", "joy");
        RecordedJob cancelled = job().endingAtCheck(2);
        assertThatExceptionOfType(JobCancelledException.class).isThrownBy(() -> run(cancelled));

        run(job());

        assertThat(reader.read).containsExactly("One");
        assertThat(index.active()).map(Generation::songs).contains(2);
    }

    @Test
    void lyricsThatNobodyIsToReadAnyMoreGo() throws SQLException {
        keepLyrics = true;
        song("One", "joy");
        run(job());
        keepLyrics = false;

        run(job());

        assertThat(Query.column(pool, "SELECT coalesce(words, 'gone') FROM lyric"))
                .containsExactly("gone");
    }

    @Test
    void whatAJobWouldCostIsToldBefore() throws SQLException {
        song("One", "joy");
        song("Two", "hope");
        song("Without lyrics", null);
        reader = new ScriptedReader("1", PAID);
        sources = List.of(new Shelf(Map.of()));

        Estimate before = estimate();
        run(job());
        Estimate after = estimate();

        assertThat(before).isEqualTo(new Estimate(2, 1, 0, 3, 300, 30, OptionalDouble.of(1.5)));
        assertThat(after).isEqualTo(new Estimate(0, 0, 0, 0, 0, 0, OptionalDouble.of(0)));
    }

    private Estimate estimate() {
        PgReindexStore store = new PgReindexStore(pool, keepLyrics);
        return new ReindexEstimator(store, lookups(store), reader, new ExactWords(VOCABULARY), cost -> cost.calls() / 2)
                .estimate(false);
    }

    @Test
    void endedAnywhereItGoesOnWithoutReadingASongTwice() throws SQLException {
        Random random = new Random(4);
        for (int songs = 0; songs < 40; songs++) {
            song(
                    "Song " + songs,
                    random.nextInt(10) == 0 ? ScriptedReader.UNREADABLE : random.nextBoolean() ? "joy" : "hope fear");
        }
        reader = new ScriptedReader("1", PAID);
        long id = newJob();
        int interruptions = 0;
        String outcome = "";
        while (outcome.isEmpty()) {
            RecordedJob run =
                    new RecordedJob(id, false, trouble -> keep(id, trouble)).endingAtCheck(1 + random.nextInt(9));
            try {
                outcome = run(run);
            } catch (JobCancelledException e) {
                interruptions++;
                if (interruptions > 60) {
                    outcome = run(new RecordedJob(id, false, trouble -> keep(id, trouble)));
                }
            }
        }

        assertThat(interruptions).isGreaterThan(5);
        assertThat(reader.read).hasSize(40);
        assertThat(new HashSet<>(reader.read)).hasSize(40);
        assertThat(index.active()).map(Generation::songs).contains(Math.toIntExact(1 + readable()));
    }

    private static long readable() throws SQLException {
        return Query.column(pool, "SELECT song_id FROM profile WHERE source = 'scripted'")
                .size();
    }

    private String run(RecordedJob job) {
        PgReindexStore store = new PgReindexStore(pool, keepLyrics);
        return new Reindex(
                        lookups(store),
                        new ReadingStage(store, reader, new ExactWords(VOCABULARY), new ReadingStage.Limits(2, 0.2)),
                        store,
                        () -> new Indexer(catalog, index, SPACE, VOCABULARY),
                        true,
                        costs)
                .run(job);
    }

    private LookupStages lookups(PgReindexStore store) {
        return new LookupStages(store, sources, List.of(), String::strip, Digests::sha256);
    }

    private RecordedJob job() throws SQLException {
        return job(false);
    }

    private RecordedJob job(boolean everything) throws SQLException {
        long id = newJob();
        return new RecordedJob(id, everything, trouble -> keep(id, trouble));
    }

    private static long newJob() throws SQLException {
        Query.execute(pool, """
                UPDATE reindex_job SET state = 'done', ended_at = now() WHERE ended_at IS NULL;
                INSERT INTO reindex_job (state, everything, asked_by, asked_at, updated_at)
                VALUES ('running', false, 'test', now(), now());
                """);
        return Long.parseLong(
                Query.column(pool, "SELECT max(id) FROM reindex_job").getFirst());
    }

    private static void keep(long job, Trouble trouble) {
        try {
            Query.execute(pool, """
                    INSERT INTO reindex_trouble VALUES (%d, %d, '%s', %s, 'reason') ON CONFLICT DO NOTHING
                    """.formatted(
                    job, trouble.song().value(), trouble.stage().name().toLowerCase(Locale.ROOT), trouble.failure()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void song(String title, @Nullable String lyrics) throws SQLException {
        Query.execute(pool, """
                INSERT INTO song (title, artist, match_key, origin) VALUES ('%1$s', 'x', '%1$s', 'import')
                """.formatted(title));
        if (lyrics != null) {
            Query.execute(pool, """
                    INSERT INTO lyric (song_id, state, source, hash, words, looked_at)
                    SELECT id, 'found', 'file', '%s', '%s', now() FROM song WHERE title = '%s'
                    """.formatted(Digests.sha256(lyrics), lyrics, title));
        }
    }

    private static List<String> profiles() throws SQLException {
        return Query.column(pool, """
                SELECT s.title || ': ' || string_agg(w.name, ', ' ORDER BY w.name)
                  FROM song s JOIN profile_word w ON w.song_id = s.id AND w.kind = 'emotion'
                 GROUP BY s.title ORDER BY s.title
                """);
    }

    /** Who has read the songs, one each. */
    private static List<String> sources() throws SQLException {
        return Query.column(pool, "SELECT source FROM profile WHERE source <> 'authored' ORDER BY song_id");
    }

    private static class Shelf implements LyricsSource {
        final List<String> asked = new ArrayList<>();
        private final Map<String, Lyrics> lyrics;

        Shelf(Map<String, Lyrics> lyrics) {
            this.lyrics = lyrics;
        }

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public Lyrics find(Recording recording) {
            asked.add(recording.title());
            return lyrics.getOrDefault(recording.title(), new Lyrics.Missing());
        }
    }
}
