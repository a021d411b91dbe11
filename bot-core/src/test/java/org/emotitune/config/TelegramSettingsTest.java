package org.emotitune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.emotitune.config.TelegramSettings.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
    private static final String API = "TELEGRAM_API_URL";
    private static final String WEBHOOK = "TELEGRAM_WEBHOOK_URL";
    private static final String SECRET = "TELEGRAM_WEBHOOK_SECRET";
    private static final String PORT = "TELEGRAM_WEBHOOK_PORT";
    private static final String ADMINS = "TELEGRAM_ADMINS";

    private static final String A_TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
    private static final String AN_ADDRESS = "https://bot.example.org/telegram/";

    @Test
    void usuallyThereIsNoTokenAndUpdatesOfTelegramsOwnServerArePolledFor() {
        assertThat(of(Map.of()))
                .isEqualTo(new TelegramSettings(null, URI.create("https://api.telegram.org"), null))
                .isEqualTo(TelegramSettings.DEFAULT);
    }

    @Test
    void everythingCanBeSet() {
        TelegramSettings settings = of(Map.of(
                TOKEN, A_TOKEN,
                API, " http://localhost:8081/ ",
                WEBHOOK, AN_ADDRESS,
                SECRET, "s3cret_-",
                PORT, "0"));

        assertThat(settings)
                .isEqualTo(new TelegramSettings(
                        A_TOKEN,
                        URI.create("http://localhost:8081"),
                        new Webhook(URI.create(AN_ADDRESS), "s3cret_-", 0)));
    }

    @Test
    void aWebhookNeedsNothingButItsAddress() {
        assertThat(of(Map.of(WEBHOOK, "https://bot.example.org")).webhook())
                .isEqualTo(new Webhook(URI.create("https://bot.example.org"), null, 8443));
    }

    @Test
    void tokenAndSecretMayBeInFiles(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), A_TOKEN + "\n");
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");

        TelegramSettings settings =
                of(Map.of(TOKEN + "_FILE", token.toString(), SECRET + "_FILE", secret.toString(), WEBHOOK, AN_ADDRESS));

        assertThat(settings.token()).isEqualTo(A_TOKEN);
        assertThat(Objects.requireNonNull(settings.webhook()).secret()).isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {A_TOKEN, "4242:AAE-local-token_of-nobody", "1:a"})
    void aTokenIsTakenAsItIs(String token) {
        assertThat(of(Map.of(TOKEN, token)).token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "@hunter2_bot",
                "123456 :hunter2",
                "123456:hunter2 and more",
                "123456:",
                ":hunter2",
                "bot123456:hunter2",
                "\"123456:hunter2\"",
                "123456:hunter2/getMe",
                "123456:hünter2",
                "١٢٣:hunter2"
            })
    void whatIsNoTokenIsToldWithoutRepeatingIt(String token) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(TOKEN, token)))
                .withMessageContaining(TOKEN)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("nter2", "123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.telegram.org/bot123:hunter2",
                "http://proxy/telegram",
                "http://ana:hunter2@proxy",
                "http://proxy?key=hunter2",
                "http://proxy#hunter2",
                "http://proxy:65536"
            })
    void ofTheServerOnlyItsHostCanBeTold(String address) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(API, address)))
                .withMessageContaining(API)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "ftp://proxy", "localhost:8081", "http://"})
    void aServerMustBeOneOfTheWeb(String address) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(API, address)))
                .withMessageContaining(API);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bot.example.org",
                "bot.example.org",
                "off",
                "https://",
                "https://bot example.org",
                "https://ana:hunter2@bot.example.org",
                "https://bot.example.org/#hunter2",
                "https://bot.example.org:65536"
            })
    void whereTelegramCannotSendToIsToldWithoutRepeatingIt(String address) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(WEBHOOK, address)))
                .withMessageContaining(WEBHOOK)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aSecretHasWhatTelegramAllowsAndIsNeverRepeated() {
        assertThatNoException().isThrownBy(() -> of(Map.of(WEBHOOK, AN_ADDRESS, SECRET, "a".repeat(256))));
        for (String secret : new String[] {"hunter2!", "hunter2 hunter2", "hunter2".repeat(37), "hünter2"}) {
            assertThatExceptionOfType(InvalidSettingsException.class)
                    .isThrownBy(() -> of(Map.of(WEBHOOK, AN_ADDRESS, SECRET, secret)))
                    .withMessageContaining(SECRET)
                    .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("nter2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "https"})
    void aPortIsANumber(String port) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(WEBHOOK, AN_ADDRESS, PORT, port)))
                .withMessageContainingAll(PORT, "0 to 65535");
    }

    @Test
    void whatIsForAWebhookNeedsItsAddress() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(SECRET, "hunter2", PORT, "8080")))
                .withMessageContainingAll(SECRET, PORT, WEBHOOK)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void nothingSecretIsShown() {
        Settings settings = Settings.of(
                Map.of(TOKEN, A_TOKEN, WEBHOOK, "https://bot.example.org/" + A_TOKEN, SECRET, "s3cret", PORT, "8080"));

        assertThat(settings.toString())
                .contains("bot.example.org", "8080")
                .doesNotContain(A_TOKEN)
                .doesNotContain("s3cret");
    }

    @Test
    void adminsAreNumbersOfPeopleAndChats() {
        assertThat(Settings.of(Map.of(ADMINS, "123456789, -1001234567890\n-42 7"))
                        .reindex()
                        .telegramAdmins())
                .containsExactlyInAnyOrder("123456789", "-1001234567890", "-42", "7");
    }

    @ParameterizedTest
    @CsvSource({"@ana", "ana", "+5", "007", "0", "-0", "1;2", "1.5", "\u2212100", "[1]", "99999999999999999", "١٢"})
    void anythingElseIsNoAdmin(String admin) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(ADMINS, "123456789 " + admin)))
                .withMessageContainingAll(ADMINS, "'" + admin + "'")
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("'123456789'"));
    }

    private static TelegramSettings of(Map<String, String> environment) {
        return Settings.of(environment).telegram();
    }
}
