package org.emotitune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.config.LlmSettings.Budget;
import org.emotitune.config.LlmSettings.Manner;
import org.emotitune.config.LlmSettings.Price;
import org.emotitune.config.LlmSettings.Server;
import org.emotitune.config.LlmSettings.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language model is used, how it is asked, and what it may cost. */
class LlmSettingsTest {
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final String SECRET = "sk-secret";

    @Test
    void withoutAKeyOrAnAddressThereIsNoModel() {
        LlmSettings settings = of(Map.of("OPENAI_CHAT_MODEL", "gpt-4.1", "LLM_CONCURRENCY", "4"));

        assertThat(settings.server()).isNull();
    }

    @Test
    void usuallyItIsCheapAndBounded() {
        LlmSettings settings = of(Map.of());

        assertThat(settings.manner()).isEqualTo(new Manner(Style.EMOTITUNE, Duration.ofSeconds(4), 8, 1));
        assertThat(settings.budget())
                .isEqualTo(new Budget(5_000_000, 20_000_000, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(settings.price()).isNull();
    }

    @Test
    void aKeyAloneMeansOpenAi() {
        assertThat(of(Map.of("OPENAI_API_KEY", SECRET)).server())
                .isEqualTo(new Server(OPENAI, SECRET, "gpt-4.1-mini", null));
    }

    @Test
    void anAddressAloneMeansAServerThatWantsNoKey() {
        Map<String, String> environment = Map.of(
                "OPENAI_BASE_URL", " http://localhost:11434/v1/ ",
                "OPENAI_CHAT_MODEL", "qwen3:8b",
                "OPENAI_EMBEDDING_MODEL", "nomic-embed-text");

        assertThat(of(environment).server())
                .isEqualTo(new Server(URI.create("http://localhost:11434/v1"), null, "qwen3:8b", "nomic-embed-text"));
    }

    @Test
    void keyAndAddressMayStandInFiles(@TempDir Path directory) throws IOException {
        Path key = Files.writeString(directory.resolve("key"), SECRET + "\n");
        Path address = Files.writeString(directory.resolve("address"), "http://gpu:8000/v1\n");

        Server server = of(Map.of("OPENAI_API_KEY_FILE", key.toString(), "OPENAI_BASE_URL_FILE", address.toString()))
                .server();

        assertThat(server).isEqualTo(new Server(URI.create("http://gpu:8000/v1"), SECRET, "gpt-4.1-mini", null));
    }

    @Test
    void everythingCanBeSet() {
        Map<String, String> environment = Map.of(
                "LLM_STYLE", "Article",
                "LLM_SECONDS_PER_MESSAGE", "10",
                "LLM_CONCURRENCY", "16",
                "LLM_SONGS_PER_REQUEST", "5",
                "LLM_TOKENS_PER_DAY", "1000",
                "LLM_TOKENS_PER_JOB", "off",
                "LLM_MONEY_PER_DAY", "0.5",
                "LLM_MONEY_PER_JOB", "Off",
                "LLM_PRICE_INPUT", "0.4",
                "LLM_PRICE_OUTPUT", "1.6");

        LlmSettings settings = of(environment);

        assertThat(settings.manner()).isEqualTo(new Manner(Style.ARTICLE, Duration.ofSeconds(10), 16, 5));
        assertThat(settings.budget()).isEqualTo(new Budget(1000, Long.MAX_VALUE, 0.5, Double.POSITIVE_INFINITY));
        assertThat(settings.price()).isEqualTo(new Price(0.4, 1.6));
    }

    @ParameterizedTest
    @CsvSource({
        "LLM_STYLE, poetic",
        "LLM_SECONDS_PER_MESSAGE, 0",
        "LLM_SECONDS_PER_MESSAGE, 61",
        "LLM_CONCURRENCY, 65",
        "LLM_SONGS_PER_REQUEST, 11",
        "LLM_TOKENS_PER_DAY, 0",
        "LLM_TOKENS_PER_DAY, 1.5",
        "LLM_TOKENS_PER_JOB, -1",
        "LLM_PRICE_INPUT, cheap",
        "LLM_MONEY_PER_DAY, -1",
        "OPENAI_BASE_URL, localhost:11434",
        "OPENAI_BASE_URL, off"
    })
    void whatCannotBeIsTold(String name, String value) {
        refused(Map.of(name, value)).withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LLM_MONEY_PER_DAY", "LLM_MONEY_PER_JOB"})
    void aLimitOfMoneyNeedsAPrice(String name) {
        refused(Map.of(name, "1")).withMessage("%s needs LLM_PRICE_INPUT and LLM_PRICE_OUTPUT", name);
        assertThat(of(Map.of(name, "off")).budget().moneyPerDay()).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LLM_PRICE_INPUT", "LLM_PRICE_OUTPUT"})
    void halfAPriceIsTold(String name) {
        refused(Map.of(name, "0.4")).withMessage("LLM_PRICE_INPUT and LLM_PRICE_OUTPUT go together: set both or none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-secret two", "sk-secret\nsk-other", "sk-secreté"})
    void aKeyThatNoHeaderCanHoldIsToldWithoutIt(String key) {
        refused(Map.of("OPENAI_API_KEY", key))
                .withMessageStartingWith("OPENAI_API_KEY has")
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ana:sk-secret@host/v1", "https://host/v1?api-key=sk-secret", "https://host/v1#sk-secret"
            })
    void anAddressIsNoPlaceForAKey(String address) {
        refused(Map.of("OPENAI_BASE_URL", address))
                .withMessageContaining("OPENAI_API_KEY")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void settingsNeverShowTheKey() {
        assertThat(Settings.of(Map.of("OPENAI_API_KEY", SECRET)).toString())
                .contains("gpt-4.1-mini")
                .doesNotContain(SECRET);
    }

    private static LlmSettings of(Map<String, String> environment) {
        return Settings.of(environment).llm();
    }

    private static ThrowableAssertAlternative<InvalidSettingsException> refused(Map<String, String> environment) {
        return assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(() -> of(environment));
    }
}
