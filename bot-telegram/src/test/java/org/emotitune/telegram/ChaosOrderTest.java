package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.telegram.ChaosOrder.Wanted;
import org.junit.jupiter.api.Test;

/** The chaos test can fail. */
class ChaosOrderTest {
    private static final Wanted A = Wanted.surely("a");
    private static final Wanted B = Wanted.surely("b");
    private static final Wanted C = Wanted.surely("c");
    private static final Wanted MAYBE = new Wanted(ChaosOrder.ANYTHING, true);

    @Test
    void allIsThereInOrder() {
        assertThat(ChaosOrder.missing(List.of(A, B, C), List.of("a", "b", "c"))).contains(0);
    }

    @Test
    void whatIsNotThereIsCounted() {
        assertThat(ChaosOrder.missing(List.of(A, B, C), List.of("b"))).contains(2);
        assertThat(ChaosOrder.missing(List.of(A), List.of())).contains(1);
    }

    @Test
    void anAnswerThatCameTwiceOrUnaskedForOrTooLateIsSeen() {
        assertThat(ChaosOrder.missing(List.of(A, B), List.of("a", "a", "b"))).isEmpty();
        assertThat(ChaosOrder.missing(List.of(A, B), List.of("a", "x"))).isEmpty();
        assertThat(ChaosOrder.missing(List.of(A, B, C), List.of("b", "a", "c"))).isEmpty();
    }

    @Test
    void aTapMayOrMayNotBringAMessage() {
        assertThat(ChaosOrder.missing(List.of(A, MAYBE, B), List.of("a", "b"))).contains(0);
        assertThat(ChaosOrder.missing(List.of(A, MAYBE, B), List.of("a", "x", "b")))
                .contains(0);
        assertThat(ChaosOrder.missing(List.of(A, MAYBE, B), List.of("a", "x", "y", "b")))
                .isEmpty();
    }

    @Test
    void aPageThatWasTurnedAnswersWhatItQuotes() {
        List<Wanted> wanted = List.of(Wanted.surely("to 1 joy"), Wanted.surely("to 2 "));

        assertThat(ChaosOrder.missing(wanted, List.of("to 1 *", "to 2 *"))).contains(0);
        assertThat(ChaosOrder.missing(wanted, List.of("to 2 *", "to 1 *"))).isEmpty();
    }
}
