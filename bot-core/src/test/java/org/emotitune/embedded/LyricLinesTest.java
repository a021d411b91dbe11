package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LyricLinesTest {
    private static final String LONG =
            " and so on and so on and so on and so on and so on and so on and so on and so on and so on"
                    + " and so on and so on and so on and so on and so on";

    @Test
    void countsALineOnceForEachTimeItIsSung() {
        assertThat(LyricLines.of("Hold the door\nStay with me\n\nhold the door!\n(Hold the door)"))
                .containsExactly(Map.entry("Hold the door", 3), Map.entry("Stay with me", 1));
    }

    @Test
    void cutsALongLineWhereACapitalBegins() {
        assertThat(LyricLines.of("Solo hace falta creer Y que se caiga el mundo (Oh) ¿Dónde estás ahora mismo" + LONG))
                .containsOnlyKeys(
                        "Solo hace falta creer ",
                        "Y que se caiga el mundo ",
                        "(Oh) ",
                        "¿Dónde estás ahora mismo" + LONG);
    }

    @Test
    void doesNotCutAtTheEnglishI() {
        assertThat(LyricLines.of("Well I know that I'm late When I said I'd come home" + LONG))
                .containsOnlyKeys("Well I know that I'm late ", "When I said I'd come home" + LONG);
    }

    @Test
    void countsLinesThatWereJoined() {
        String chorus = "Quédate conmigo esta noche ";

        assertThat(LyricLines.of(chorus + "Ya no importa nada de lo de ayer " + chorus + chorus + "Oh" + LONG))
                .containsEntry(chorus, 3);
    }

    @Test
    void leavesALineWholeInWhichEveryWordHasACapital() {
        String shouted =
                "Every Word Of This Song Has A Capital Letter ".repeat(4).strip();

        assertThat(LyricLines.of(shouted)).containsOnlyKeys(shouted);
    }

    @Test
    void readsABoundedPartOfATextWithoutEnd() {
        Map<String, Integer> lines = LyricLines.of("na na na\n".repeat(1_000_000));

        assertThat(lines.values().iterator().next()).isLessThanOrEqualTo(LyricLines.LONGEST_READ / 9 + 1);
    }

    @Test
    void hasNoLinesOfNothing() {
        assertThat(LyricLines.of(" \n\n ")).isEmpty();
    }
}
