package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that would not fit into memory are refused, and those behind them read. */
class RowBoundsTest {
    private static final String LONG = "la ".repeat(400_000);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name': 'Uno'}, {'name': 'Long', 'lyrics': '%s'}, {'name': 'Tres'}]",
                "[{'name': 'Uno'}, {'lyrics': '%s', 'name': 'Long'},\n\n{'name': 'Tres'}]",
                "{'name': 'Uno'}\n{'name': 'Long', 'lyrics': '%s'}\n{'name': 'Tres'}",
                "{\n'name': 'Uno'}\n{'name': 'Long', 'lyrics': '%s'}\n{'name': 'Tres'}",
                "name,lyrics\nUno,\nLong,'%s'\nTres,\n",
                "name,lyrics\nUno,\nLong,%s\nTres,\n",
                "name,lyrics\r\nUno,\r\nLong,'%s'\r\nTres,\r\n",
                "lyrics,name,album\n,Uno,\n'%s','Long','a\nb'\n,Tres,\n",
                "name,lyrics\nUno,\nLong,'he said ''%s'' and left'\nTres,\n"
            })
    void aRowThatIsTooLongIsRefusedByItself(String file) {
        List<SourceRow> rows = ReadRows.of(directory, file.replace('\'', '"').formatted(LONG));

        assertThat(ReadRows.titles(rows)).containsExactly("Uno", "Tres");
        assertThat(ReadRows.refusals(rows)).containsExactly("2\tthe row has more than 1,000,000 characters");
    }

    @Test
    void aRowOfHalfThatIsRead() {
        String lyrics = LONG.substring(0, 500_000);

        assertThat(ReadRows.only(directory, "name,lyrics\nUno,\"" + lyrics + "\"\n")
                        .lyrics())
                .isEqualTo(lyrics);
        assertThat(ReadRows.only(directory, "[{\"name\": \"Uno\", \"lyrics\": \"" + lyrics + "\"}]")
                        .lyrics())
                .isEqualTo(lyrics);
    }

    @Test
    void deepNestingEndsTheReadingOfAnArray() {
        String deep = "[{\"name\": \"Uno\"},\n{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}]";
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, deep, StandardCharsets.UTF_8));

        assertThatThrownBy(() -> source.read(row -> assertThat(row.number()).isOne()))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("row 2, line 2: it is nested more than 50 deep");
    }
}
