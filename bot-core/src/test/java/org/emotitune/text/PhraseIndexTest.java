package org.emotitune.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.text.PhraseIndex.Found;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {

    /** An index in which every pattern stands for itself. */
    private static PhraseIndex<String> index(String... patterns) {
        return new PhraseIndex<>(Stream.of(patterns)
                .map(pattern -> Map.entry(Phrase.parse(pattern, Map.of()), pattern))
                .toList());
    }

    private static List<Token> tokens(String message) {
        return new Tokenizer(Map.of()).tokens(message);
    }

    private static List<String> found(PhraseIndex<String> index, String message) {
        return index.find(tokens(message)).stream().map(Found::meaning).toList();
    }

    @Test
    void findsPhrasesInReadingOrder() {
        var index = index("triste", "echo de menos");

        assertThat(found(index, "echo de menos a mi perro, estoy triste")).containsExactly("echo de menos", "triste");
    }

    @Test
    void prefersThePhraseThatCoversMoreWords() {
        var index = index("menos", "de menos", "echo de menos");

        assertThat(found(index, "te echo de menos")).containsExactly("echo de menos");
    }

    @Test
    void doesNotCountTheWordsOfAGap() {
        var index = index("no .. mal", "nada de mal");

        assertThat(found(index, "no nada de mal")).containsExactly("nada de mal");
    }

    @Test
    void prefersThePhraseThatWasAddedFirstAmongEqualOnes() {
        assertThat(found(index("trist*", "triste"), "triste")).containsExactly("trist*");
    }

    @Test
    void usesEveryWordOnce() {
        assertThat(found(index("muy triste", "triste llanto"), "muy triste llanto"))
                .containsExactly("muy triste");
    }

    @Test
    void findsAPhraseAsOftenAsItOccurs() {
        assertThat(found(index("triste"), "triste, muy triste")).containsExactly("triste", "triste");
    }

    @Test
    void findsAPhraseInTheGapOfAnother() {
        assertThat(found(index("no .. llorar", "paro"), "no paro de llorar")).containsExactly("no .. llorar", "paro");
    }

    @Test
    void findsAPhraseWhoseFirstWordsAreOptional() {
        assertThat(found(index("[muy] [re] trist*"), "hoy re tristona")).containsExactly("[muy] [re] trist*");
    }

    @Test
    void tellsWhichTokensAPhraseCovers() {
        var found = index("echo .. menos").find(tokens("hoy te echo tanto de menos"));

        assertThat(found).containsExactly(new Found<>("echo .. menos", List.of(2, 5)));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(found(index("triste"), "")).isEmpty();
    }
}
