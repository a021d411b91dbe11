package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;

/** A few songs of one emotion each, which lie like stepping stones between grief and hope. */
class HandmadePathsTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final Profile GRIEF = TestProfiles.feeling("grief");

    private static final CatalogEntry REGRET = song("regret", "Ana", 50);
    private static final CatalogEntry VULNERABILITY = song("vulnerability", "Ben", 50);
    private static final CatalogEntry BITTERSWEETNESS = song("bittersweetness", "Cleo", 50);
    private static final CatalogEntry COMPASSION = song("compassion", "Dora", 50);
    private static final CatalogEntry HOPE = song("hope", "Eli", 50);

    @Test
    void oneSongIsTakenForEachPlace() {
        assertThat(path(REGRET, VULNERABILITY, BITTERSWEETNESS, COMPASSION, HOPE))
                .containsExactly("regret", "vulnerability", "bittersweetness", "compassion", "hope");
    }

    @Test
    void whereTheWantedNumberOfSongsIsNotThereFewerAreTaken() {
        assertThat(path(REGRET, VULNERABILITY, BITTERSWEETNESS, COMPASSION))
                .containsExactly("regret", "vulnerability", "bittersweetness", "compassion");
    }

    @Test
    void whereAStoneIsMissingThereIsNoPath() {
        assertThat(path(REGRET, BITTERSWEETNESS, COMPASSION, HOPE)).isEmpty();
        assertThat(path(REGRET, VULNERABILITY, BITTERSWEETNESS)).isEmpty();
    }

    @Test
    void anArtistWhoIsNeededLaterIsSparedAtFirst() {
        CatalogEntry popular = song("regret", "Dora", 100);

        List<SongFacts> path = songs(exact(popular, REGRET, VULNERABILITY, BITTERSWEETNESS, COMPASSION, HOPE));

        assertThat(path).extracting(SongFacts::artist).containsExactly("Ana", "Ben", "Cleo", "Dora", "Eli");
    }

    @Test
    void ofSongsThatAreAsSimilarTheOneNearTheWayIsTakenHoweverPopularTheOther() {
        CatalogEntry aside = song("nostalgia", "Fay", 100);
        PathFinder.Search search = exact(REGRET, VULNERABILITY, aside, BITTERSWEETNESS, COMPASSION, HOPE);

        List<SongFacts> path = songs((query, k) -> search.nearest(query, k).stream()
                .map(HandmadePathsTest::similar)
                .toList());

        assertThat(path)
                .extracting(SongFacts::title)
                .containsExactly("regret", "vulnerability", "bittersweetness", "compassion", "hope");
    }

    @Test
    void whereTheMostSimilarSongsMakeNoPathItLooksFurther() {
        List<CatalogEntry> all = Stream.concat(
                        IntStream.range(0, 300).mapToObj(i -> song("sadness", "Crowd " + i, 50)),
                        Stream.of(REGRET, VULNERABILITY, BITTERSWEETNESS, COMPASSION, HOPE))
                .toList();
        PathFinder.Search search = new ExactSearch(SPACE, all);

        List<SongFacts> path = songs((query, k) -> search.nearest(query, all.size()).stream()
                .sorted(Comparator.comparingLong(song -> song.song().id().value()))
                .limit(k)
                .toList());

        assertThat(path).extracting(SongFacts::title).endsWith("compassion", "hope");
    }

    private static CatalogEntry song(String emotion, String artist, int popularity) {
        SongFacts facts = new SongFacts(null, emotion, artist, null, null, null, popularity);
        return new CatalogEntry(facts, TestProfiles.feeling(emotion));
    }

    private static Recommendation similar(Recommendation song) {
        return new Recommendation(song.song(), song.profile(), 0.5, List.of(), List.of());
    }

    private static PathFinder.Search exact(CatalogEntry... songs) {
        return new ExactSearch(SPACE, List.of(songs));
    }

    private static List<String> path(CatalogEntry... songs) {
        return songs(exact(songs)).stream().map(SongFacts::title).toList();
    }

    private static List<SongFacts> songs(PathFinder.Search search) {
        return new PathFinder(VOCABULARY)
                .find(GRIEF, Aim.LIFT, search).stream()
                        .flatMap(path -> path.steps().stream())
                        .map(step -> step.song().song().facts())
                        .toList();
    }
}
