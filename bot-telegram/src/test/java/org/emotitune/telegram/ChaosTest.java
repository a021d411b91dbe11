package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A share of the chaos of {@code docs/benchmarks/run chaos}, which takes some minutes. */
class ChaosTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final Chaos.Size SHARE = new Chaos.Size(600, 50, 22, Duration.ofSeconds(3), 40, 20_240_219);

    @Test
    @Timeout(300)
    void everythingIsAnsweredOnceAndInOrderWhateverFails() {
        try (Chaos chaos = new Chaos(
                SHARE, (api, admin) -> RunningBot.settings(database, home, api, Set.of(admin), null), step -> {})) {
            ChaosFindings found = chaos.run(ignored -> {});
            found.disordered().forEach(System.out::println);
            assertThat(found.disordered()).as(found.toString()).isEmpty();
            assertThat(found.isAllExplained()).as(found.toString()).isTrue();
            assertThat(found.open()).isEmpty();
            assertThat(found.isWithinLimits()).as(found.toString()).isTrue();
            assertThat(found.undelivered()).isZero();
            assertThat(found.errors()).isEmpty();
            assertThat(found.leaks()).isEmpty();
        }
    }
}
