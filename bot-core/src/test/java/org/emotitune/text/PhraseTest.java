package org.emotitune.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
    private static final Map<String, List<String>> CLASSES = Map.of("pet", List.of("perro", "gat*"));

    private static List<Integer> match(String pattern, String message) {
        List<Token> tokens = new Tokenizer(Map.of()).tokens(message);
        return Phrase.parse(pattern, CLASSES).matchAt(tokens, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        triste                    ; triste
        Tristé                    ; triste
        trist*                    ; tristísima
        echo de menos             ; echo de menos
        (echo|echa*) de menos     ; echamos de menos
        muy [muy] triste          ; muy triste
        muy [muy] triste          ; muy muy triste
        [muy] triste              ; triste
        mi <pet>                  ; mi perro
        mi <pet>                  ; mi gatita
        no .. aguanto             ; no aguanto
        no .. aguanto             ; no lo aguanto
        no .. aguanto             ; no uno dos tres aguanto
        te <3                     ; te <3
        muy :)                    ; muy :)
        """)
    void matchesWhatItsPatternSays(String pattern, String message) {
        assertThat(match(pattern, message)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        triste                    ; tristeza
        trist*                    ; entristecer
        echo de menos             ; echo menos
        echo de menos             ; echo de
        (echo|echa*) de menos     ; eche de menos
        muy [muy] triste          ; muy poco triste
        mi <pet>                  ; mi pez
        no .. aguanto             ; no uno dos tres cuatro aguanto
        no .. aguanto             ; aguanto
        """)
    void matchesNothingElse(String pattern, String message) {
        assertThat(match(pattern, message)).isEmpty();
    }

    @Test
    void coversItsOwnWordsAndNotTheGap() {
        assertThat(match("no .. aguanto [mas]", "no la aguanto más")).containsExactly(0, 2, 3);
    }

    @Test
    void takesAnOptionalWordWhereItCan() {
        assertThat(match("muy [muy] [muy] triste", "muy muy triste")).containsExactly(0, 1, 2);
    }

    @Test
    void matchesOnlyFromThePositionAsked() {
        var tokens = new Tokenizer(Map.of()).tokens("hoy estoy triste");

        assertThat(Phrase.parse("triste", CLASSES).matchAt(tokens, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        ''                ; cannot read ''
        (a|b              ; cannot read '(a|b'
        <pet              ; cannot read '<pet'
        [a] b]            ; cannot read 'b]'
        .. triste         ; must begin and end with a word
        triste ..         ; must begin and end with a word
        [a] [b]           ; must begin and end with a word
        mi <fish>         ; no class <fish> is declared above
        (a||b)            ; an empty word
        *                 ; an empty word
        """)
    void saysWhatIsWrongWithAPattern(String pattern, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.parse(pattern, CLASSES))
                .withMessageContaining(problem);
    }
}
