package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmptyIndexTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void beforeTheFirstBuildNothingIsClose() {
        Recommender recommender = new Recommender(
                new PgVectorSongIndex(database.dataSource()),
                new PgCatalogStore(database.dataSource()),
                new MoodSpace(VocabularyFiles.load(), new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT),
                VocabularyFiles.load(),
                songs -> Map.of());

        Page page = recommender.recommend(TestProfiles.feeling("joy"), Request.USUAL);

        assertThat(page).isEqualTo(new Page.NothingClose(List.of()));
    }
}
