package org.emotitune.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    @TempDir
    Path home = Path.of("");

    @TempDir
    Path otherHome = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = home.resolve("secret.key");
    }

    @Test
    void hashesAreTheSameAfterARestart() {
        Keyring before = Keyring.open(home);
        Keyring after = Keyring.open(home);

        assertThat(after.person("telegram", "42")).isEqualTo(before.person("telegram", "42"));
        assertThat(after.place("telegram", "42")).isEqualTo(before.place("telegram", "42"));
        assertThat(after.isSealed(utf8("tap"), before.seal(utf8("tap")))).isTrue();
    }

    @Test
    void anotherKeyGivesOtherHashes() {
        Keyring one = Keyring.open(home);
        Keyring other = Keyring.open(otherHome);

        assertThat(other.person("telegram", "42")).isNotEqualTo(one.person("telegram", "42"));
        assertThat(other.place("telegram", "42")).isNotEqualTo(one.place("telegram", "42"));
        assertThat(other.isSealed(utf8("tap"), one.seal(utf8("tap")))).isFalse();
    }

    /** So that a rewrite does not lose everybody: written down once more, from the documentation. */
    @Test
    void theHashIsHmacSha256OfThePartsWithTheirLengths() throws Exception {
        byte[] key = new byte[32];
        key[7] = 7;
        Files.write(file, key);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] message = utf8("\0\0\0\6person\0\0\0\7discord\0\0\0\3ñ1");

        ByteBuffer expected = ByteBuffer.wrap(mac.doFinal(message));

        assertThat(Keyring.open(home).person("discord", "ñ1"))
                .isEqualTo(new PersonKey(new UUID(expected.getLong(), expected.getLong())));
    }

    @Test
    void noTwoIdsMeetInOneHash() {
        Keyring keys = Keyring.open(home);
        Set<UUID> hashes = new HashSet<>();

        for (List<String> id : List.of(
                List.of("a", "bc"), List.of("ab", "c"), List.of("", "abc"), List.of("abc", ""), List.of("bc", "a"))) {
            hashes.add(keys.person(id.get(0), id.get(1)).value());
            hashes.add(keys.place(id.get(0), id.get(1)).value());
        }

        assertThat(hashes).hasSize(10);
    }

    @Test
    void aSealFitsItsMessageOnly() {
        Keyring keys = Keyring.open(home);
        byte[] message = utf8("more songs");
        byte[] seal = keys.seal(message);

        assertThat(seal).hasSize(Keyring.SEAL_BYTES);
        assertThat(keys.isSealed(message, seal)).isTrue();
        assertThat(keys.isSealed(utf8("more songt"), seal)).isFalse();
        assertThat(keys.isSealed(message, new byte[0])).isFalse();
        assertThat(keys.isSealed(message, new byte[Keyring.SEAL_BYTES + 1])).isFalse();
        assertThat(keys.isSealed(new byte[0], keys.seal(new byte[0]))).isTrue();
    }

    @Test
    void everyBitOfASealCounts() {
        Keyring keys = Keyring.open(home);
        byte[] seal = keys.seal(utf8("tap"));

        for (int bit = 0; bit < seal.length * 8; bit++) {
            byte[] forged = seal.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(keys.isSealed(utf8("tap"), forged)).isFalse();
        }
    }

    @Test
    void theKeyIsForItsOwnerAloneAndNothingElseIsLeft() throws IOException {
        Path deep = home.resolve("not/there/yet");

        Keyring.open(deep);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(Files.size(deep.resolve("secret.key"))).isEqualTo(32);
        try (var files = Files.list(deep)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothingTellsTheKey() throws IOException {
        Keyring keys = Keyring.open(home);
        byte[] key = Files.readAllBytes(file);

        assertThat(keys)
                .asString()
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(key))
                .doesNotContain(Base64.getEncoder().encodeToString(key))
                .matches("[\\w.]+@[0-9a-f]+");
    }

    @Test
    void programsThatStartTogetherHaveTheSameKey() throws Exception {
        int programs = 16;
        for (int round = 0; round < 20; round++) {
            Path fresh = home.resolve("round-" + round);
            List<Callable<PersonKey>> starts = new ArrayList<>();
            for (int i = 0; i < programs; i++) {
                starts.add(() -> Keyring.open(fresh).person("p", "u"));
            }

            Set<PersonKey> keys = new HashSet<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(programs)) {
                for (Future<PersonKey> key : threads.invokeAll(starts)) {
                    keys.add(key.get());
                }
            }

            assertThat(keys).hasSize(1);
            try (var files = Files.list(fresh)) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        Keyring keys = Keyring.open(home);
        List<Callable<List<PersonKey>>> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(() -> new Random(1)
                    .ints(2_000, 0, 50)
                    .mapToObj(user -> keys.person("p", "user " + user))
                    .toList());
        }

        Set<List<PersonKey>> seen = new HashSet<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads.size())) {
            for (Future<List<PersonKey>> done : executor.invokeAll(threads)) {
                seen.add(done.get());
            }
        }

        assertThat(seen).hasSize(1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
