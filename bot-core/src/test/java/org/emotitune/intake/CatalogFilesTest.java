package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFilesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String SPANISH = "name,artist\nCorazón,Ñandú\nMañana,Óscar\n";

    @TempDir
    private Path directory;

    private void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> CatalogFiles.open(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("%s cannot be read as JSON or CSV: %s.".formatted(file, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\r\n\t", "\uFEFF", "\uFEFF\n"})
    void anEmptyFileIsToldToBeEmpty(String text) {
        assertUnreadable(ReadRows.file(directory, text, StandardCharsets.UTF_8), "it is empty");
    }

    @Test
    void whatIsNoFileIsToldToBeNone() {
        assertUnreadable(directory, "it is a directory; name a file in it");
        assertUnreadable(directory.resolve("gone.csv"), "there is no such file");
        assertUnreadable(Path.of("/dev/null"), "it is a pipe or a device, not a file");
    }

    @Test
    void aFileThatMayNotBeReadIsToldToBeForbidden() throws IOException {
        Path file = ReadRows.file(directory, SPANISH, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeThat(Files.isReadable(file)).as("may read everything").isFalse();

        assertUnreadable(file, "permission denied");
    }

    @Test
    void binaryFilesAreToldToBeBinary() {
        assertUnreadable(
                ReadRows.file(directory, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}),
                "it is an archive or a spreadsheet: unpack it, or save it as CSV");
        assertUnreadable(
                ReadRows.file(directory, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                "it holds binary data, or is UTF-16 without a byte order mark");
    }

    @Test
    void aPageOfTheWebIsNeither() {
        Path file = ReadRows.file(directory, "<!DOCTYPE html>\n<html>", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CatalogFiles.open(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("it begins with neither [ nor {, as JSON does")
                .hasMessageContaining("found: '<!DOCTYPE html>'");
    }

    @Test
    void utf16IsReadByItsMark() {
        CatalogSource source =
                CatalogFiles.open(ReadRows.file(directory, "\uFEFF" + SPANISH, StandardCharsets.UTF_16LE));

        assertThat(source.name()).endsWith("songs (read as UTF-16LE)");
        assertThat(ReadRows.titles(ReadRows.of(directory.resolve("songs")))).containsExactly("Corazón", "Mañana");
        ReadRows.file(directory, "\uFEFF[{\"name\": \"Ñu\"}]", StandardCharsets.UTF_16BE);
        assertThat(ReadRows.titles(ReadRows.of(directory.resolve("songs")))).containsExactly("Ñu");
    }

    @Test
    void whatExcelWroteIsReadAsWindows1252AndTold() {
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, SPANISH, WINDOWS));

        assertThat(source.name()).endsWith("songs (read as windows-1252)");
        assertThat(ReadRows.titles(ReadRows.of(directory.resolve("songs")))).containsExactly("Corazón", "Mañana");
    }

    @Test
    void aDamagedByteInUtf8SpoilsOnlyItsRow() {
        byte[] bytes = SPANISH.getBytes(StandardCharsets.UTF_8);
        bytes[SPANISH.indexOf("ó") + 1] = 'x';

        List<SourceRow> rows = ReadRows.of(ReadRows.file(directory, bytes));

        assertThat(ReadRows.titles(rows)).containsExactly("Mañana");
        assertThat(ReadRows.refusals(rows))
                .containsExactly("1\tname holds a line break, a control character or a damaged one: 'Coraz\uFFFDxn'");
    }

    @Test
    void aCharacterMayStandAcrossTheChunksInWhichAFileIsRead() {
        String title = "ñ".repeat(499);
        String row = "{\"name\": \"" + title + "\"}\n";

        for (int shift = 0; shift < 3; shift++) {
            List<SourceRow> rows = ReadRows.of(directory, " ".repeat(shift) + row.repeat(200));

            assertThat(ReadRows.titles(rows)).hasSize(200).containsOnly(title);
        }
    }
}
