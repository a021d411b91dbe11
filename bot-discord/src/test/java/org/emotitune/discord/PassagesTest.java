package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassagesTest {
    @Test
    void paragraphsShareAMessageAsLongAsItHoldsThem() {
        String half = "x".repeat(999);

        assertThat(Passages.of(List.of(half, half, "y"))).containsExactly(half + "\n\n" + half, "y");
        assertThat(Passages.of(List.of(half, half + "z"))).hasSize(2);
        assertThat(Passages.of(List.of(" ", ""))).isEmpty();
    }

    @Test
    void aLongParagraphIsCutBetweenSentences() {
        String sentence = "This sentence has fifty characters, all of them so. ";

        List<String> passages = Passages.of(List.of(sentence.repeat(100)));

        assertThat(passages)
                .hasSize(3)
                .allSatisfy(passage -> assertThat(passage).startsWith("This").endsWith("so."));
    }

    @Test
    void linesAreCutAtTheirEnds() {
        String line = "-# " + "word. ".repeat(60).strip();

        List<String> passages =
                Passages.of(List.of(String.join("\n", List.of(line, line, line, line, line, line, line))));

        assertThat(passages.stream().flatMap(String::lines)).hasSize(7).containsOnly(line);
        assertThat(passages).hasSize(2);
    }

    @Test
    void nothingIsLostOfAWordWithoutEnd() {
        String family = "👩‍👩‍👧‍👦";
        String zalgo = "e" + "\u0301".repeat(5_000);
        String tagged = "x" + Character.toString(0xE0061).repeat(3_000);
        String hearts = "x" + "💛".repeat(3_000);
        for (String word :
                List.of(family.repeat(500), zalgo, tagged, hearts, "\\*".repeat(3_001), "x" + "\\*".repeat(3_001))) {
            List<String> passages = Passages.of(List.of(word));

            assertThat(String.join("", passages)).isEqualTo(word);
            assertThat(passages).allSatisfy(passage -> {
                assertThat(passage).hasSizeLessThanOrEqualTo(Passages.LONGEST);
                assertThat(Character.isLowSurrogate(passage.charAt(0))).isFalse();
            });
        }
        assertThat(Stream.of(family.repeat(500)).flatMap(word -> Passages.of(List.of(word)).stream()))
                .allSatisfy(passage -> assertThat(passage.replace(family, "")).isEmpty());
        assertThat(Passages.of(List.of("x" + "\\*".repeat(3_001))))
                .allSatisfy(passage -> assertThat(Shown.isLiteral(passage)).isTrue());
    }
}
