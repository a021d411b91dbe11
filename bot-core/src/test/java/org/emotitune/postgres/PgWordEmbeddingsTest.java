package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.db.TestDatabase;
import org.emotitune.testing.Query;
import org.emotitune.testing.SeededEmbeddings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgWordEmbeddingsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @BeforeEach
    void forgetAll() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE word_embedding");
    }

    @Test
    void givesTheVectorsOfTheModel() {
        SeededEmbeddings model = new SeededEmbeddings("m");

        Map<String, float[]> given = kept(model).embed(List.of("joy", "a broken heart"));

        assertThat(given).containsOnlyKeys("joy", "a broken heart");
        assertThat(given.get("joy")).isEqualTo(model.embed(List.of("joy")).get("joy"));
    }

    @Test
    void aWordIsComputedOnce() {
        SeededEmbeddings model = new SeededEmbeddings("m");
        PgWordEmbeddings embeddings = kept(model);
        embeddings.embed(List.of("joy", "hope"));

        embeddings.embed(List.of("hope", "anger", "joy"));

        assertThat(model.asked()).containsExactlyInAnyOrder("joy", "hope", "anger");
    }

    @Test
    void aWordThatIsAskedTwiceAtOnceIsComputedOnce() {
        SeededEmbeddings model = new SeededEmbeddings("m");

        Map<String, float[]> given = kept(model).embed(List.of("joy", "joy"));

        assertThat(given).containsOnlyKeys("joy");
        assertThat(model.asked()).containsExactly("joy");
    }

    @Test
    void whatWasComputedSurvivesTheProgram() {
        float[] before = kept(new SeededEmbeddings("m")).embed(List.of("joy")).get("joy");
        SeededEmbeddings reopened = new SeededEmbeddings("m");

        float[] after = kept(reopened).embed(List.of("joy")).get("joy");

        assertThat(after).isEqualTo(before);
        assertThat(reopened.asked()).isEmpty();
    }

    @Test
    void vectorsOfAnotherModelAreNotTaken() {
        kept(new SeededEmbeddings("m")).embed(List.of("joy"));
        SeededEmbeddings other = new SeededEmbeddings("other");

        kept(other).embed(List.of("joy"));

        assertThat(other.asked()).containsExactly("joy");
    }

    @Test
    void nothingIsComputedForNoWords() {
        SeededEmbeddings model = new SeededEmbeddings("m");

        assertThat(kept(model).embed(List.of())).isEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void textsMayHoldAnything() {
        List<String> texts = List.of("'); DROP TABLE song;--", "{a,\"b\"}", "ñ 🥲", "NULL");

        kept(new SeededEmbeddings("m")).embed(texts);

        SeededEmbeddings reopened = new SeededEmbeddings("m");
        assertThat(kept(reopened).embed(texts)).containsOnlyKeys(texts.toArray(String[]::new));
        assertThat(reopened.asked()).isEmpty();
    }

    @Test
    void twoProgramsMayComputeTheSameAtOnce() throws Exception {
        List<String> words = List.of("joy", "hope", "anger", "love", "fear");
        Callable<Map<String, float[]>> ask =
                () -> kept(new SeededEmbeddings("m")).embed(words);

        try (ExecutorService programs = Executors.newFixedThreadPool(2)) {
            List<Future<Map<String, float[]>>> answers = programs.invokeAll(List.of(ask, ask));

            assertThat(answers.get(0).get().get("love"))
                    .isEqualTo(answers.get(1).get().get("love"));
        }
        assertThat(Query.rows(database.dataSource(), "word_embedding")).hasSize(words.size());
    }

    private static PgWordEmbeddings kept(SeededEmbeddings model) {
        return new PgWordEmbeddings(database.dataSource(), model);
    }
}
