package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema refuses, whichever program writes. */
class SchemaTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @BeforeAll
    static void fill() throws SQLException {
        Query.execute(database.dataSource(), """
                INSERT INTO song (spotify_id, title, artist, match_key, origin)
                VALUES ('6Vc5wAMmXdKIAM7WUoEb7N', 'Title', 'Artist', 'title|artist', 'starter');
                INSERT INTO word VALUES ('emotion', 'joy'), ('emotion', 'hope');
                INSERT INTO profile (song_id, source) SELECT id, 'authored' FROM song;
                INSERT INTO profile_word SELECT id, 'emotion', 'joy', 1 FROM song;
                INSERT INTO song_vector_a SELECT gen_random_uuid(), array_fill(1, ARRAY[256])::vector, '', id FROM song;
                INSERT INTO generation (slot, state, space, catalog, alpha, tau, songs, floor, activated_at)
                VALUES ('a', 'active', 's', 'c', 0.3, 0.3, 1, 0, now());
                INSERT INTO person VALUES (gen_random_uuid(), 'es', NULL, now());
                INSERT INTO given SELECT key, gen_random_uuid(), id, now() FROM person, song;
                INSERT INTO vote SELECT key, id, true, now() FROM person, song;
                INSERT INTO answer_count VALUES ('2026-01-01', 'songs', 1);
                INSERT INTO model_day (day) VALUES ('2026-01-01');
                INSERT INTO model_job (job) VALUES (1);
                INSERT INTO model_use VALUES ('2026-01-01', 'song', 1, 0, 0);
                INSERT INTO model_event VALUES ('2026-01-01', 'song', 'read', 1);
                INSERT INTO song_reading VALUES ('r', repeat('a', 64), 's', NULL, '{joy}', '{1}', '{}', '{}');
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('t', 'recurring', now(), false, 1);
                INSERT INTO reindex_job (state, everything, asked_by, asked_at, updated_at)
                VALUES ('waiting', false, 'x', now(), now());
                INSERT INTO receipt VALUES ('telegram', 1, now());
                INSERT INTO job_message SELECT id, 'telegram', '-1', NULL, '2' FROM reindex_job;
                INSERT INTO open_channel VALUES ('discord', '1');
                """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            song with an empty title       | INSERT INTO song (title, artist, match_key, origin) VALUES ('', 'a', 'k', 'import')                          | 23514
            song by an empty artist        | INSERT INTO song (title, artist, match_key, origin) VALUES ('t', '', 'k', 'import')                          | 23514
            song of unknown origin         | INSERT INTO song (title, artist, match_key, origin) VALUES ('t', 'a', 'k', 'radio')                          | 23514
            song with an endless title     | INSERT INTO song (title, artist, match_key, origin) VALUES (repeat('t', 501), 'a', 'k', 'import')            | 23514
            song with a broken track id    | UPDATE song SET spotify_id = 'short'                                                                         | 23514
            song twice by its track id     | INSERT INTO song (spotify_id, title, artist, match_key, origin) SELECT spotify_id, 't', 'a', 'k', origin FROM song | 23505
            recording code that is none    | UPDATE song SET isrc = 'ES-123'                                                                              | 23514
            popularity from nowhere        | UPDATE song SET popularity_source = 'hearsay'                                                                | 23514
            lyrics without their hash      | INSERT INTO lyric SELECT id, 'found', 'file', NULL, 'words', NULL, now() FROM song                                 | 23514
            lyrics that are missing        | INSERT INTO lyric SELECT id, 'missing', NULL, NULL, 'words', NULL, now() FROM song                                 | 23514
            lyrics from nowhere            | INSERT INTO lyric SELECT id, 'instrumental', NULL, NULL, NULL, NULL, now() FROM song                               | 23514
            second job at a time           | INSERT INTO reindex_job (state, everything, asked_by, asked_at, updated_at) SELECT 'running', true, 'x', now(), now() | 23505
            job that is over without an end | UPDATE reindex_job SET state = 'done'                                                                        | 23514
            trouble of no job              | INSERT INTO reindex_trouble SELECT -1, id, 'lyrics', true, 'r' FROM song                                     | 23503
            year before recorded music     | UPDATE song SET release_year = 1899                                                                          | 23514
            language that is no code       | UPDATE song SET language = 'Spanish'                                                                         | 23514
            song without length            | UPDATE song SET duration_ms = 0                                                                              | 23514
            popularity of 101              | UPDATE song SET popularity = 101                                                                             | 23514
            popularity below 0             | UPDATE song SET popularity = -1                                                                              | 23514
            word of unknown kind           | INSERT INTO word VALUES ('colour', 'blue')                                                                   | 23514
            word in capitals               | INSERT INTO word VALUES ('emotion', 'Joy')                                                                   | 23514
            word twice                     | INSERT INTO word VALUES ('emotion', 'joy')                                                                   | 23505
            word in use deleted            | DELETE FROM word WHERE name = 'joy'                                                                          | 23503
            profile of no song             | INSERT INTO profile (song_id, source) VALUES (-1, 'authored')                                                | 23503
            profile by nobody              | UPDATE profile SET source = ''                                                                               | 23514
            profile with an unknown word   | INSERT INTO profile_word SELECT id, 'emotion', 'jooy', 1 FROM song                                           | 23503
            emotion taken for a theme      | INSERT INTO profile_word SELECT id, 'theme', 'joy', 1 FROM song                                              | 23503
            weight of nothing              | INSERT INTO profile_word SELECT id, 'emotion', 'hope', 0 FROM song                                           | 23514
            weight above 1                 | INSERT INTO profile_word SELECT id, 'emotion', 'hope', 1.01 FROM song                                        | 23514
            weight that is no number       | INSERT INTO profile_word SELECT id, 'emotion', 'hope', 'NaN' FROM song                                       | 23514
            word twice in a profile        | INSERT INTO profile_word SELECT id, 'emotion', 'joy', 0.5 FROM song                                          | 23505
            second catalog state           | INSERT INTO catalog_state DEFAULT VALUES                                                                     | 23505
            catalog state that is not the one | INSERT INTO catalog_state (only_row) VALUES (false)                                                       | 23514
            embedding by no model          | INSERT INTO word_embedding VALUES ('', 'joy', '[1]')                                                         | 23514
            embedding of nothing           | INSERT INTO word_embedding VALUES ('m', '', '[1]')                                                           | 23514
            embedding with a NaN           | INSERT INTO word_embedding VALUES ('m', 'joy', '[NaN]')                                                      | 22000
            generation in a third slot     | INSERT INTO generation (slot, state, space, catalog, alpha, tau) VALUES ('c', 'building', 's', 'c', 0, 0)    | 23514
            two generations in a slot      | INSERT INTO generation (slot, state, space, catalog, alpha, tau) VALUES ('a', 'building', 's', 'c', 0, 0)    | 23505
            two active generations         | INSERT INTO generation (slot, state, space, catalog, alpha, tau, floor, activated_at) VALUES ('b', 'active', 's', 'c', 0, 0, 0, now()) | 23505
            active generation without a floor | UPDATE generation SET floor = NULL                                                                        | 23514
            generation of unknown state    | UPDATE generation SET state = 'lost'                                                                         | 23514
            floor beyond a cosine          | UPDATE generation SET floor = 1.5                                                                            | 23514
            alpha above 1                  | UPDATE generation SET alpha = 1.5                                                                            | 23514
            themes that are everything     | UPDATE generation SET tau = 1                                                                                | 23514
            vector of another length       | INSERT INTO song_vector_b SELECT gen_random_uuid(), '[1,2,3]', '', id FROM song                              | 22000
            vector of no song              | INSERT INTO song_vector_b VALUES (gen_random_uuid(), array_fill(1, ARRAY[256])::vector, '', -1)              | 23503
            person twice                   | INSERT INTO person SELECT key, NULL, NULL, now() FROM person                                                 | 23505
            person who was never here      | INSERT INTO person (key) VALUES (gen_random_uuid())                                                          | 23502
            chosen language that is no code | UPDATE person SET chosen_language = 'Spanish'                                                               | 23514
            last language that is no code  | UPDATE person SET last_language = ''                                                                         | 23514
            song given to nobody           | INSERT INTO given SELECT gen_random_uuid(), gen_random_uuid(), id, now() FROM song                           | 23503
            song given that is none        | INSERT INTO given SELECT key, gen_random_uuid(), -1, now() FROM person                                       | 23503
            song given nowhere             | UPDATE given SET place_key = NULL                                                                            | 23502
            song given to a person twice   | INSERT INTO given SELECT person_key, gen_random_uuid(), song_id, now() FROM given                            | 23505
            vote of nobody                 | INSERT INTO vote SELECT gen_random_uuid(), id, true, now() FROM song                                         | 23503
            vote for no song               | INSERT INTO vote SELECT key, -1, true, now() FROM person                                                     | 23503
            vote for nothing               | UPDATE vote SET up = NULL                                                                                    | 23502
            two votes of a person          | INSERT INTO vote SELECT person_key, song_id, false, now() FROM vote                                          | 23505
            outcome in a sentence          | INSERT INTO answer_count VALUES ('2026-01-01', 'I feel sad', 1)                                              | 23514
            outcome that is endless        | INSERT INTO answer_count VALUES ('2026-01-01', repeat('a', 41), 1)                                           | 23514
            outcome twice on a day         | INSERT INTO answer_count VALUES ('2026-01-01', 'songs', 1)                                                   | 23505
            no answer counted              | INSERT INTO answer_count VALUES ('2026-01-02', 'songs', 0)                                                   | 23514
            less used in a day than nothing | UPDATE model_day SET input_used = -1                                                                        | 23514
            less set aside than nothing    | UPDATE model_job SET output_aside = -1                                                                       | 23514
            day of a model twice           | INSERT INTO model_day (day) VALUES ('2026-01-01')                                                            | 23505
            job of a model twice           | INSERT INTO model_job (job) VALUES (1)                                                                       | 23505
            use for an unknown purpose     | INSERT INTO model_use VALUES ('2026-01-01', 'fun', 1, 0, 0)                                                  | 23514
            use without a call             | UPDATE model_use SET calls = 0                                                                               | 23514
            event in a sentence            | UPDATE model_event SET event = 'I feel sad'                                                                  | 23514
            event that never happened      | UPDATE model_event SET times = 0                                                                             | 23514
            reading of a text              | UPDATE song_reading SET song = 'Oh my love'                                                                  | 23514
            reading in which nothing is heard | UPDATE song_reading SET emotions = '{}', emotion_weights = '{}'                                           | 23514
            reading with a line for a word | UPDATE song_reading SET emotions = ARRAY[repeat('a', 61)]                                                    | 23514
            reading with a line for a theme | UPDATE song_reading SET themes = ARRAY['love', repeat('a', 61)], theme_weights = '{1,1}'                    | 23514
            reading with a word too many   | UPDATE song_reading SET emotions = '{joy,hope}'                                                              | 23514
            reading with no word for a weight | UPDATE song_reading SET theme_weights = '{1}'                                                             | 23514
            reading with a weight of nothing | UPDATE song_reading SET emotion_weights = '{0}'                                                            | 23514
            reading with a weight above 1  | UPDATE song_reading SET emotion_weights = '{1.01}'                                                           | 23514
            reading with a weight that is no number | UPDATE song_reading SET emotion_weights = '{NaN}'                                                   | 23514
            reading twice                  | INSERT INTO song_reading SELECT * FROM song_reading                                                          | 23505
            receipt of no platform         | INSERT INTO receipt VALUES ('', 1, now())                                                                    | 23514
            receipt of a sentence          | INSERT INTO receipt VALUES ('I feel sad', 1, now())                                                          | 23514
            receipt twice                  | INSERT INTO receipt VALUES ('telegram', 1, now())                                                            | 23505
            receipt of no time             | UPDATE receipt SET taken_at = NULL                                                                           | 23502
            message about no job           | INSERT INTO job_message VALUES (-1, 'telegram', '-1', NULL, '2')                                             | 23503
            message on no platform         | UPDATE job_message SET platform = ''                                                                         | 23514
            message nowhere                | UPDATE job_message SET place = ''                                                                            | 23514
            message in a thread without a name | UPDATE job_message SET thread = ''                                                                       | 23514
            message that is none           | UPDATE job_message SET message = ''                                                                          | 23514
            message about a job twice      | INSERT INTO job_message SELECT job, platform, place, '7', message FROM job_message                           | 23505
            open channel on no platform    | UPDATE open_channel SET platform = ''                                                                        | 23514
            open channel nowhere           | UPDATE open_channel SET place = ''                                                                           | 23514
            open channel twice             | INSERT INTO open_channel SELECT * FROM open_channel                                                          | 23505
            task twice                     | INSERT INTO scheduled_tasks SELECT * FROM scheduled_tasks                                                    | 23505
            song with two vectors          | INSERT INTO song_vector_a SELECT gen_random_uuid(), embedding, text, song_id FROM song_vector_a              | 23505
            """)
    void refuses(String what, String statement, String state) {
        assertThat(what).isNotBlank();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Query.execute(database.dataSource(), statement))
                .extracting(SQLException::getSQLState)
                .isEqualTo(state);
    }

    @Test
    void everyForeignKeyHasAnIndexForDeletions() throws SQLException {
        List<String> without = Query.column(database.dataSource(), """
                SELECT format('%s %s', c.conrelid::regclass, c.conname)
                  FROM pg_constraint c
                 WHERE c.contype = 'f' AND c.confdeltype = 'c'
                   AND NOT EXISTS (SELECT FROM pg_index i
                                    WHERE i.indrelid = c.conrelid AND i.indpred IS NULL AND i.indkey[0] = c.conkey[1])
                """);

        assertThat(without).isEmpty();
        assertThat(Query.column(database.dataSource(), "SELECT 1 FROM pg_constraint WHERE confdeltype = 'c'"))
                .hasSizeGreaterThan(7);
    }

    @Test
    void aSongTakesItsProfileAndVectorsWithIt() throws SQLException {
        Query.execute(database.dataSource(), """
                WITH song AS (
                    INSERT INTO song (title, artist, match_key, origin) VALUES ('Gone', 'a', 'gone', 'import') RETURNING id
                ), profile AS (
                    INSERT INTO profile (song_id, source) SELECT id, 'authored' FROM song RETURNING song_id
                ), vector AS (
                    INSERT INTO song_vector_b
                    SELECT gen_random_uuid(), array_fill(1, ARRAY[256])::vector, 'gone', id FROM song
                )
                INSERT INTO profile_word SELECT song_id, 'emotion', 'hope', 1 FROM profile
                """);

        Query.execute(database.dataSource(), "DELETE FROM song WHERE title = 'Gone'");

        assertThat(Query.rows(database.dataSource(), "song_vector_b")).isEmpty();
        assertThat(Query.column(database.dataSource(), "SELECT name FROM profile_word"))
                .containsExactly("joy");
    }
}
