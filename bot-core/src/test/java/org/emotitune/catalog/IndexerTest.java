package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.Generation;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.testing.Query;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexerTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final CatalogStore catalog = new PgCatalogStore(database.dataSource());
    private final PgVectorSongIndex index = new PgVectorSongIndex(database.dataSource());

    @BeforeEach
    void smallCatalog() throws SQLException {
        Query.execute(
                database.dataSource(),
                "TRUNCATE song, generation CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VocabularyFiles.load());
        keep(1, 20, 30, 80);
    }

    @Test
    void allSongsAreIndexed() {
        Generation built = indexer(0.3).refresh(true);

        assertThat(built.songs()).isEqualTo(3);
        assertThat(index.active()).contains(built);
    }

    @Test
    void theMedianPopularityIsThatOfTheCatalog() {
        assertThat(indexer(0.3).refresh(true).medianPopularity()).isEqualTo(30);
    }

    @Test
    void anUnchangedCatalogIsNotIndexedAgain() {
        Generation first = indexer(0.3).refresh(true);

        assertThat(indexer(0.3).refresh(true)).isEqualTo(first);
    }

    @Test
    void aChangedCatalogIsIndexedAgain() {
        Generation first = indexer(0.3).refresh(true);
        keep(2, 1, 2, 3, 4);

        Generation second = indexer(0.3).refresh(true);

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(second.songs()).isEqualTo(4);
    }

    @Test
    void anotherMoodSpaceIsAnotherGeneration() {
        Generation first = indexer(0.3).refresh(true);

        Generation second = indexer(0.4).refresh(true);

        assertThat(second.space()).isNotEqualTo(first.space());
        assertThat(index.active()).contains(second);
    }

    @Test
    void withoutTheStarterCatalogTheIndexIsEmpty() {
        indexer(0.3).refresh(true);

        Generation without = indexer(0.3).refresh(false);

        assertThat(without.songs()).isZero();
    }

    private Indexer indexer(double alpha) {
        MoodSpace space = new MoodSpace(
                VocabularyFiles.load(), new SeededEmbeddings("seeded"), new MoodSpace.Settings(alpha, 0.33));
        return new Indexer(catalog, index, space, VocabularyFiles.load());
    }

    private void keep(int version, Integer... popularities) {
        List<CatalogEntry> entries = List.of(popularities).stream()
                .map(popularity -> new CatalogEntry(
                        TestSongs.popular("Song " + popularity, popularity), TestProfiles.feeling("joy")))
                .toList();
        catalog.keepStarter("version " + version, () -> entries);
    }
}
