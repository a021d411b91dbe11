package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class HundredTroublesTest {
    private final List<SourceRow> rows = ReadRows.of(ReadRows.resource("hundred-troubles.jsonl"));

    @Test
    void everyBadRowIsRefusedWithItsNumberAndItsReason() throws IOException {
        List<String> expected = Files.readAllLines(ReadRows.resource("hundred-troubles-refused.txt"));

        assertThat(ReadRows.refusals(rows)).containsExactlyElementsOf(expected);
    }

    @Test
    void everyGoodRowIsKept() {
        assertThat(rows).hasSize(100).extracting(SourceRow::number).isSorted().doesNotHaveDuplicates();
        assertThat(ReadRows.titles(rows))
                .hasSize(30)
                .startsWith("Farolas de Papel", "Paper Lanterns")
                .contains("Corazón de barro 🌵", "On my own disk", "NUL in the lyrics")
                .endsWith("The last one");
    }

    @Test
    void noLyricsStandInAReason() {
        assertThat(ReadRows.refusals(rows))
                .noneMatch(reason -> reason.contains("secreta") || reason.contains("palabras"))
                .noneMatch(reason -> reason.contains("canto") || reason.contains("ven"));
    }

    @Test
    void noCharacterIsKeptThatTheDatabaseCannotKeep() {
        assertThat(ReadRows.songs(rows))
                .extracting(OfferedSong::lyrics)
                .contains("una voz sin nombre")
                .noneMatch(lyrics -> lyrics != null && lyrics.indexOf('\0') >= 0);
    }
}
