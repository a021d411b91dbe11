package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A share of the chaos of {@code docs/benchmarks/run discord-chaos}. The server's clock stands still, so that a slow machine
 * makes nobody late; only without network three of its seconds go by.
 */
class DiscordChaosTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final DiscordChaos.Size SHARE =
            new DiscordChaos.Size(300, 60, 24, 60, Duration.ofMillis(500), true, 20_240_219);

    @Test
    @Timeout(300)
    void everythingIsAnsweredOnceWhateverFails() {
        try (DiscordChaos chaos = new DiscordChaos(
                SHARE,
                discord -> RunningBot.settings(database, home, RunningBot.settings(discord, 0, false), Set.of()),
                step -> {})) {
            ChaosFindings found = chaos.run();

            assertThat(found.isWell()).as(found.toString()).isTrue();
            assertThat(found.interactions()).isGreaterThanOrEqualTo(SHARE.interactions());
            assertThat(found.answered()).as(found.toString()).isGreaterThan(SHARE.interactions() / 2);
        }
    }
}
