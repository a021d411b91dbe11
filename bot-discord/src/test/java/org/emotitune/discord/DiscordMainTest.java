package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.emotitune.config.InvalidSettingsException;
import org.junit.jupiter.api.Test;

class DiscordMainTest {
    @Test
    void withoutATokenItIsWrongUse() throws InterruptedException {
        assertThat(new DiscordMain(Map.of()).call()).isEqualTo(2);
    }

    @Test
    void aWrongTokenIsToldWithoutIt() {
        DiscordMain main = new DiscordMain(Map.of("DISCORD_BOT_TOKEN", "hunter2"));

        assertThatThrownBy(main::call)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("DISCORD_BOT_TOKEN")
                .hasMessageNotContaining("hunter2");
    }
}
