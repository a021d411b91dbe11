package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.SongId;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all people and songs, on random ones; and what a few songs show. */
class LeastMiseryTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final LeastMisery LEAST_MISERY = new LeastMisery(SPACE, VOCABULARY);

    private static final Profile HAPPY = TestProfiles.feeling("joy", "happiness");
    private static final Profile MOURNING = TestProfiles.of(List.of("grief", "sadness"), List.of("death-of-loved-one"));

    /** Some people and a catalog. */
    record Company(List<Profile> people, List<CatalogEntry> catalog) {
        LeastMisery.Found found() {
            return found(people);
        }

        LeastMisery.Found found(List<Profile> others) {
            return LEAST_MISERY.find(others, new ExactSearch(SPACE, catalog));
        }

        @Override
        public String toString() {
            return "%d people, %d songs".formatted(people.size(), catalog.size());
        }
    }

    private static Stream<Company> companies() {
        Random random = new Random(20_241_123);
        RandomMoods moods = new RandomMoods(VOCABULARY, random);
        return IntStream.range(0, 40)
                .mapToObj(i -> new Company(
                        IntStream.range(0, 2 + random.nextInt(7))
                                .mapToObj(person -> moods.feeling())
                                .toList(),
                        moods.catalog(i % 2 == 0 ? 60 : 900)));
    }

    private static double similarity(Profile person, Profile song) {
        return SPACE.similarity(person, MoodSpace.cosine(SPACE.queryVector(person), SPACE.songVector(song)));
    }

    private static double least(List<Profile> people, Profile song) {
        return people.stream()
                .mapToDouble(person -> similarity(person, song))
                .min()
                .orElseThrow();
    }

    private static Map<SongId, Recommendation> byId(LeastMisery.Found found) {
        return found.songs().stream()
                .collect(Collectors.toMap(song -> song.song().id(), song -> song));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void aSongIsAsGoodAsItIsForThePersonWhomItFitsLeast(Company company) {
        assertThat(company.found().songs())
                .hasSizeGreaterThan(20)
                .allSatisfy(song -> assertThat(song.similarity()).isEqualTo(least(company.people(), song.profile())));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void theMeanIsOverPeople(Company company) {
        LeastMisery.Found found = company.found();

        assertThat(found.songs())
                .isNotEmpty()
                .allSatisfy(song -> assertThat(found.means().get(song.song().id()))
                        .isCloseTo(
                                company.people().stream()
                                        .mapToDouble(person -> similarity(person, song.profile()))
                                        .average()
                                        .orElseThrow(),
                                within(1e-9)));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void theOrderOfPeopleChangesNothing(Company company) {
        LeastMisery.Found found = company.found();
        List<Profile> shuffled = new ArrayList<>(company.people());
        Collections.shuffle(shuffled, new Random(7));

        LeastMisery.Found others = company.found(shuffled);

        assertThat(byId(others)).isEqualTo(byId(found));
        assertThat(others.means()).isEqualTo(found.means());
    }

    @ParameterizedTest
    @MethodSource("companies")
    void whoeverFeelsAsSomebodyElseChangesTheMeanAlone(Company company) {
        List<Profile> people = company.people();
        LeastMisery.Found found = company.found();

        LeastMisery.Found more = company.found(
                Stream.concat(people.stream(), Stream.of(people.getFirst())).toList());

        assertThat(byId(more)).isEqualTo(byId(found));
        assertThat(more.means()).isNotEqualTo(found.means());
        assertThat(more.songs()).isNotEmpty().allSatisfy(song -> {
            double towards = similarity(people.getFirst(), song.profile());
            double mean = found.means().getOrDefault(song.song().id(), 0.0);
            assertThat(more.means().get(song.song().id()))
                    .isCloseTo(mean + (towards - mean) / (people.size() + 1), within(1e-9));
        });
    }

    @ParameterizedTest
    @MethodSource("companies")
    void aSmallCatalogIsLookedAtAsAWholeButForSongsThatAreOutOfPlace(Company company) {
        List<String> inPlace = company.catalog().stream()
                .filter(entry ->
                        company.people().stream().noneMatch(person -> VOCABULARY.isOutOfPlace(entry.profile(), person)))
                .map(entry -> entry.song().title())
                .toList();
        List<String> found = company.found().songs().stream()
                .map(song -> song.song().facts().title())
                .toList();

        assertThat(inPlace).containsAll(found);
        if (company.catalog().size() <= LeastMisery.NEAR_ALL) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(inPlace);
        } else {
            assertThat(found).hasSizeGreaterThan(LeastMisery.NEAR_ALL / 2);
        }
    }

    @Test
    void aSongOfMourningGoesToNoCompanyInWhichSomebodyDoesNotMourn() {
        List<CatalogEntry> catalog = List.of(
                TestSongs.entry("Farewell", List.of("grief", "sadness", "love"), List.of("death-of-loved-one")),
                TestSongs.entry("Bittersweet", List.of("joy", "sadness", "nostalgia"), List.of()));

        assertThat(titles(List.of(MOURNING, MOURNING), catalog)).contains("Farewell");
        assertThat(titles(List.of(MOURNING, HAPPY), catalog)).containsExactly("Bittersweet");
        assertThat(titles(List.of(HAPPY, MOURNING, MOURNING, MOURNING), catalog))
                .containsExactly("Bittersweet");
    }

    @Test
    void aSongSharesWhatAnyOfThePeopleFeels() {
        List<CatalogEntry> catalog = List.of(
                TestSongs.entry("Both", List.of("joy", "calm", "grief"), List.of("death-of-loved-one", "family")));

        Recommendation song = LEAST_MISERY
                .find(
                        List.of(MOURNING, TestProfiles.of(List.of("joy"), List.of("death-of-loved-one"))),
                        search(catalog))
                .songs()
                .getFirst();

        assertThat(song.sharedEmotions()).containsExactly("joy", "grief");
        assertThat(song.sharedThemes()).containsExactly("death-of-loved-one");
    }

    @Test
    void theBlendHasTheWordsOfAllAsStrongAsEachOther() {
        Profile blend = LeastMisery.blend(List.of(
                new Profile(List.of(new WeightedWord("joy", 1)), List.of()),
                new Profile(
                        List.of(new WeightedWord("grief", 0.2)),
                        List.of(new WeightedWord("death-of-loved-one", 0.3)))));

        assertThat(blend.emotions())
                .containsExactlyInAnyOrder(new WeightedWord("joy", 1), new WeightedWord("grief", 1));
        assertThat(blend.themes()).containsExactly(new WeightedWord("death-of-loved-one", 1));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void theBlendOfAnyPeopleIsAProfile(Company company) {
        Profile blend = LeastMisery.blend(company.people());

        assertThat(blend.emotions()).hasSizeBetween(1, Profile.MOST_EMOTIONS);
        assertThat(blend.emotions().getFirst().weight()).isEqualTo(1);
    }

    private static ExactSearch search(List<CatalogEntry> catalog) {
        return new ExactSearch(SPACE, catalog);
    }

    private static List<String> titles(List<Profile> people, List<CatalogEntry> catalog) {
        return LEAST_MISERY.find(people, search(catalog)).songs().stream()
                .map(song -> song.song().facts().title())
                .toList();
    }
}
