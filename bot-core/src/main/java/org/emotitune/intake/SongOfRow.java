package org.emotitune.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.song.Isrc;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Makes a song of a row. */
final class SongOfRow {
    /** As the database keeps titles, artists and albums. */
    private static final int LONGEST = 500;

    private static final int HIGHEST_POPULARITY = 100;
    private static final int DAY_MS = 24 * 60 * 60 * 1000;

    /** What stands between artists in Exportify's files: all its versions do it differently; one escapes commas. */
    private static final Pattern BETWEEN_ARTISTS = Pattern.compile("(?<!\\\\)[,;]\\s*");

    private SongOfRow() {}

    /** @throws UnusableRowException if there is something wrong with any field that is known */
    static OfferedSong read(RawRow row) {
        String title = line(row, Field.TITLE);
        if (title == null) {
            throw new UnusableRowException("the title is missing");
        }
        SongFacts facts = new SongFacts(
                SpotifyLinks.trackId(row).orElse(null),
                title,
                artist(row),
                Dates.year(row).orElse(null),
                row.first(Field.LANGUAGE).map(Languages::code).orElse(null),
                whole(row, Field.DURATION, DAY_MS).filter(length -> length > 0).orElse(null),
                whole(row, Field.POPULARITY, HIGHEST_POPULARITY).orElse(null));
        return new OfferedSong(facts, album(row), isrc(row), lyrics(row), TermsOfRow.read(row), artwork(row));
    }

    private static @Nullable String line(RawRow row, Field field) {
        return row.first(field).map(cell -> cell.line(LONGEST)).orElse(null);
    }

    private static Optional<Integer> whole(RawRow row, Field field, int to) {
        return row.first(field).map(cell -> WholeNumbers.read(cell, 0, to));
    }

    private static @Nullable String artist(RawRow row) {
        Optional<Cell> one =
                row.first(Field.ARTIST).filter(cell -> !cell.value().isArray());
        if (one.isPresent()) {
            return one.get().line(LONGEST);
        }
        return row.first(Field.ARTIST)
                .or(() -> row.first(Field.ARTISTS))
                .map(SongOfRow::artists)
                .orElse(null);
    }

    private static String artists(Cell cell) {
        String line = artistNames(cell).filter(name -> !name.isBlank()).collect(Collectors.joining(", "));
        if (line.isEmpty() || line.codePointCount(0, line.length()) > LONGEST) {
            throw cell.wrong("names no artist, or more than %d characters of them".formatted(LONGEST));
        }
        return line;
    }

    private static Stream<String> artistNames(Cell cell) {
        if (cell.value().isArray()) {
            return cell.value().valueStream().map(name -> new Cell(cell.name(), name).line(LONGEST));
        }
        return BETWEEN_ARTISTS.splitAsStream(cell.line(2 * LONGEST)).map(name -> name.replace("\\,", ","));
    }

    /** Its name, or an object with its name, as Spotify's API has it. */
    private static @Nullable String album(RawRow row) {
        return row.first(Field.ALBUM)
                .map(cell -> cell.value().isObject()
                        ? new Cell(cell.name(), cell.value().path("name"))
                        : cell)
                .filter(cell -> !cell.isBlank() && !cell.value().isMissingNode())
                .map(cell -> cell.line(LONGEST))
                .orElse(null);
    }

    /** Whatever is wrong with it, the song can do without. */
    private static @Nullable String artwork(RawRow row) {
        return row.first(Field.ARTWORK)
                .map(Cell::value)
                .or(() -> row.first(Field.ALBUM).map(cell -> cell.value().path("images")))
                .map(Artwork::in)
                .orElse(null);
    }

    private static @Nullable String isrc(RawRow row) {
        Optional<Cell> cell = row.first(Field.ISRC);
        if (cell.isEmpty()) {
            return null;
        }
        String code = Isrc.plain(cell.get().text().replaceAll("\\s", ""));
        if (!Isrc.isOne(code)) {
            throw cell.get().wrong("is no ISRC, such as ES1012400001");
        }
        return code;
    }

    /** No reason ever quotes them. PostgreSQL keeps no NUL in a text. */
    private static @Nullable String lyrics(RawRow row) {
        return row.first(Field.LYRICS)
                .map(cell -> cell.text().replace("\0", ""))
                .filter(text -> !text.isBlank())
                .orElse(null);
    }
}
