package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscordMainTest {
    @Test
    void withoutATokenItNamesTheVariableToSet() {
        assertThat(DiscordMain.problem(Map.of())).contains("DISCORD_BOT_TOKEN");
    }

    @Test
    void aTokenIsNeverRepeated() {
        String problem = DiscordMain.problem(Map.of("DISCORD_BOT_TOKEN", "123:secret"));

        assertThat(problem).contains("not part of this version").doesNotContain("secret");
    }
}
