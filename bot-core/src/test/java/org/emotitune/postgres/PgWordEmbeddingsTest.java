package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.WordEmbeddings;
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

    @Test
    void partsThatCameAreKeptIfALaterOneDoesNot() {
        List<String> words = IntStream.range(0, 250).mapToObj(i -> "word" + i).toList();
        Sized failing = new Sized(3, 200);

        assertThatIllegalStateException().isThrownBy(() -> kept(failing).embed(words));
        Sized reopened = new Sized(3, 1_000);

        assertThat(kept(reopened).embed(words)).containsOnlyKeys(words);
        assertThat(reopened.asked).containsExactlyElementsOf(words.subList(200, 250));
    }

    @Test
    void vectorsOfAnotherDimensionTakeThePlaceOfAllThatWereKept() throws SQLException {
        List<String> words = IntStream.range(0, 150).mapToObj(i -> "word" + i).toList();
        kept(new Sized(3, 1_000)).embed(words);
        kept(new SeededEmbeddings("other")).embed(List.of("joy"));
        Sized longer = new Sized(4, 1_000);
        PgWordEmbeddings embeddings = kept(longer);

        assertThat(embeddings.embed(List.of("word0")).get("word0")).hasSize(3);
        List<String> more = IntStream.range(0, 151).mapToObj(i -> "word" + i).toList();
        Map<String, float[]> given = embeddings.embed(more);

        assertThat(given).containsOnlyKeys(more);
        assertThat(given.values()).allSatisfy(vector -> assertThat(vector).hasSize(4));
        assertThat(embeddings.embed(List.of("word0")).get("word0")).hasSize(4);
        assertThat(longer.asked).hasSize(151);
        assertThat(Query.rows(database.dataSource(), "word_embedding")).hasSize(152);
    }

    /** A model whose vectors have so many numbers, and which fails after so many texts. */
    private static final class Sized implements WordEmbeddings {
        private final int dimension;
        private final int most;
        final List<String> asked = new ArrayList<>();

        Sized(int dimension, int most) {
            this.dimension = dimension;
            this.most = most;
        }

        @Override
        public String model() {
            return "sized";
        }

        @Override
        public Map<String, float[]> embed(Collection<String> texts) {
            if (asked.size() + texts.size() > most) {
                throw new IllegalStateException("enough");
            }
            asked.addAll(texts);
            return texts.stream().collect(Collectors.toMap(text -> text, text -> {
                float[] vector = new float[dimension];
                vector[0] = 1;
                return vector;
            }));
        }
    }

    private static PgWordEmbeddings kept(WordEmbeddings model) {
        return new PgWordEmbeddings(database.dataSource(), model);
    }
}
