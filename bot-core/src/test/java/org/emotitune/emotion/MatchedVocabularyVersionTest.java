package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchedVocabularyVersionTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final FakeEmbeddings MODEL = new FakeEmbeddings("one", Map.of());
    private static final Map<String, List<String>> FORMS = Map.of("joy", List.of("merry"));
    private static final List<String> ORDINARY = List.of("table", "chair");

    private static String version(
            Vocabulary vocabulary, Map<String, List<String>> forms, FakeEmbeddings model, List<String> ordinary) {
        return new MatchedVocabulary(vocabulary, new VocabularyMatcher(vocabulary, forms, model, model, ordinary))
                .version();
    }

    @Test
    void isTheSameForTheSame() {
        assertThat(version(VOCABULARY, FORMS, MODEL, ORDINARY))
                .isEqualTo(version(VocabularyFiles.load(), FORMS, new FakeEmbeddings("one", Map.of()), ORDINARY))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithFormsAndModelAndOrdinaryWordsAndVocabulary() {
        Vocabulary fewer = new Vocabulary(
                List.copyOf(VOCABULARY.emotions()),
                List.copyOf(VOCABULARY.themes()).subList(0, 3));

        assertThat(List.of(
                        version(VOCABULARY, FORMS, MODEL, ORDINARY),
                        version(VOCABULARY, Map.of("joy", List.of("jolly")), MODEL, ORDINARY),
                        version(VOCABULARY, FORMS, new FakeEmbeddings("two", Map.of()), ORDINARY),
                        version(VOCABULARY, FORMS, MODEL, List.of("table")),
                        version(fewer, FORMS, MODEL, ORDINARY)))
                .doesNotHaveDuplicates();
    }
}
