package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.intake.IntakeStore.Change.ADDED;
import static org.emotitune.intake.IntakeStore.Change.CHANGED;
import static org.emotitune.intake.IntakeStore.Change.UNCHANGED;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.intake.ExportedSong;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses of pictures in the database. */
class PgArtworkTest {
    private static final URI COVER = URI.create("https://i.example.org/image/ab67?size=300&x=%20");
    private static final URI OTHER = URI.create("https://i.example.org/other");

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final PgIntakeStore store = new PgIntakeStore(database.dataSource(), "reader 1");
    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE song, artist CASCADE");
        catalog.keepVocabulary(VocabularyFiles.load());
    }

    @Test
    void itIsKeptShownAndExported() {
        assertThat(keep(COVER)).containsExactly(ADDED);

        ProfiledSong kept = TestSongs.kept(catalog, false).getFirst();
        assertThat(kept.song().facts().artwork()).isEqualTo(COVER);
        List<ExportedSong> exported = new ArrayList<>();
        new PgCatalogRows(database.dataSource(), true).each(exported::add);
        assertThat(exported).extracting(song -> song.facts().artwork()).containsExactly(COVER);
    }

    @Test
    void anotherOneTakesItsPlaceAndNoneErasesIt() {
        keep(COVER);

        assertThat(keep(COVER)).containsExactly(UNCHANGED);
        assertThat(keep(OTHER)).containsExactly(CHANGED);
        assertThat(keep(null)).containsExactly(UNCHANGED);

        assertThat(TestSongs.kept(catalog, false).getFirst().song().facts().artwork())
                .isEqualTo(OTHER);
    }

    @Test
    void aTrialTellsTheSameAndKeepsNothing() {
        keep(COVER);

        assertThat(Offers.keep(store, false, true, 1, List.of(row(OTHER), row(OTHER))))
                .containsExactly(CHANGED, UNCHANGED);

        assertThat(TestSongs.kept(catalog, false).getFirst().song().facts().artwork())
                .isEqualTo(COVER);
    }

    private List<Change> keep(@Nullable URI artwork) {
        return Offers.keep(store, row(artwork));
    }

    private static Row row(@Nullable URI artwork) {
        SongFacts facts = new SongFacts(null, "Song", "Singer", null, null, null, null, artwork);
        return Offers.with(Offers.row(facts), null, TestProfiles.feeling("joy"));
    }
}
