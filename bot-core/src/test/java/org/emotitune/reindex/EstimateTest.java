package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void nothingIsLessThanNothing() {
        OptionalDouble free = OptionalDouble.empty();

        assertThat(new Estimate(0, 0, 0, 0, 0, 0, OptionalDouble.of(0)).calls()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(-1, 0, 0, 0, 0, 0, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, -1, 0, 0, 0, 0, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 0, -1, 0, 0, 0, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 0, 0, Double.NaN, 0, 0, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 0, 0, 0, -1, 0, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 0, 0, 0, 0, -1, free));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 0, 0, 0, 0, 0, OptionalDouble.of(-0.5)));
    }
}
