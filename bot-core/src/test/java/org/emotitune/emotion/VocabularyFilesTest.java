package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyFilesTest {
    private static final Set<String> SOURCES = Set.of("GEMS", "GoEmotions", "Plutchik", "Russell", "EmotiTune");

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();

    @Test
    void holdAboutAHundredAndTwentyEmotions() {
        assertThat(VOCABULARY.emotions()).hasSizeBetween(115, 135);
    }

    @Test
    void holdAboutFiftyThemes() {
        assertThat(VOCABULARY.themes()).hasSizeBetween(45, 60);
    }

    @Test
    void useAllEightGroups() {
        assertThat(MoodGroup.values()).hasSize(8);
        assertThat(VOCABULARY.emotions()).extracting(Emotion::group).contains(MoodGroup.values());
    }

    @Test
    void useEveryQuadrantOfValenceAndArousal() {
        assertThat(VOCABULARY.emotions())
                .extracting(emotion -> (emotion.valence() > 0) + " " + (emotion.arousal() > 0))
                .contains("true true", "true false", "false true", "false false");
    }

    @Test
    void nameEveryEmotionInBothLanguages() {
        assertThat(VOCABULARY.emotions()).allSatisfy(emotion -> {
            assertThat(emotion.name(Language.ENGLISH)).isNotBlank().isEqualTo(emotion.english());
            assertThat(emotion.name(Language.SPANISH)).isNotBlank().isEqualTo(emotion.spanish());
        });
    }

    @Test
    void nameEveryThemeInBothLanguages() {
        assertThat(VOCABULARY.themes()).allSatisfy(theme -> {
            assertThat(theme.name(Language.ENGLISH)).isNotBlank().isEqualTo(theme.english());
            assertThat(theme.name(Language.SPANISH)).isNotBlank().isEqualTo(theme.spanish());
        });
    }

    @Test
    void giveNoTwoEmotionsTheSameName() {
        assertThat(VOCABULARY.emotions()).extracting(Emotion::english).doesNotHaveDuplicates();
        assertThat(VOCABULARY.emotions()).extracting(Emotion::spanish).doesNotHaveDuplicates();
    }

    @Test
    void negateNoStrongFeelingIntoOneOfItsOwnSide() {
        List<Emotion> negated = VOCABULARY.emotions().stream()
                .filter(emotion -> emotion.negated() != null && Math.abs(emotion.valence()) > 0.3)
                .toList();

        assertThat(negated)
                .hasSizeGreaterThan(60)
                .allSatisfy(emotion -> assertThat(VOCABULARY.emotion(String.valueOf(emotion.negated())))
                        .get()
                        .satisfies(other -> assertThat(other.valence() * emotion.valence())
                                .as("not %s is %s", emotion.word(), other.word())
                                .isLessThanOrEqualTo(0)));
    }

    @Test
    void nameTheSourceOfEveryEmotion() throws IOException {
        List<String> sources = column("emotions.csv", "source");

        assertThat(sources)
                .hasSameSizeAs(VOCABULARY.emotions())
                .allSatisfy(source -> assertThat(SOURCES).containsAll(Arrays.asList(source.split(";"))));
        assertThat(new HashSet<>(sources.stream()
                        .flatMap(source -> Arrays.stream(source.split(";")))
                        .toList()))
                .isEqualTo(SOURCES);
    }

    @Test
    void nameTheirSourcesInTheirHeads() throws IOException {
        assertThat(head("emotions.csv")).contains("Zentner", "Demszky", "Plutchik (1980)", "Russell (1980)");
        assertThat(head("themes.csv")).contains("source:");
    }

    @Test
    void holdAboutEightyOrdinaryWordsEachOnce() {
        assertThat(VocabularyFiles.ordinaryWords())
                .hasSizeBetween(75, 120)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).matches("[a-z]+"))
                .noneSatisfy(word -> assertThat(VOCABULARY.emotion(word)).isPresent());
    }

    @Test
    void areMissedByName() {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> Resources.reader(VocabularyFiles.class, "nowhere.csv"))
                .withMessage("nowhere.csv is missing from the program");
    }

    @Test
    void areNumberedByTheirLinesWhereLinesAreLeftOut() {
        var file = new BufferedReader(new StringReader("# head\n\none\n  \n # not a comment \n# comment\n two "));

        assertThat(Resources.lines("file.txt", file))
                .containsExactly(
                        new Resources.Line(3, "one"),
                        new Resources.Line(5, "# not a comment"),
                        new Resources.Line(7, "two"));
    }

    private static List<String> column(String file, String name) throws IOException {
        try (var reader = Resources.reader(VocabularyFiles.class, file)) {
            return VocabularyFiles.rows(file, reader, row -> row.get(name));
        }
    }

    private static String head(String file) throws IOException {
        List<String> head = new ArrayList<>();
        try (var reader = Resources.reader(VocabularyFiles.class, file)) {
            reader.lines().takeWhile(line -> line.startsWith("#")).forEach(head::add);
        }
        return String.join("\n", head);
    }
}
