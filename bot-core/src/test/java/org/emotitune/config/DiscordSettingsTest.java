package org.emotitune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordSettingsTest {
    private static final String TOKEN = "DISCORD_BOT_TOKEN";
    private static final String API = "DISCORD_API_URL";
    private static final String GATEWAY = "DISCORD_GATEWAY_URL";
    private static final String SHARDS = "DISCORD_SHARDS";
    private static final String CONTENT = "DISCORD_MESSAGE_CONTENT";
    private static final String CHANNELS = "DISCORD_ADMIN_CHANNELS";

    /** Of nobody: the first part is "local" in base 64. */
    private static final String A_TOKEN = "bG9jYWw.GhIjKl.abc-DEF_ghi-JKL_mno-PQR_stu-VWX_yz0-12";

    @Test
    void usuallyThereIsNoTokenAndDiscordItselfIsAskedForTheRest() {
        assertThat(of(Map.of()))
                .isEqualTo(new DiscordSettings(null, URI.create("https://discord.com/api/v10"), null, 0, false))
                .isEqualTo(DiscordSettings.DEFAULT);
    }

    @Test
    void everythingCanBeSet() {
        DiscordSettings settings = of(Map.of(
                TOKEN, " " + A_TOKEN + "\n",
                API, " http://proxy:8081/discord/v10/ ",
                GATEWAY, "ws://proxy:8082/gateway//",
                SHARDS, "16",
                CONTENT, "on"));

        assertThat(settings)
                .isEqualTo(new DiscordSettings(
                        A_TOKEN,
                        URI.create("http://proxy:8081/discord/v10"),
                        URI.create("ws://proxy:8082/gateway"),
                        16,
                        true));
    }

    @Test
    void theTokenMayBeInAFile(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), A_TOKEN + "\n");

        assertThat(of(Map.of(TOKEN + "_FILE", token.toString())).token()).isEqualTo(A_TOKEN);
    }

    @Test
    void whatIsInTheFileIsNotRepeatedEither(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "hunter2");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(TOKEN + "_FILE", token.toString())))
                .withMessageContaining(TOKEN)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "hunter2.hunter2",
                "hunter2..hunter2",
                ".hunter2.hunter2",
                "hunter2.hunter2.",
                "a.b.c.hunter2",
                "Bot a.b.hunter2",
                "a.b.hunter2 and more",
                "\"a.b.hunter2\"",
                "a.b.hünter2",
                "a.b.hunter2/",
                "mfa:hunter2",
                "a.b.hunter2\na.b.c"
            })
    void whatIsNoTokenIsToldWithoutRepeatingIt(String token) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(TOKEN, token)))
                .withMessageContaining(TOKEN)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("nter2"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://discord.com/api/v10,    https://discord.com/api/v10",
        "https://discord.com/api/v10/,   https://discord.com/api/v10",
        "https://discord.com/api/v10///, https://discord.com/api/v10",
        "http://127.0.0.1:8081,          http://127.0.0.1:8081",
        "http://127.0.0.1:8081/,         http://127.0.0.1:8081",
        "http://[::1]:8081/v10,          http://[::1]:8081/v10"
    })
    void aSlashAtTheEndOfTheApiMakesNoDifference(String address, URI api) {
        assertThat(of(Map.of(API, address)).api()).isEqualTo(api);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://gateway.discord.gg,  wss://gateway.discord.gg",
        "wss://gateway.discord.gg/, wss://gateway.discord.gg",
        "ws://127.0.0.1:8082,       ws://127.0.0.1:8082"
    })
    void theGatewayIsASocket(String address, URI gateway) {
        assertThat(of(Map.of(GATEWAY, address)).gateway()).isEqualTo(gateway);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "off",
                "discord.com",
                "://hunter2",
                "ftp://proxy/hunter2",
                "proxy:8081/hunter2",
                "SCHEME://ana:hunter2@proxy",
                "SCHEME://proxy?key=hunter2",
                "SCHEME://proxy#hunter2",
                "SCHEME://proxy:65536/hunter2",
                "SCHEME://",
                "SCHEME:///hunter2",
                "SCHEME://proxy/hunter 2",
                A_TOKEN
            })
    void whatJdaCannotReachIsToldWithoutRepeatingIt(String address) {
        for (Map.Entry<String, String> scheme :
                Map.of(API, "https", GATEWAY, "wss").entrySet()) {
            String value = address.replace("SCHEME", scheme.getValue());
            assertThatExceptionOfType(InvalidSettingsException.class)
                    .isThrownBy(() -> of(Map.of(scheme.getKey(), value)))
                    .withMessageContaining(scheme.getKey())
                    .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter", A_TOKEN));
        }
    }

    @Test
    void oneIsNotTheOther() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(API, "wss://gateway.discord.gg", GATEWAY, "https://discord.com/api/v10")))
                .withMessageContainingAll(API, GATEWAY);
    }

    @ParameterizedTest
    @CsvSource({"auto, 0", "AUTO, 0", "1, 1", "1000, 1000"})
    void shardsAreAsManyAsDiscordSaysOrAsAreSet(String shards, int number) {
        assertThat(of(Map.of(SHARDS, shards)).shards()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "abc", "1.5", "99999999999", "off"})
    void anythingElseIsNoNumberOfShards(String shards) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(SHARDS, shards)))
                .withMessageContainingAll(SHARDS, "1 to 1000");
    }

    @ParameterizedTest
    @CsvSource({"on, true", "ON, true", "off, false", "'', false"})
    void theTextOfOrdinaryMessagesIsAskedForOnlyIfThatIsSaid(String value, boolean asked) {
        assertThat(of(Map.of(CONTENT, value)).messageContent()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "1"})
    void sayingItHasTwoWords(String value) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> of(Map.of(CONTENT, value)))
                .withMessageContainingAll(CONTENT, "'off' or 'on'");
    }

    @Test
    void allProblemsAreToldTogether() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () -> of(Map.of(TOKEN, "a", API, "b", GATEWAY, "c", SHARDS, "d", CONTENT, "e", CHANNELS, "f")))
                .withMessageContainingAll(TOKEN, API, GATEWAY, SHARDS, CONTENT, CHANNELS);
    }

    @Test
    void theTokenIsNeverShown() {
        Settings settings = Settings.of(Map.of(TOKEN, A_TOKEN, API, "http://proxy:8081/v10"));

        assertThat(settings.toString()).contains("proxy:8081").doesNotContain(A_TOKEN);
        assertThat(settings.discord().toString()).contains("proxy:8081").doesNotContain(A_TOKEN);
        assertThat(A_TOKEN.split("\\."))
                .allSatisfy(part -> assertThat(settings.toString()).doesNotContain(part));
    }

    @Test
    void adminChannelsAreNumbers() {
        assertThat(channels("1122334455667788990, 81384788765712384\n9223372036854775807"))
                .containsExactlyInAnyOrder("1122334455667788990", "81384788765712384", "9223372036854775807");
        assertThat(channels(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#admin",
                "<#1122334455667788990>",
                "0112233445566778899",
                "-1122334455667788990",
                "12345",
                "99999999999999999999",
                "1122334455667788990;1",
                "١١٢٢٣٣٤٤٥٥٦٦٧٧٨٨٩٩٠"
            })
    void anythingElseIsNoChannel(String channel) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> channels("81384788765712384 " + channel))
                .withMessageContainingAll(CHANNELS, "'" + channel + "'")
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("'81384788765712384'"));
    }

    private static Iterable<String> channels(String value) {
        return Settings.of(Map.of(CHANNELS, value)).reindex().discordAdminChannels();
    }

    private static DiscordSettings of(Map<String, String> environment) {
        return Settings.of(environment).discord();
    }
}
