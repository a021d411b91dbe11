package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.person.ForgettingContract;
import org.emotitune.person.PersonKey;
import org.emotitune.person.Stance;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgPersonStoreTest implements ForgettingContract {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final int THREADS = 8;
    private static HikariDataSource pool = new HikariDataSource();
    private static List<SongId> songs = List.of();

    @BeforeAll
    static void openPool() {
        pool = TestPool.of(database.address(), THREADS);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void keepNobody() throws SQLException {
        Query.execute(pool, "TRUNCATE person, song CASCADE");
        songs = SongRows.add(pool, 20);
    }

    @Override
    public PgPersonStore store() {
        return new PgPersonStore(pool);
    }

    @Override
    public List<SongId> songs() {
        return songs;
    }

    @Test
    void aDeletedSongTakesWhatIsKeptOfItWithIt() throws SQLException {
        store().given(ANA, KITCHEN, List.of(song(1), song(2)), null, NOON);
        store().vote(ANA, song(1), Stance.DOWN, NOON);

        Query.execute(pool, "DELETE FROM song WHERE id = " + song(1).value());

        assertThat(store().of(ANA, NOON).recent()).containsExactly(song(2));
        assertThat(store().of(ANA, NOON).disliked()).isEmpty();
    }

    @Test
    void aLanguageOfAnotherVersionIsNone() throws SQLException {
        store().choose(ANA, Language.SPANISH, NOON);
        Query.execute(pool, "UPDATE person SET chosen_language = 'fr'");

        assertThat(store().of(ANA, NOON).chosenLanguage()).isNull();
    }

    @Test
    void givingSongsDoesNotWaitForTheDiskAndNothingElseIsHurried() throws SQLException {
        Query.execute(pool, """
                CREATE TABLE seen (setting text);
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO seen VALUES (current_setting('synchronous_commit'));
                    RETURN NULL;
                END $$;
                CREATE TRIGGER see AFTER INSERT ON given EXECUTE FUNCTION see();
                CREATE TRIGGER see AFTER INSERT ON vote EXECUTE FUNCTION see();
                """);
        try (HikariDataSource one = TestPool.of(database.address(), 1)) {
            PgPersonStore store = new PgPersonStore(one);

            store.given(ANA, KITCHEN, List.of(song(1)), null, NOON);
            store.vote(ANA, song(1), Stance.UP, NOON);

            assertThat(Query.column(one, "SELECT setting FROM seen")).containsExactly("off", "on");
        } finally {
            Query.execute(pool, "DROP FUNCTION see CASCADE; DROP TABLE seen");
        }
    }

    @Test
    void whatAnAnswerNeedsIsOneStatementEach() {
        CountedStatements counted = new CountedStatements(pool);
        PgPersonStore store = new PgPersonStore(counted.dataSource());

        store.given(ANA, KITCHEN, songs.subList(0, 5), Language.SPANISH, NOON);
        store.of(ANA, NOON);
        store.votes(songs);

        assertThat(counted.statements()).isEqualTo(3);
        assertThat(counted.otherRoundTrips()).isZero();
    }

    @Test
    void aSongThatIsBeingDeletedIsLeftOutAndNotWaitedFor() throws Exception {
        try (Connection deleting = pool.getConnection();
                Statement statement = deleting.createStatement()) {
            deleting.setAutoCommit(false);
            statement.execute("DELETE FROM song WHERE id = " + song(1).value());

            CompletableFuture.runAsync(() -> store().given(ANA, KITCHEN, List.of(song(1), song(2)), null, NOON))
                    .get(30, TimeUnit.SECONDS);

            deleting.rollback();
        }
        assertThat(store().of(ANA, NOON).recent()).containsExactly(song(2));
    }

    @Test
    void everythingMayHappenToThreePeopleAtOnce() throws Exception {
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long seed = i;
            threads.add(() -> doALot(new Random(seed)));
        }

        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> done : executor.invokeAll(threads)) {
                assertThat(done.get()).isEqualTo(300);
            }
        }
    }

    private int doALot(RandomGenerator random) throws SQLException {
        List<PersonKey> people = List.of(ANA, BEN, EVA);
        int done = 0;
        while (done < 300) {
            PersonKey person = people.get(random.nextInt(people.size()));
            SongId song = songs.get(random.nextInt(songs.size()));
            Instant now = NOON.plusSeconds(random.nextInt(100));
            switch (random.nextInt(16)) {
                case 0 -> store().forget(person);
                case 1 -> store().forgetBefore(now);
                case 2 -> store().choose(person, null, now);
                case 3 -> store().unvote(person, song, now);
                case 4, 5, 6 -> store().vote(person, song, Stance.DOWN, now);
                case 7 -> replace(song);
                default -> store().given(person, KITCHEN, some(random), Language.SPANISH, now);
            }
            done++;
        }
        return done;
    }

    /** Deletes a song, with everybody's votes; a song with its id is there again afterwards. */
    private static void replace(SongId song) throws SQLException {
        Query.execute(pool, """
                WITH gone AS (DELETE FROM song WHERE id = %d RETURNING id)
                SELECT count(*) FROM gone;
                INSERT INTO song (id, title, artist, match_key, origin) OVERRIDING SYSTEM VALUE
                VALUES (%d, 'again', 'The Testers', 'again %d', 'starter') ON CONFLICT DO NOTHING
                """.formatted(song.value(), song.value(), song.value()));
    }

    /** Some songs in any order. */
    private static List<SongId> some(RandomGenerator random) {
        List<SongId> some = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            some.add(songs.get(random.nextInt(songs.size())));
        }
        return some;
    }

    @Test
    void aDatabaseThatIsGoneIsUnavailable() {
        HikariDataSource closed = TestPool.of(database.address(), 1);
        closed.close();
        PgPersonStore nowhere = new PgPersonStore(closed);

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> nowhere.of(ANA, NOON));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> nowhere.forgetBefore(NOON));
    }
}
