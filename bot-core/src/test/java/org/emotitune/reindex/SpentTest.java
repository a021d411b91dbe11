package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpentTest {
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    @Test
    void oneSentenceTellsCallsTokensAndMoney() {
        Spent spent = new Spent(500, 640_000, 61_000, OptionalDouble.of(0.3549));

        assertThat(spent.sentence(500))
                .isEqualTo(
                        "The language model was asked 500 times: 640,000 tokens in, 61,000 out (1,402 a song), 0.35.");
        assertThat(spent.brief()).isEqualTo("701,000 tokens, 0.35");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(new Spent(1, 900, 100, UNKNOWN).sentence(0))
                .isEqualTo("The language model was asked once: 900 tokens in, 100 out.");
        assertThat(new Spent(1, 900, 100, UNKNOWN).brief()).isEqualTo("1,000 tokens");
    }

    @Test
    void nothingIsSaidWhereNoModelWasAsked() {
        assertThat(Spent.NONE.sentence(5)).isEmpty();
        assertThat(Spent.NONE.brief()).isEmpty();
    }

    @Test
    void littleMoneyIsNotNone() {
        assertThat(new Spent(1, 1, 1, OptionalDouble.of(0.001)).brief()).endsWith(", less than 0.01");
        assertThat(new Spent(1, 1, 1, OptionalDouble.of(0)).brief()).endsWith(", 0.00");
    }

    @Test
    void nothingIsPaidForLessThanNever() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(-1, 0, 0, UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(0, -1, 0, UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(0, 0, -1, UNKNOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(0, 0, 0, OptionalDouble.of(Double.NaN)));
    }
}
