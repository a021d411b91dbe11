package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.WeightedWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lexicon files, written small for the purpose: each is whole until a test breaks it. */
class LexiconFilesTest {
    private final Map<String, String> files = new HashMap<>(Map.of(
            "expressions-en.txt",
                    "# expressions\n\n@place = moon cloud*\nover the <place> => joy 0.9, ?pride 0.4 | party 0.5\n",
            "expressions-es.txt", "echo de menos => missing 1\nnada de nada => -\n",
            "emoji.txt", "😭 => sadness 0.7\n",
            "forms-en.txt", "joy: joyful, glad=0.8, merry=0.5, jubil*\n",
            "forms-es.txt", "sadness: triste, tristón=0.9, hecho* polvo\njoy: tristón=0.8\n",
            "chat-en.txt", "u = you\n",
            "chat-es.txt", "xq = por qué\n"));

    private LexiconFiles lexiconFiles() {
        return new LexiconFiles(Lexicons.VOCABULARY, this::open);
    }

    private BufferedReader open(String file) {
        return new BufferedReader(new StringReader(files.getOrDefault(file, "")));
    }

    private List<WeightedWord> emotions(String message) {
        return new LexiconExtractor(Lexicons.VOCABULARY, lexiconFiles().load())
                .read(message, Language.ENGLISH)
                .profile()
                .orElseThrow()
                .emotions();
    }

    @Test
    void areReadWhole() {
        assertThat(emotions("over the moon")).extracting(WeightedWord::word).containsExactly("joy");
        assertThat(emotions("over the clouds")).extracting(WeightedWord::word).containsExactly("joy");
        assertThat(emotions("te echo de menos")).extracting(WeightedWord::word).containsExactly("missing");
        assertThat(emotions("😭")).extracting(WeightedWord::word).containsExactly("sadness");
        assertThat(emotions("glad")).extracting(WeightedWord::word).containsExactly("joy");
    }

    @Test
    void joinWhatTheySayOfOneFormInDifferentSpellings() {
        files.put("forms-es.txt", "sadness: triston\njoy: tristón=0.5\n");

        assertThat(emotions("tristón")).extracting(WeightedWord::word).containsExactly("sadness", "joy");
    }

    @Test
    void giveTheFormsThatTheyAreSureOf() {
        assertThat(lexiconFiles().sureForms())
                .containsOnlyKeys("joy", "sadness")
                .containsEntry("joy", List.of("joyful", "glad", "jubil*"))
                .containsEntry("sadness", List.of("triste", "triston"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        expressions-en.txt ; over the moon                  ; 'pattern => emotion weight | theme weight' is expected
        expressions-en.txt ; over the moon =>               ; 'pattern => emotion weight | theme weight' is expected
        expressions-en.txt ; => joy 1                       ; 'pattern => emotion weight | theme weight' is expected
        expressions-en.txt ; over the moon => joy           ; 'joy' is not 'word weight'
        expressions-en.txt ; over the moon => joy one       ; "one"
        expressions-en.txt ; over the moon => joy 0         ; weight is not in (0, 1]: 0
        expressions-en.txt ; over the moon => joy 1.1       ; weight is not in (0, 1]: 1.1
        expressions-en.txt ; over the moon => joy NaN       ; weight is not in (0, 1]: NaN
        expressions-en.txt ; over the moon => gloom 1       ; 'gloom' is no emotion of the vocabulary
        expressions-en.txt ; over the moon => ?gloom 1      ; 'gloom' is no emotion of the vocabulary
        expressions-en.txt ; over the moon => joy 1 | gym 1 ; 'gym' is no theme of the vocabulary
        expressions-en.txt ; over => joy 1 | party 1 | x 1  ; more than one '|'
        expressions-en.txt ; over the (moon => joy 1        ; cannot read '(moon'
        expressions-en.txt ; over the <sun> => joy 1        ; no class <sun> is declared above
        expressions-en.txt ; .. moon => joy 1               ; must begin and end with a word
        expressions-en.txt ; @place                         ; '@name = word word' is expected
        emoji.txt          ; 🎈 joy                         ; 'pattern => emotion weight | theme weight' is expected
        forms-es.txt       ; joy alegre                     ; 'word: form, form' is expected
        forms-es.txt       ; gloom: triste                  ; 'gloom' is no emotion of the vocabulary
        forms-es.txt       ; joy: alegre=2                  ; weight is not in (0, 1]: 2
        forms-es.txt       ; joy: alegre=                   ; empty String
        forms-es.txt       ; joy: (alegre                   ; cannot read '(alegre'
        forms-es.txt       ; joy: *                         ; an empty word
        chat-es.txt        ; xq por que                     ; 'short = words' is expected
        chat-es.txt        ; = por que                      ; 'short = words' is expected
        """)
    void tellFileAndLineOfAMalformedLine(String file, String line, String problem) {
        files.merge(file, "\n# a comment\n" + line + "\n", (whole, broken) -> broken + whole);

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> lexiconFiles().load())
                .withMessageStartingWith(file + ", line 3: ")
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"expressions-es.txt", "emoji.txt", "forms-en.txt", "chat-en.txt"})
    void mustNotBeEmpty(String file) {
        files.put(file, "# nothing but a comment\n");

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> lexiconFiles().load())
                .withMessage(file + " is empty");
    }
}
