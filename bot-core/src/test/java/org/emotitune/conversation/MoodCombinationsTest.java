package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.catalog.Indexer;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.db.TestDatabase;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Page;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Request;
import org.emotitune.recommend.Taste;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All combinations of the eight mood buttons on the starter catalog, against a look at every song of it. Prints the figures
 * of the decision record on group mood.
 */
class MoodCombinationsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    /** Similarities that differ by less are about the same: what a thumb may move. */
    private static final double STEP = 0.05;

    private static final int SHOWN = 5;
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new BgeWordEmbeddings(), MoodSpace.Settings.DEFAULT);

    private static HikariDataSource pool = new HikariDataSource();
    private static final Map<Set<MoodGroup>, Page> PAGES = new HashMap<>();
    private static List<Recommender> recommenders = List.of();
    private static List<Heard> catalog = List.of();
    private static double floor;

    /** A song with its similarity to each mood. */
    private record Heard(ProfiledSong song, Map<MoodGroup, Double> similarities) {
        double least(Set<MoodGroup> moods) {
            return moods.stream().mapToDouble(similarities::get).min().orElseThrow();
        }

        double mean(Set<MoodGroup> moods) {
            return moods.stream().mapToDouble(similarities::get).average().orElseThrow();
        }
    }

    @BeforeAll
    static void indexStarterCatalog() {
        pool = TestPool.of(database.address(), 4);
        PgCatalogStore store = new PgCatalogStore(pool);
        store.keepVocabulary(VOCABULARY);
        store.keepStarter("starter", () -> StarterCatalog.load(VOCABULARY));
        floor = new Indexer(store, new PgVectorSongIndex(pool), SPACE, VOCABULARY)
                .refresh(true)
                .floor();
        recommenders =
                List.of(new Recommender(new PgVectorSongIndex(pool), store, SPACE, VOCABULARY, songs -> Map.of()));
        catalog = TestSongs.kept(store, true).stream()
                .map(song -> new Heard(
                        song,
                        Stream.of(MoodGroup.values())
                                .collect(Collectors.toMap(mood -> mood, mood -> similarity(mood, song)))))
                .toList();
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    private static double similarity(MoodGroup mood, ProfiledSong song) {
        Profile felt = Buttons.profile(mood);
        return SPACE.similarity(felt, MoodSpace.cosine(SPACE.queryVector(felt), SPACE.songVector(song.profile())));
    }

    static List<Set<MoodGroup>> combinations() {
        return IntStream.range(1, 1 << MoodGroup.values().length)
                .mapToObj(bits -> Stream.of(MoodGroup.values())
                        .filter(mood -> (bits >> List.of(MoodGroup.values()).indexOf(mood)) % 2 == 1)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    private static Page together(Set<MoodGroup> moods) {
        return PAGES.computeIfAbsent(moods, combination -> {
            Request request = new Request(SHOWN, Order.SIMILARITY, Wishes.NONE, Taste.UNKNOWN);
            List<Profile> feelings = combination.stream().map(Buttons::profile).toList();
            return recommenders.getFirst().together(feelings, request);
        });
    }

    /** Songs that are out of place for nobody, best first. */
    private static List<Heard> inPlace(Set<MoodGroup> moods, ToDoubleFunction<Heard> score) {
        return catalog.stream()
                .filter(each -> moods.stream()
                        .noneMatch(mood -> VOCABULARY.isOutOfPlace(each.song().profile(), Buttons.profile(mood))))
                .sorted(Comparator.comparingDouble(each -> -score.applyAsDouble(each)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void noSongThatIsLeftOutIsMoreThanAStepBetterForTheLeastHappy(Set<MoodGroup> moods) {
        Page page = together(moods);
        Set<SongId> chosen =
                page.songs().stream().map(song -> song.song().id()).collect(Collectors.toCollection(HashSet::new));
        double worst = page.songs().stream()
                .mapToDouble(Recommendation::similarity)
                .min()
                .orElseThrow();
        List<Heard> leftOut = inPlace(moods, each -> each.least(moods)).stream()
                .filter(each -> !chosen.contains(each.song().song().id()))
                .toList();

        boolean full = chosen.size() == SHOWN || page instanceof Page.NothingClose;
        double bound = full ? worst + STEP : floor;

        assertThat(leftOut)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.least(moods)).isLessThan(bound));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void songsMatchIfOneIsAboveTheFloorForEverybody(Set<MoodGroup> moods) {
        double best = inPlace(moods, each -> each.least(moods)).getFirst().least(moods);

        assertThat(together(moods)).isInstanceOf(best >= floor ? Page.Matches.class : Page.NothingClose.class);
    }

    @Test
    void leastMiseryGivesTheLeastHappyMoreThanItTakesFromTheMean() {
        List<double[]> figures = new ArrayList<>();
        for (Set<MoodGroup> pair : combinations()) {
            if (pair.size() == 2) {
                List<Heard> least = best(pair, each -> Math.floor(each.least(pair) / STEP) + each.mean(pair) / 100);
                List<Heard> average = best(pair, each -> each.mean(pair));
                double[] row = {
                    mean(least, each -> each.least(pair)),
                    mean(least, each -> each.mean(pair)),
                    mean(average, each -> each.least(pair)),
                    mean(average, each -> each.mean(pair))
                };
                figures.add(row);
                print(pair.stream().sorted().toList() + (together(pair) instanceof Page.Matches ? "" : " apart"), row);
            }
        }
        double[] all = IntStream.range(0, 4)
                .mapToDouble(column -> figures.stream()
                        .mapToDouble(row -> row[column])
                        .average()
                        .orElseThrow())
                .toArray();
        print("mean of the pairs", all);

        assertThat(figures).hasSize(28);
        assertThat(all[0] - all[2]).isGreaterThan(all[3] - all[1]);
    }

    @Test
    void howManyCombinationsHaveSongsForAll() {
        Map<Integer, Long> matched = combinations().stream()
                .filter(moods -> together(moods) instanceof Page.Matches)
                .collect(Collectors.groupingBy(Set::size, Collectors.counting()));

        System.out.printf(Locale.ROOT, "floor %.2f; combinations with songs for all, by moods: %s%n", floor, matched);
        assertThat(matched).containsEntry(1, 8L);
        assertThat(matched.get(2)).isGreaterThanOrEqualTo(10);
    }

    private static List<Heard> best(Set<MoodGroup> moods, ToDoubleFunction<Heard> score) {
        return inPlace(moods, score).subList(0, SHOWN);
    }

    private static double mean(List<Heard> songs, ToDoubleFunction<Heard> value) {
        return songs.stream().mapToDouble(value).average().orElseThrow();
    }

    private static void print(String what, double... row) {
        System.out.printf(
                Locale.ROOT,
                "%s: least misery min %.2f mean %.2f; average min %.2f mean %.2f%n",
                what,
                row[0],
                row[1],
                row[2],
                row[3]);
    }
}
