package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of both programs of that name: columns as theirs, songs made up. */
class ExportifyTest {
    private static final String ID = "Made00UpX0Y1z2W3v4U5t6";
    private static final String ENGLISH =
            "\"Track URI\",\"Track Name\",\"Artist URI(s)\",\"Artist Name(s)\",\"Album URI\",\"Album Name\",\"Album Artist URI(s)\",\"Album Artist Name(s)\",\"Album Release Date\",\"Album Image URL\",\"Disc Number\",\"Track Number\",\"Track Duration (ms)\",\"Track Preview URL\",\"Explicit\",\"Popularity\",\"ISRC\",\"Added By\",\"Added At\"";
    private static final String SPANISH =
            "\"URI de la canción\",\"Nombre de la canción\",\"URI(s) del artista\",\"Nombre(s) del artista\",\"URI del álbum\",\"Nombre del álbum\",\"URI(s) del artista del álbum\",\"Nombre(s) del artista del álbum\",\"Fecha de lanzamiento del álbum\",\"URL de la imagen del álbum\",\"Número de disco\",\"Número de la canción\",\"Duración de la canción (ms)\",\"URL de vista previa de la canción\",\"Explícito\",\"Popularidad\",\"ISRC\",\"Añadido por\",\"Añadido en\"";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, SPANISH})
    void theNewLayoutIsReadInBothLanguages(String header) {
        OfferedSong song = ReadRows.only(
                directory,
                "\uFEFF" + header + "\n"
                        + "\"spotify:track:" + ID
                        + "\",\"Sal \"\"y\"\" mar\",\"spotify:artist:a, spotify:artist:b\",\"Mapas\\, Los, Ana\","
                        + "\"spotify:album:x\",\"Olas\",\"spotify:artist:z\",\"Varios\",\"2024-02-19\",\"https://i.example.org/1\","
                        + "\"1\",\"3\",\"181000\",\"\",\"false\",\"66\",\"ESA1B2400017\",\"spotify:user:u\",\"2024-03-01T10:00:00Z\"\n");

        assertThat(song)
                .isEqualTo(new OfferedSong(
                        new SongFacts(ID, "Sal \"y\" mar", "Mapas, Los, Ana", 2024, null, 181000, 66),
                        "Olas",
                        "ESA1B2400017",
                        null,
                        null,
                        "https://i.example.org/1"));
    }

    @Test
    void theOldLayoutIsRead() {
        OfferedSong song = ReadRows.only(
                directory,
                "\uFEFFSpotify ID,Artist IDs,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Added By,Added At,Genres,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature\n"
                        + ID
                        + ",\"a,b\",\"Sal\",\"Olas\",\"Mapas,Ana\",2019,181000,66,spotify:user:u,2020-03-01T10:00:00Z,\"pop,folk\",0.5,0.5,1,-7.1,1,0.1,0.2,0,0.1,0.9,120,4\n");

        assertThat(song)
                .isEqualTo(new OfferedSong(
                        new SongFacts(ID, "Sal", "Mapas, Ana", 2019, null, 181000, 66), "Olas", null, null, null));
    }

    @Test
    void semicolonsBetweenArtistsAreReadToo() {
        OfferedSong song = ReadRows.only(
                directory,
                "Track URI,Track Name,Artist Name(s),Popularity\nspotify:track:" + ID + ",Sal,Mapas;Ana,0\n");

        assertThat(song.facts().artist()).isEqualTo("Mapas, Ana");
        assertThat(song.facts().popularity()).isZero();
    }

    @Test
    void aFileOnSomebodysDiskHasNoIdAndAnEpisodeIsNoSong() {
        List<SourceRow> rows = ReadRows.of(directory, """
                Track URI,Track Name,Artist Name(s),Album Release Date,Track Duration (ms)
                spotify:local:Mapas:Olas:Sal:181,Sal,Mapas,,0
                spotify:episode:%s,Charla,,2024-01-01,3600000
                """.formatted(ID));

        assertThat(ReadRows.songs(rows))
                .extracting(OfferedSong::facts)
                .containsExactly(new SongFacts(null, "Sal", "Mapas", null, null, null, null));
        assertThat(ReadRows.refusals(rows))
                .containsExactly("2\tTrack URI is no song but a Spotify episode: 'spotify:episode:" + ID + "'");
    }

    @Test
    void tracksOfAFileWithOtherColumnsAreRead() {
        OfferedSong song = ReadRows.only(
                directory,
                "track_id,name,artist,popularity,release_date,valence,energy,duration_ms\n" + ID
                        + ",\"10,000 Días (con Ana)\",Mapas + Co,91,2019,0.43,0.63,167693\n");

        assertThat(song.facts())
                .isEqualTo(new SongFacts(ID, "10,000 Días (con Ana)", "Mapas + Co", 2019, null, 167693, 91));
    }
}
