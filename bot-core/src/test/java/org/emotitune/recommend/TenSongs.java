package org.emotitune.recommend;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.Indexer;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.person.Votes;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.song.Artist;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;

/** Ten songs on the real database, five of which feel exactly the same. */
final class TenSongs implements AutoCloseable {
    static final Profile HAPPY = TestProfiles.feeling("joy", "hope");
    static final Profile TEARFUL = TestProfiles.feeling("joy", "hope", "sadness");
    static final Profile LOST = TestProfiles.of(List.of("sadness", "grief", "love"), List.of("farewell"));
    static final List<String> JOYS = List.of("Alegría", "Alegría Nueva", "Joy", "New Joy", "Unknown Joy");

    private static final List<CatalogEntry> CATALOG = List.of(
            song("Alegría", "Maná", 1985, "es", HAPPY),
            song("Alegría Nueva", "Maná & Shakira", 2005, "es", HAPPY),
            song("Joy", "Adele", 1989, "en", HAPPY),
            song("New Joy", "Adele", 1990, "en", HAPPY),
            song("Unknown Joy", "Nobody", null, null, HAPPY),
            song("Tears of Joy", "Adele", 1985, "en", TEARFUL),
            song("Tears", "Adele", 1985, "en", LOST),
            song("Comfort", "Adele", 1985, "en", TestProfiles.of(List.of("love", "comfort"), List.of("farewell"))),
            song("Storm", "Storms", 1985, "en", TestProfiles.of(List.of("anger", "rage"), List.of("injustice"))),
            song("Panic", "Storms", 1985, "en", TestProfiles.of(List.of("panic", "fear"), List.of("illness"))));

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);

    private final HikariDataSource pool;
    private final PgCatalogStore catalog;
    private final Map<String, SongId> ids = new HashMap<>();

    TenSongs(TestDatabase database) {
        pool = TestPool.of(database.address(), 2);
        catalog = new PgCatalogStore(pool);
        catalog.keepVocabulary(VOCABULARY);
        catalog.keepStarter("ten songs", () -> CATALOG);
        new Indexer(catalog, new PgVectorSongIndex(pool), SPACE, VOCABULARY).refresh(true);
        TestSongs.kept(catalog, true)
                .forEach(
                        song -> ids.put(song.song().facts().title(), song.song().id()));
    }

    private static CatalogEntry song(
            String title, String artist, @Nullable Integer year, @Nullable String language, Profile profile) {
        return new CatalogEntry(new SongFacts(null, title, artist, year, language, null, 50), profile);
    }

    /** Nearest first. */
    Page recommend(Profile feeling, Wishes wishes, Taste taste) {
        return recommend(feeling, new Request(50, Order.SIMILARITY, wishes, taste), Map.of());
    }

    Page recommend(Profile feeling, Request request, Map<SongId, Votes> votes) {
        return recommender(votes).recommend(feeling, request);
    }

    Page together(List<Profile> feelings, Request request) {
        return recommender(Map.of()).together(feelings, request);
    }

    private Recommender recommender(Map<SongId, Votes> votes) {
        return new Recommender(new PgVectorSongIndex(pool), catalog, SPACE, VOCABULARY, songs -> votes);
    }

    SongId id(String title) {
        return Objects.requireNonNull(ids.get(title), title);
    }

    Set<SongId> ids(Collection<String> titles) {
        return titles.stream().map(this::id).collect(Collectors.toSet());
    }

    Artist artist(String name) {
        return catalog.artist(name).orElseThrow();
    }

    static List<String> allBut(String... others) {
        return CATALOG.stream()
                .map(entry -> entry.song().title())
                .filter(title -> !Arrays.asList(others).contains(title))
                .toList();
    }

    static List<String> titles(Page page) {
        return page.songs().stream().map(song -> song.song().facts().title()).toList();
    }

    @Override
    public void close() {
        pool.close();
    }
}
