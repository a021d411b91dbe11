package org.emotitune.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraTest {

    @Test
    void aDecadeIsItsTenYears() {
        assertThat(Era.decade(1980)).isEqualTo(new Era(1980, 1989));
        assertThat(Era.decade(1980).isDecade()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1981, 1990", "1980, 1988", "1980, 1999", "1980, 1980", "1900, 2100"})
    void otherSpansAreNoDecade(int from, int to) {
        assertThat(new Era(from, to).isDecade()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1900, 1900", "2100, 2100", "1900, 2100", "1985, 1985"})
    void aSpanMayBeASingleYearAndReachBothEnds(int from, int to) {
        assertThatCode(() -> new Era(from, to)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "1899, 1950",
        "1950, 2101",
        "1990, 1989",
        "-1, -1",
        "0, 0",
        "-2147483648, 2147483647",
        "2147483647, -2147483648"
    })
    void whatIsNoSpanIsRefusedByItsYears(int from, int to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Era(from, to))
                .withMessageContaining("%d to %d".formatted(from, to));
    }

    @ParameterizedTest
    @ValueSource(ints = {1890, 2100, 2147483640})
    void aDecadeBeyondTheEndsIsRefused(int first) {
        assertThatIllegalArgumentException().isThrownBy(() -> Era.decade(first));
    }
}
