package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownloadsTest {
    private static final int MOST = 1_000;

    private final MockWebServer discord = new MockWebServer();

    @TempDir
    private Path home;

    private Downloads downloads = new Downloads(URI.create("https://discord.com/api/v10"));

    @BeforeEach
    void start() throws IOException {
        discord.start();
        downloads = downloads(discord.url("/api/v10").uri(), Duration.ofSeconds(20));
    }

    private static Downloads downloads(URI api, Duration whole) {
        return new Downloads(api, MOST, whole);
    }

    @AfterEach
    void stop() {
        downloads.close();
        discord.close();
    }

    @Test
    void aFileIsFetchedAsItIs() throws Exception {
        byte[] content = new byte[MOST];
        content[3] = -1;
        discord.enqueue(
                new MockResponse.Builder().body(new Buffer().write(content)).build());

        downloads.fetch(address(), file());

        assertThat(file()).hasBinaryContent(content);
        assertThat(discord.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverMoreIsFetchedThanMayBe(boolean lengthIsTold) throws IOException {
        Buffer content = new Buffer().write(new byte[MOST + 1]);
        MockResponse.Builder answer = new MockResponse.Builder();
        discord.enqueue((lengthIsTold ? answer.body(content) : answer.chunkedBody(content, 100)).build());

        assertThatIOException().isThrownBy(this::fetch).withMessage("the file is larger than I fetch");
        assertThat(Files.size(file())).isLessThanOrEqualTo(MOST + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 404, 500})
    void anythingButTheFileIsNoFile(int status) {
        discord.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", discord.url("/elsewhere"))
                .body("no songs")
                .build());

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("Discord answered %d when the file was fetched".formatted(status));
        assertThat(file()).doesNotExist();
        assertThat(discord.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aFileThatComesTooSlowlyIsGivenUp() {
        downloads.close();
        downloads = downloads(discord.url("/").uri(), Duration.ofMillis(300));
        discord.enqueue(new MockResponse.Builder()
                .body("x".repeat(MOST))
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());

        assertThatIOException().isThrownBy(this::fetch).withMessage("the file did not come in time");
    }

    @Test
    void aBrokenConnectionIsTold() {
        discord.enqueue(new MockResponse.Builder()
                .body("x".repeat(MOST))
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        assertThatIOException().isThrownBy(this::fetch).withMessageNotContaining("Exception");
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(file(), "kept");
        discord.enqueue(new MockResponse.Builder().body("new").build());

        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(this::fetch);
        assertThat(file()).hasContent("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/songs.csv",
                "file:///etc/passwd",
                "ftp://127.0.0.1/songs.csv",
                "songs.csv",
                ""
            })
    void nothingIsFetchedFromElsewhereUnencrypted(String address) {
        assertThatIOException()
                .isThrownBy(() -> downloads.fetch(address, file()))
                .withMessage("Discord does not say where the file is");
    }

    @Test
    void whereCallsAreEncryptedFilesAreToo() {
        try (Downloads usual =
                downloads(URI.create("https://" + discord.getHostName() + "/api"), Duration.ofSeconds(5))) {
            assertThatIOException()
                    .isThrownBy(() -> usual.fetch(address(), file()))
                    .withMessage("Discord does not say where the file is");
        }
        assertThat(discord.getRequestCount()).isZero();
    }

    private void fetch() throws IOException {
        downloads.fetch(address(), file());
    }

    private String address() {
        return discord.url("/attachments/1/2/songs.csv?ex=1").toString();
    }

    private Path file() {
        return home.resolve("fetched");
    }
}
