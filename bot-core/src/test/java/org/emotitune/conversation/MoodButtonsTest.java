package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.testing.Bot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The eight mood buttons, in the whole program. */
class MoodButtonsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Set<MoodGroup> PLEASANT =
            EnumSet.of(MoodGroup.JOY, MoodGroup.LOVE, MoodGroup.PEACE, MoodGroup.STRENGTH);

    /** A little below what was measured: 0.50 (anger) to 0.75 (sadness). */
    private static final double LEAST_SHARE = 0.45;

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static List<Bot> started = List.of();

    @BeforeAll
    static void start() {
        started = List.of(Bot.on(database, home, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        started.forEach(Bot::close);
    }

    @ParameterizedTest
    @EnumSource
    void everySongOfAMoodFeelsAboveAllLikeIt(MoodGroup group) {
        List<SongLine> songs = Bot.songs(tapped(group, Language.ENGLISH));

        assertThat(songs)
                .hasSize(5)
                .allSatisfy(song -> assertThat(strongest(song)).contains(group));
        assertThat(songs.stream()
                        .mapToDouble(song -> share(song, group))
                        .average()
                        .orElseThrow())
                .isGreaterThan(LEAST_SHARE);
    }

    @ParameterizedTest
    @EnumSource
    void noPleasantMoodBringsAnUnpleasantSong(MoodGroup group) {
        boolean pleasant = PLEASANT.contains(group);

        assertThat(Bot.songs(tapped(group, Language.ENGLISH)))
                .hasSize(5)
                .filteredOn(song ->
                        pleasant && Mood.of(song.song().profile(), VOCABULARY).valence() < 0)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMoodBringsTheSameSongsInEitherLanguage(MoodGroup group) {
        Reply english = tapped(group, Language.ENGLISH);
        Reply spanish = tapped(group, Language.SPANISH);

        assertThat(Bot.ids(spanish)).hasSize(5).isEqualTo(Bot.ids(english));
        assertThat(spanish.language()).isEqualTo(Language.SPANISH);
    }

    private static Stream<Emotion> emotions(List<WeightedWord> words) {
        return words.stream().map(word -> VOCABULARY.emotion(word.word()).orElseThrow());
    }

    private static List<MoodGroup> strongest(SongLine song) {
        return emotions(song.song().profile().emotions().subList(0, 3))
                .map(Emotion::group)
                .toList();
    }

    /** Of the group's emotions in the weight of all. */
    private static double share(SongLine song, MoodGroup group) {
        List<WeightedWord> words = song.song().profile().emotions();
        double own = words.stream()
                .filter(word -> emotions(List.of(word)).anyMatch(emotion -> emotion.group() == group))
                .mapToDouble(WeightedWord::weight)
                .sum();
        return own / words.stream().mapToDouble(WeightedWord::weight).sum();
    }

    private static Reply tapped(MoodGroup group, Language language) {
        Bot bot = started.getFirst();
        String user = "somebody new " + PEOPLE.incrementAndGet();
        bot.say(user, "/language " + language.code());
        String label = Texts.in(language, "mood." + group.name().toLowerCase(Locale.ROOT));
        return bot.tap(user, Bot.button(bot.say(user, "/start"), label));
    }
}
