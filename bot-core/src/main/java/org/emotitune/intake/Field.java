package org.emotitune.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a CSV file or a field of a JSON object can be about, and how files call it. */
enum Field {
    TITLE("name", "title", "Track Name", "song", "título", "nombre", "canción", "Nombre de la canción"),
    ARTIST("artist", "artista"),
    /** Several, with a comma or a semicolon between them. */
    ARTISTS("artists", "Artist Name(s)", "Artist Name", "artistas", "Nombre(s) del artista"),
    ALBUM("album", "Album Name", "álbum", "Nombre del álbum"),
    /** All of a row's must name the same track. */
    SPOTIFY(
            "spotify_id",
            "spotify_track_url",
            "spotify_api_track_url",
            "spotify_url",
            "spotify_uri",
            "uri",
            "Track URI",
            "track_id",
            "URI de la canción"),
    /** Only where it looks like one of Spotify's: other catalogs number their songs, too. */
    ID("id"),
    ISRC("isrc"),
    /** Year of the first release. Counts more than the date, which may be that of a later edition. */
    YEAR("year", "año"),
    DATE("release_date", "Album Release Date", "Fecha de lanzamiento", "Fecha de lanzamiento del álbum"),
    LANGUAGE("language", "idioma"),
    DURATION("duration_ms", "Track Duration (ms)", "duración (ms)", "Duración de la canción (ms)"),
    POPULARITY("popularity", "popularidad"),
    /** The address of a picture, or a list of pictures. */
    ARTWORK("artwork", "album.images", "images", "Album Image URL", "carátula", "URL de la imagen del álbum"),
    LYRICS("lyrics", "letra"),
    EMOTIONS("emotions", "emociones"),
    THEMES("themes", "temas");

    private static final Map<String, Field> BY_NAME = byName();

    @SuppressWarnings("ImmutableEnumChecker") // A list that cannot be changed.
    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    /** How files call it, the usual one first. */
    List<String> names() {
        return names;
    }

    /** @param name as a file has it; case, accents, spaces and punctuation do not matter */
    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(normal(name)));
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            field.names.forEach(name -> fields.put(normal(name), field));
        }
        return fields;
    }

    private static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(normal::appendCodePoint);
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
