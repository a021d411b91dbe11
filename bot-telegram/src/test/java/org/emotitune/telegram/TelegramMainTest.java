package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramMainTest {
    @Test
    void withoutATokenItNamesTheVariableToSet() {
        assertThat(TelegramMain.problem(Map.of())).contains("TELEGRAM_BOT_TOKEN");
    }

    @Test
    void aTokenIsNeverRepeated() {
        String problem = TelegramMain.problem(Map.of("TELEGRAM_BOT_TOKEN", "123:secret"));

        assertThat(problem).contains("not part of this version").doesNotContain("secret");
    }
}
