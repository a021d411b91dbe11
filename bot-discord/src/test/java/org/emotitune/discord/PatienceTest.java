package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(15));

    @ParameterizedTest
    @CsvSource({"1, 250, 500", "2, 500, 1000", "4, 2000, 4000", "6, 8000, 16000", "7, 15000, 30000", "900, 15000, 30000"
    })
    void pausesGrowUpToALimitAndVary(int failures, long least, long most) {
        Random random = new Random(1);

        assertThat(Stream.generate(() -> PATIENCE.pause(failures, random)).limit(200))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(least), Duration.ofMillis(most)))
                .doesNotHaveDuplicates();
    }
}
