package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void aTokenIsReadAsItWasWritten() throws IOException {
        Path home = directory.resolve("new/home");
        TokenFile file = new TokenFile(home);

        assertThat(file.read()).isEmpty();
        file.write("first");
        file.write("second\"\\");

        assertThat(file.read()).contains("second\"\\");
        assertThat(permissions(home.resolve("spotify-token.json"))).isEqualTo("rw-------");
        assertThat(permissions(home)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatOthersCouldReadIsTakenFromThem() throws IOException {
        new TokenFile(directory).write("token");
        Files.setPosixFilePermissions(token(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(new TokenFile(directory).read()).contains("token");

        assertThat(permissions(token())).isEqualTo("rw-------");
    }

    /** Writing over an open file would leave it open to whoever had it open. */
    @Test
    void aFileThatOthersCouldReadIsReplacedAndNotWrittenOver() throws IOException {
        Files.writeString(token(), "{}");
        Files.setPosixFilePermissions(token(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Object before = Files.getAttribute(token(), "unix:ino");

        new TokenFile(directory).write("token");

        assertThat(permissions(token())).isEqualTo("rw-------");
        assertThat(Files.getAttribute(token(), "unix:ino")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "SECRET",
                "{\"refresh_token\": \"SECR",
                "{\"refresh_token\": \"\"}",
                "{\"refresh_token\": \"SECRET\\r\\nX: y\"}",
                "{\"refresh_token\": [\"SECRET\"]}"
            })
    void aDamagedFileIsToldWithoutAPieceOfIt(String content) throws IOException {
        Files.writeString(token(), content);

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> new TokenFile(directory).read())
                .withMessage("The file %s is damaged; signing in to Spotify makes it anew.", token())
                .withNoCause();
    }

    @Test
    void aDirectoryInItsPlaceIsTold() throws IOException {
        Files.createDirectory(token());
        Files.createFile(token().resolve("x"));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> new TokenFile(directory).read())
                .withMessageContaining("cannot be read");
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> new TokenFile(directory).write("token"))
                .withMessageContaining("cannot be written");
    }

    private Path token() {
        return directory.resolve("spotify-token.json");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
