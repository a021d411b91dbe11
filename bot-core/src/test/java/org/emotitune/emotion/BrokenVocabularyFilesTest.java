package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenVocabularyFilesTest {
    private static final String EMOTIONS = """
            # a comment
            word,group,valence,arousal,english,spanish,negated,source
            joy,joy,0.9,0.6,joy,alegría,,Plutchik
            """;
    private static final String THEMES = """
            name,area,english,spanish,usually,occasion
            crush,love,a crush,alguien me gusta,joy hope,no
            """;

    private static List<Emotion> emotions(String content) throws IOException {
        return VocabularyFiles.rows(
                "emotions.csv",
                new StringReader(content),
                VocabularyFiles.once(VocabularyFiles::emotion, Emotion::word));
    }

    private static List<Theme> themes(String content) throws IOException {
        return VocabularyFiles.rows(
                "themes.csv", new StringReader(content), VocabularyFiles.once(VocabularyFiles::theme, Theme::name));
    }

    @Test
    void readsAWholeFile() throws IOException {
        assertThat(emotions(EMOTIONS))
                .containsExactly(new Emotion("joy", MoodGroup.JOY, 0.9, 0.6, "joy", "alegría", null));
        assertThat(themes(THEMES))
                .containsExactly(new Theme(
                        "crush",
                        "love",
                        "a crush",
                        "alguien me gusta",
                        List.of("joy", "hope"),
                        new Theme.Occasion(false, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        fear,fear,-0.7                              | 3 found
        fear,fear,-0.7,0.8,fear,miedo,,Russell,more | 9 found
        fear,fright,-0.7,0.8,fear,miedo,,Russell    | FRIGHT
        fear,fear,low,0.8,fear,miedo,,Russell       | "low"
        fear,fear,-0.7,,fear,miedo,,Russell         | empty String
        fear,fear,-1.7,0.8,fear,miedo,,Russell      | valence of fear is not in [-1, 1]: -1.7
        fear,fear,-0.7,NaN,fear,miedo,,Russell      | arousal of fear is not in [-1, 1]: NaN
        Big Fear,fear,-0.7,0.8,fear,miedo,,Russell  | 'Big Fear' is not a lower-case key
        fear,fear,-0.7,0.8,,miedo,,Russell          | a display name is missing
        fear,fear,-0.7,0.8,fear, ,,Russell          | a display name is missing
        joy,joy,0.9,0.6,joy,gozo,,Russell           | 'joy' stands twice
        """)
    void tellsTheLineOfAWrongEmotion(String row, String problem) {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> emotions(EMOTIONS + row + "\n"))
                .withMessageStartingWith("emotions.csv, line 4: ")
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        crush two,love,two,dos,joy,no | 'crush two' is not a lower-case key
        second,,two,dos,joy,no        | '' is not a lower-case key
        second,love,two,,joy,no       | a display name is missing
        second,love,two,dos,,no       | missing
        second,love,two,dos,joy,No Way| 'No Way' is not a lower-case key
        second,love                   | 2 found
        crush,love,two,dos,joy,no     | 'crush' stands twice
        """)
    void tellsTheLineOfAWrongTheme(String row, String problem) {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> themes(THEMES + row + "\n"))
                .withMessageStartingWith("themes.csv, line 3: ")
                .withMessageContaining(problem);
    }

    @Test
    void tellsTheFileAndTheLineOfAQuoteThatIsNeverClosed() {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> emotions(EMOTIONS + "fear,fear,-0.7,0.8,\"fear,miedo,,Russell\n"))
                .withMessageStartingWith("emotions.csv")
                .withMessageContaining("4");
    }

    @Test
    void refusesAFileWithoutAColumn() {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> themes(THEMES.replace("spanish", "french")))
                .withMessageContaining("themes.csv")
                .withMessageContaining("spanish");
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment'", "'name,area,english,spanish,usually,occasion'"})
    void refusesAFileWithoutWords(String content) {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> themes(content))
                .withMessage("themes.csv holds no words");
    }
}
