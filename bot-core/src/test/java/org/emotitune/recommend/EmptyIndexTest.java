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
        Page page = recommender().recommend(TestProfiles.feeling("joy"), Request.USUAL);

        assertThat(page).isEqualTo(new Page.NothingClose(List.of()));
    }

    @Test
    void beforeTheFirstBuildNothingIsCloseToSeveralPeopleEither() {
        Page page = recommender()
                .together(List.of(TestProfiles.feeling("joy"), TestProfiles.feeling("anger")), Request.USUAL);

        assertThat(page).isEqualTo(new Page.NothingClose(List.of()));
    }

    private static Recommender recommender() {
        return new Recommender(
                new PgVectorSongIndex(database.dataSource()),
                new PgCatalogStore(database.dataSource()),
                new MoodSpace(VocabularyFiles.load(), new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT),
                VocabularyFiles.load(),
                songs -> Map.of());
    }
}
