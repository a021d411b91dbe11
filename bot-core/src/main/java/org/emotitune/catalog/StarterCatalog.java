package org.emotitune.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** The catalog that comes with the program: {@code starter-catalog.json}, a song a line. */
public final class StarterCatalog {
    static final String FILE = "starter-catalog.json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private StarterCatalog() {}

    /** A line of the file, in the format that exported catalogs have too. */
    private record Row(
            @Nullable String name,
            @Nullable String artist,
            @Nullable String spotify_track_url,
            @Nullable Integer popularity,
            @Nullable Integer year,
            @Nullable String language,
            @Nullable Integer duration_ms,
            @Nullable Map<String, Double> emotions,
            @Nullable Map<String, Double> themes) {}

    /** Digest of the file. */
    public static String digest() {
        try (BufferedReader reader = Resources.reader(StarterCatalog.class, FILE)) {
            return Digests.sha256(String.join("\n", reader.lines().toList()));
        } catch (IOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(FILE, e.getMessage()), e);
        }
    }

    /**
     * @return all entries, in the order of the file
     * @throws BrokenResourceException if the file has been damaged; its message names the line
     */
    public static List<CatalogEntry> load(Vocabulary vocabulary) {
        try (Reader reader = Resources.reader(StarterCatalog.class, FILE)) {
            return entries(reader, vocabulary);
        } catch (IOException e) {
            throw new BrokenResourceException("%s cannot be read: %s".formatted(FILE, e.getMessage()), e);
        }
    }

    static List<CatalogEntry> entries(Reader reader, Vocabulary vocabulary) throws IOException {
        List<CatalogEntry> entries = new ArrayList<>();
        try (MappingIterator<Row> rows = JSON.readerFor(Row.class).readValues(reader)) {
            while (rows.hasNextValue()) {
                entries.add(entry(rows.nextValue(), vocabulary, rows.getCurrentLocation()));
            }
        } catch (JsonProcessingException e) {
            throw broken(e.getLocation(), e.getOriginalMessage(), e);
        }
        if (entries.isEmpty()) {
            throw new BrokenResourceException(FILE + " holds no songs");
        }
        return entries;
    }

    private static CatalogEntry entry(Row row, Vocabulary vocabulary, JsonLocation where) {
        try {
            SongFacts song = new SongFacts(
                    spotifyId(row.spotify_track_url()),
                    given("name", row.name()),
                    given("artist", row.artist()),
                    row.year(),
                    row.language(),
                    row.duration_ms(),
                    row.popularity());
            return new CatalogEntry(song, vocabulary.checked(profile(row)));
        } catch (IllegalArgumentException e) {
            throw broken(where, e.getMessage(), e);
        }
    }

    private static Profile profile(Row row) {
        return Profile.of(weights("emotions", row.emotions()), weights("themes", row.themes()));
    }

    private static Map<String, Double> weights(String field, @Nullable Map<String, Double> weights) {
        if (given(field, weights).containsValue(null)) {
            throw new IllegalArgumentException("a weight is missing in " + field);
        }
        return new LinkedHashMap<>(given(field, weights));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static @Nullable String spotifyId(@Nullable String url) {
        return url == null ? null : url.substring(url.lastIndexOf('/') + 1);
    }

    private static BrokenResourceException broken(
            @Nullable JsonLocation where, @Nullable String problem, Exception cause) {
        int line = where == null ? 0 : where.getLineNr();
        return new BrokenResourceException("%s, line %d: %s".formatted(FILE, line, problem), cause);
    }
}
