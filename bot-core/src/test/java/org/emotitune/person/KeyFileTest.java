package org.emotitune.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with the key is told in one sentence, and no key is replaced. */
class KeyFileTest {
    @TempDir
    Path home = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = home.resolve("secret.key");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 5_000})
    void aDamagedKeyIsToldAndLeftAlone(int length) throws IOException {
        Files.write(file, new byte[length]);

        cannotOpen(home).withMessageContainingAll(file.toString(), "32 bytes");

        assertThat(Files.size(file)).isEqualTo(length);
    }

    @Test
    void aDirectoryInPlaceOfTheKeyIsToldAndLeftAlone() throws IOException {
        Files.createDirectory(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        cannotOpen(home).withMessageContaining("is a directory");

        assertThat(permissions()).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aHomeThatIsAFileIsTold() throws IOException {
        Path taken = Files.createFile(home.resolve("taken"));

        cannotOpen(taken).withMessageContainingAll("cannot be made", taken + " is no directory");
        cannotOpen(taken.resolve("below")).withMessageContaining("cannot be made");
    }

    @Test
    void aLinkToNowhereIsTold() throws IOException {
        Files.createSymbolicLink(file, home.resolve("unplugged"));

        cannotOpen(home).withMessageContaining("does not exist");
    }

    @Test
    void aKeyThatOthersCouldReadIsTakenFromThem() throws IOException {
        Files.write(file, new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        Keyring.open(home);

        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsEvenBetterGuardedStaysSo() throws IOException {
        Files.write(file, new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        Keyring.open(home);

        assertThat(permissions()).isEqualTo("r--------");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static ThrowableAssertAlternative<UnusableKeyException> cannotOpen(Path home) {
        return assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> Keyring.open(home))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .startsWith("The key file ")
                        .endsWith(".")
                        .doesNotContain("\n"));
    }
}
