package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name': 'Uno'}, {'name': 'Dos'}]",
                "\n\n  [\n{'name': 'Uno'},\n{'name': 'Dos'}\n]\n\n",
                "[{'name': 'Uno'}][{'name': 'Dos'}]",
                "{'name': 'Uno'}\n{'name': 'Dos'}",
                "{'name': 'Uno'}\r\n\r\n{'name': 'Dos'}\r\n",
                "{'name': 'Uno'} {'name': 'Dos'}",
                "{\n  'name': 'Uno'\n}\n{\n  'name': 'Dos'\n}\n",
                "{'name': 'Uno',\n 'artist': null}\n{'name':\n'Dos'}",
                "\uFEFF[{'name': 'Uno'}, {'name': 'Dos'}]"
            })
    void objectsAreFoundHoweverTheyStand(String file) {
        List<SourceRow> rows = ReadRows.of(directory, file.replace('\'', '"'));

        assertThat(ReadRows.titles(rows)).containsExactly("Uno", "Dos");
        assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 2L);
    }

    @Test
    void oneObjectIsOneSong() {
        assertThat(ReadRows.titles(ReadRows.of(directory, "{\n\"name\": \"Sola\"\n}")))
                .containsExactly("Sola");
    }

    @Test
    void anEmptyArrayHasNoSongs() {
        assertThat(ReadRows.of(directory, "[]")).isEmpty();
    }

    @Test
    void whatIsNoObjectIsRefusedByItself() {
        List<SourceRow> rows =
                ReadRows.of(directory, "[1, \"a\", null, false, [{\"name\": \"In\"}], {\"name\": \"Out\"}]");

        assertThat(ReadRows.titles(rows)).containsExactly("Out");
        assertThat(ReadRows.refusals(rows))
                .containsExactly(
                        "1\tis no object but a number",
                        "2\tis no object but a text",
                        "3\tis no object but null",
                        "4\tis no object but true or false",
                        "5\tis no object but a list");
    }

    @Test
    void aBreakInTheMiddleIsToldWithRowAndLineAndWithoutAWordOfIt() {
        String file =
                "[\n{\"name\": \"Uno\"},\n{\"name\": \"Dos\"},\n{\"name\": \"Tres\", \"lyrics\": \"dijo \"secreto\" y ya\"}\n]";
        List<SourceRow> rows = new ArrayList<>();
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, file, StandardCharsets.UTF_8));

        assertThatThrownBy(() -> source.read(rows::add))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageEndingWith(
                        "songs cannot be read to its end: row 3, line 4: this is not JSON: a quote, a comma or a bracket is missing or too many.")
                .hasStackTraceContaining("row 3")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("secreto"));
        assertThat(ReadRows.titles(rows)).containsExactly("Uno", "Dos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\": \"Uno\"},", "[{\"name\": \"Uno\"}", "{\n\"name\": \"Uno\"}\n{\"na"})
    void aFileThatWasCutOffIsReadUpToThere(String file) {
        List<SourceRow> rows = new ArrayList<>();
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, file, StandardCharsets.UTF_8));

        assertThatThrownBy(() -> source.read(rows::add))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("row 2, line")
                .hasMessageContaining("it ends in the middle");
        assertThat(ReadRows.titles(rows)).containsExactly("Uno");
    }

    @Test
    void aBrokenFirstLineOfJsonLinesIsOneRefusedRow() {
        List<SourceRow> rows = ReadRows.of(directory, "{\"name\": \"Uno\n{\"name\": \"Dos\"}\n{\"name\": \"Tres\"}\n");

        assertThat(ReadRows.titles(rows)).containsExactly("Dos", "Tres");
        assertThat(ReadRows.refusals(rows)).hasSize(1).first().asString().startsWith("1\t");
    }

    @Test
    void whatTheRowsAreToldToMayEndTheReading() {
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, "[{},{}]", StandardCharsets.UTF_8));
        IllegalStateException full = new IllegalStateException("full");

        assertThatThrownBy(() -> source.read(row -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    @Test
    void aFileCanBeReadTwice() {
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, "[{},{}]", StandardCharsets.UTF_8));
        List<SourceRow> rows = new ArrayList<>();

        source.read(rows::add);
        source.read(rows::add);

        assertThat(rows).hasSize(4);
        assertThat(source.popularitySource()).isEqualTo("import");
        assertThat(source.name()).isEqualTo(directory.resolve("songs").toString());
    }
}
