package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes are changed, a file is read, refused by rows, or refused with one clear exception. */
class DamagedFilesTest {
    private static final int DAMAGES = 400;
    private static final String SIGNS = "{}[]\",:;\\\n\r\t0eu\0\u00C3\u00FF";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"hundred-troubles.jsonl", "article-form.json", "csv"})
    void noDamageIsASurprise(String name) throws IOException {
        byte[] whole = name.equals("csv")
                ? "Track URI;Track Name;letra;emociones\n;Uno;\"la; \"\"la\"\"\n\";joy 0.5\n;Dos;;\n;Tres;lí;\"a, b\"\n"
                        .getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(ReadRows.resource(name));
        Random random = new Random(7);
        int readToTheEnd = 0;

        for (int i = 0; i < DAMAGES; i++) {
            readToTheEnd += isReadToItsEnd(damaged(whole, random)) ? 1 : 0;
        }

        assertThat(readToTheEnd).isBetween(1, DAMAGES - 1);
    }

    private boolean isReadToItsEnd(byte[] bytes) {
        List<SourceRow> rows = new ArrayList<>();
        try {
            CatalogFiles.open(ReadRows.file(directory, bytes)).read(rows::add);
            return true;
        } catch (UnreadableSourceException e) {
            assertThat(e).hasMessageContaining("cannot be read").message().hasLineCount(1);
            return false;
        } finally {
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).number()).isEqualTo(i + 1);
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) + 1 : whole.length);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        }
        return bytes;
    }
}
