package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong before the bot runs is told in one sentence, with the right exit code. */
@Timeout(120)
class TelegramMainTest {
    private record Run(int exitCode, List<String> lines) {}

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        try (Jvm jvm = Jvm.start(TelegramMain.class, environment, arguments)) {
            List<String> lines = jvm.rest();
            return new Run(jvm.exitCode(), lines);
        }
    }

    @Test
    void withoutATokenItNamesTheVariableToSet() throws Exception {
        Run run = run(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines())
                .containsExactly(
                        "emotitune: there is no Telegram bot token: set TELEGRAM_BOT_TOKEN (docs/telegram.md)");
    }

    @Test
    void wrongSettingsAreToldTogetherAndTheTokenIsNotRepeated() throws Exception {
        Run run = run(Map.of(
                "TELEGRAM_BOT_TOKEN",
                "123:secret",
                "EMOTITUNE_STARTER",
                "perhaps",
                "TELEGRAM_API_URL",
                "ftp://nowhere"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).singleElement().asString().startsWith("emotitune: ");
        assertThat(run.lines().getFirst())
                .contains("EMOTITUNE_STARTER", "TELEGRAM_API_URL")
                .doesNotContain("secret");
    }

    @Test
    void helpTellsWhatItNeeds() throws Exception {
        Run run = run(Map.of(), "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().getFirst()).startsWith("Usage: emotitune telegram [-hV] [--debug]");
        assertThat(String.join(" ", run.lines())).contains("TELEGRAM_BOT_TOKEN", "docs/telegram.md");
    }

    @Test
    void anArgumentThatIsNotKnownIsWrongUse() throws Exception {
        Run run = run(Map.of("TELEGRAM_BOT_TOKEN", "123:secret"), "now");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines())
                .containsExactly("emotitune: Unmatched argument at index 0: 'now'", "Try: emotitune telegram --help");
    }
}
