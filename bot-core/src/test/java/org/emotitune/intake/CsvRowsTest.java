package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final String ID = "Made00UpX0Y1z2W3v4U5t6";

    @TempDir
    private Path directory;

    @Test
    void ourOwnHeaderIsRead() {
        OfferedSong song = ReadRows.only(directory, """
                title,artist,album,spotify_id,isrc,release_date,language,duration_ms,popularity,lyrics,emotions,themes
                Sal,"Mapas, Los",Olas,%s,ESA1B2400017,2024-05-01,es,181000,7,"la, la
                ""li""\",sadness 0.9,"sea, farewell 0.5"
                """.formatted(ID));

        assertThat(song)
                .isEqualTo(new OfferedSong(
                        new SongFacts(ID, "Sal", "Mapas, Los", 2024, "es", 181000, 7),
                        "Olas",
                        "ESA1B2400017",
                        "la, la\n\"li\"",
                        new Terms(Map.of("sadness", 0.9), Map.of("sea", 1.0, "farewell", 0.5))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,artist\nUno,Ana\nDos,Eva\n",
                "\uFEFFname,artist\r\nUno,Ana\r\nDos,Eva",
                "name;artist\nUno;Ana\nDos;Eva\n",
                "name\tartist\nUno\tAna\nDos\tEva\n",
                "\n\nname,artist\n\nUno,Ana\n\n\nDos,Eva\n\n",
                "name,artist\rUno,Ana\rDos,Eva\r",
                " NÁME , Artist \n \"Uno\" , \"Ana\" \nDos,Eva\n",
                "\"Título\";\"ARTISTA\"\n\"Uno\";\"Ana\"\n\"Dos\";\"Eva\"\n"
            })
    void columnsAreFoundWhateverIsBetweenThem(String file) {
        List<SourceRow> rows = ReadRows.of(directory, file);

        assertThat(ReadRows.songs(rows))
                .extracting(OfferedSong::facts)
                .containsExactly(facts("Uno", "Ana"), facts("Dos", "Eva"));
        assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 2L);
    }

    private static SongFacts facts(String title, String artist) {
        return new SongFacts(null, title, artist, null, null, null, null);
    }

    @Test
    void rowsWithAnotherNumberOfColumnsAreRefused() {
        List<SourceRow> rows = ReadRows.of(directory, "name,artist,album\nUno,Ana\nDos,Eva,Dos\nTres,Eva,Dos,4,5\n");

        assertThat(ReadRows.titles(rows)).containsExactly("Dos");
        assertThat(ReadRows.refusals(rows))
                .containsExactly("1\thas 2 columns, the header has 3", "3\thas 5 columns, the header has 3");
    }

    @Test
    void aRefusedValueIsToldByTheNameOfItsColumn() {
        List<SourceRow> rows = ReadRows.of(directory, "Nombre de la canción,Popularidad\nUno,120\n ,5\nTres,\n");

        assertThat(ReadRows.titles(rows)).containsExactly("Tres");
        assertThat(ReadRows.refusals(rows))
                .containsExactly("1\tPopularidad is no whole number from 0 to 100: '120'", "2\tthe title is missing");
    }

    @Test
    void quotesInsideOfAValueAreLetters() {
        List<SourceRow> rows = ReadRows.of(
                directory, "name,artist\n7\" single,Ana\n\"A\" side,Eva\n\"say \"\"hi\"\"\",Eva\nCuatro,\"Eva\"\n");

        assertThat(ReadRows.titles(rows)).containsExactly("7\" single", "A side", "say \"hi\"", "Cuatro");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItWasOpened() {
        String file = "name,artist\n\nUno,\"Ana\nEva\"\nDos,\"Eva\nTres,Ana\nCuatro,Ana\n";
        List<SourceRow> rows = new ArrayList<>();
        CatalogSource source = CatalogFiles.open(ReadRows.file(directory, file, StandardCharsets.UTF_8));

        assertThatThrownBy(() -> source.read(rows::add))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageEndingWith(
                        "songs cannot be read to its end: row 2, line 5: a quote (\") is opened here and never closed.");
        assertThat(ReadRows.refusals(rows)).hasSize(1).first().asString().startsWith("1\tartist holds a line break");
    }

    @Test
    void aHeaderAloneHasNoSongs() {
        assertThat(ReadRows.of(directory, "name,artist\n")).isEmpty();
    }

    @Test
    void aHeaderWithoutTitlesIsRefusedWithItsColumns() {
        Path file = ReadRows.file(directory, "interpret;jahr\nAna;1999\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CatalogFiles.open(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining(
                        "no column of its first line holds titles; found: 'interpret', 'jahr'; needed: name")
                .hasMessageContaining("Nombre de la canción");
    }

    @Test
    void twoColumnsMayNameTheTrackIfTheyAgree() {
        List<SourceRow> rows = ReadRows.of(directory, """
                name,spotify_id,uri
                Uno,%1$s,spotify:track:%1$s
                Dos,%1$s,spotify:track:%2$s
                Tres,,spotify:track:%2$s
                """.formatted(ID, ID.replace('M', 'N')));

        assertThat(ReadRows.titles(rows)).containsExactly("Uno", "Tres");
        assertThat(ReadRows.refusals(rows)).singleElement().asString().contains("spotify_id and uri name two songs");
    }

    @Test
    void emotionsOfAColumnMayHaveWeights() {
        OfferedSong song = ReadRows.only(directory, "name;emotions\nUno;\"sadness 0.9, grief\"\n");

        assertThat(Objects.requireNonNull(song.terms()).emotions())
                .containsExactlyInAnyOrderEntriesOf(Map.of("sadness", 0.9, "grief", 1.0));
    }
}
