package org.emotitune.postgres;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.Artist;
import org.emotitune.song.MatchKey;
import org.emotitune.song.Song;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Songs and profiles in PostgreSQL. Thread-safe. */
public final class PgCatalogStore implements CatalogStore {
    private static final String KEEP_WORDS = "INSERT INTO word (kind, name) SELECT ?, unnest(?) ON CONFLICT DO NOTHING";
    private static final String STARTER_DIGEST = "SELECT starter_digest FROM catalog_state";
    private static final String REVISION = "SELECT revision FROM catalog_state";

    private static final int FETCHED_AT_ONCE = 1000;

    private static final String FACTS = """
            s.id, s.spotify_id, s.title, s.artist, s.release_year, s.language, s.duration_ms, s.popularity,
            s.artwork""";

    /** Of several releases the most popular one; where that is even, the first that came. */
    private static final String PROFILED = """
            SELECT %s,
                   array_agg(w.kind ORDER BY w.kind, w.weight DESC, w.name) AS kinds,
                   array_agg(w.name ORDER BY w.kind, w.weight DESC, w.name) AS names,
                   array_agg(w.weight ORDER BY w.kind, w.weight DESC, w.name) AS weights
              FROM song s
              JOIN profile_word w ON w.song_id = s.id
             WHERE (? OR s.origin <> 'starter')
               AND NOT EXISTS (
                   SELECT 1 FROM song other JOIN profile ON profile.song_id = other.id
                    WHERE other.match_key = s.match_key AND other.artist IS NOT NULL AND s.artist IS NOT NULL
                      AND (? OR other.origin <> 'starter')
                      AND (coalesce(other.popularity, -1), -other.id) > (coalesce(s.popularity, -1), -s.id))
             GROUP BY s.id
             ORDER BY s.id
            """.formatted(FACTS);

    private static final String INDEXED = """
            SELECT %s, p.profile
              FROM song s
              JOIN indexed_profile p ON p.song_id = s.id
             WHERE s.id = ANY (?)
            """.formatted(FACTS);

    private static final String ARTIST_BY_KEY = "SELECT id, name FROM artist WHERE key = ?";
    private static final String ARTIST_BY_ID = "SELECT id, name FROM artist WHERE id = ?";
    private static final String SONGS_BY_ARTIST = "SELECT song_id FROM song_artist WHERE artist_id = ANY (?)";

    private final Sql sql;

    public PgCatalogStore(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public void keepVocabulary(Vocabulary vocabulary) {
        sql.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP_WORDS)) {
                return keepWords(insert, "emotion", vocabulary.emotionWords())
                        + keepWords(insert, "theme", vocabulary.themeNames());
            }
        });
    }

    private static int keepWords(PreparedStatement insert, String kind, List<String> names) throws SQLException {
        insert.setString(1, kind);
        insert.setArray(2, insert.getConnection().createArrayOf("text", names.toArray()));
        return insert.executeUpdate();
    }

    @Override
    public void keepStarter(String digest, Supplier<List<CatalogEntry>> entries) {
        if (!starterDigest().equals(Optional.of(digest))) {
            List<CatalogEntry> loaded = entries.get();
            sql.inTransaction(connection -> {
                new PgStarterRows(connection).replaceWith(loaded, digest);
                return loaded.size();
            });
        }
    }

    private Optional<String> starterDigest() {
        return sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(STARTER_DIGEST);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString("starter_digest"));
            }
        });
    }

    @Override
    public String revision(boolean withStarter) {
        long revision = sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(REVISION);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("revision");
            }
        });
        return withStarter ? revision + " with starter" : revision + " without starter";
    }

    @Override
    public void eachProfiledSong(boolean withStarter, Consumer<ProfiledSong> each) {
        // Only within a transaction does the driver fetch rows a few at a time.
        sql.inTransaction(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, PROFILED, withStarter, withStarter)) {
                select.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        each.accept(new ProfiledSong(song(row), profile(row)));
                    }
                }
                return true;
            }
        });
    }

    @Override
    public Map<SongId, ProfiledSong> songs(Collection<SongId> ids) {
        return sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(INDEXED)) {
                Object[] values = ids.stream().map(SongId::value).toArray();
                select.setArray(1, connection.createArrayOf("bigint", values));
                Map<SongId, ProfiledSong> songs = new LinkedHashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Song song = song(row);
                        songs.put(song.id(), new ProfiledSong(song, ProfileText.parse(row.getString("profile"))));
                    }
                }
                return songs;
            }
        });
    }

    @Override
    public Optional<Artist> artist(String name) {
        String key = MatchKey.ofName(name);
        // PostgreSQL keeps no such character in a text, and refuses to look for one.
        return key.indexOf('\0') >= 0 ? Optional.empty() : artist(ARTIST_BY_KEY, select -> select.setString(1, key));
    }

    @Override
    public Optional<Artist> artist(long id) {
        return artist(ARTIST_BY_ID, select -> select.setLong(1, id));
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private Optional<Artist> artist(String statement, Binding binding) {
        return sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(statement)) {
                binding.to(select);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Artist(row.getLong("id"), row.getString("name")))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Set<SongId> songsBy(Collection<Artist> artists) {
        return sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SONGS_BY_ARTIST)) {
                Object[] ids = artists.stream().map(Artist::id).toArray();
                select.setArray(1, connection.createArrayOf("bigint", ids));
                Set<SongId> songs = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        songs.add(new SongId(row.getLong("song_id")));
                    }
                }
                return songs;
            }
        });
    }

    private static Song song(ResultSet row) throws SQLException {
        return new Song(new SongId(row.getLong("id")), facts(row));
    }

    static SongFacts facts(ResultSet row) throws SQLException {
        return new SongFacts(
                row.getString("spotify_id"),
                row.getString("title"),
                row.getString("artist"),
                row.getObject("release_year", Integer.class),
                row.getString("language"),
                row.getObject("duration_ms", Integer.class),
                row.getObject("popularity", Integer.class),
                artwork(row.getString("artwork")));
    }

    private static @Nullable URI artwork(@Nullable String address) {
        return address == null ? null : URI.create(address);
    }

    static Profile profile(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Float[] weights = (Float[]) row.getArray("weights").getArray();
        List<WeightedWord> emotions = new ArrayList<>();
        List<WeightedWord> themes = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            double weight = Double.parseDouble(weights[i].toString());
            (kinds[i].equals("emotion") ? emotions : themes).add(new WeightedWord(names[i], weight));
        }
        return new Profile(emotions, themes);
    }
}
