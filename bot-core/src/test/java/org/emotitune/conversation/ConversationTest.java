package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.emotitune.EmotiTune;
import org.emotitune.config.Settings;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Recommendation;
import org.emotitune.recommend.Wish;
import org.emotitune.song.SongId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, with its starter catalog, on the real database. */
class ConversationTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static List<EmotiTune> started = List.of();

    @BeforeAll
    static void start() {
        Settings settings = new Settings(database.address(), home, true, Language.ENGLISH);
        started = List.of(EmotiTune.start(settings, Map.of(), step -> {}));
    }

    @AfterAll
    static void stop() {
        started.forEach(EmotiTune::close);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            me acaba de dejar mi novio y no paro de llorar | SPANISH | break-up
            I got the job!!!                               | ENGLISH | job-success
            """)
    void aFeelingIsAnsweredWithSongsAboutIt(String message, Language language, String theme) {
        Answer answer = answer(message);

        assertThat(answer).isInstanceOf(Answer.Songs.class);
        assertThat(answer.language()).isEqualTo(language);
        assertThat(songs(answer))
                .hasSizeBetween(1, 5)
                .anySatisfy(song -> assertThat(song.profile().themes())
                        .extracting(WeightedWord::word)
                        .contains(theme));
    }

    @Test
    void aCalmMessageIsAnsweredWithCalmSongs() {
        Answer answer = answer("estoy en paz");

        assertThat(songs(answer))
                .isNotEmpty()
                .anySatisfy(song -> assertThat(song.sharedEmotions()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "asdf", "https://example.org/happy", "我今天很难过", "'); DROP TABLE song;--"})
    void aMessageWithoutAFeelingIsAnsweredWithAQuestion(String message) {
        assertThat(answer(message)).isInstanceOf(Answer.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"quiero suicidarme, SPANISH", "i want to kill myself, ENGLISH"})
    void somebodyInDangerIsAnsweredWithHelpAndNoSongs(String message, Language language) {
        assertThat(answer(message)).isEqualTo(new Answer.Crisis(language));
    }

    @Test
    void aMessageOfAnyLengthIsAnswered() {
        String message = "estoy muy triste ".repeat(6_000);

        assertThat(answer(message)).isInstanceOf(Answer.Songs.class);
    }

    @Test
    void songsThatAreExcludedAreNotAnsweredAgain() {
        String message = "estoy muy triste";
        Set<SongId> first =
                songs(answer(message)).stream().map(song -> song.song().id()).collect(Collectors.toSet());

        Answer second = conversation().answer(message, new Wish(5, Order.POPULARITY, first));

        assertThat(first).isNotEmpty();
        assertThat(second)
                .asInstanceOf(InstanceOfAssertFactories.type(Answer.Songs.class))
                .satisfies(answer -> assertThat(answer.songs())
                        .extracting(song -> song.song().id())
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(first));
    }

    @Test
    void knownPopularityFallsAlongThePage() {
        List<Recommendation> songs = songs(conversation()
                .answer("me acaba de dejar mi novio y no paro de llorar", new Wish(20, Order.POPULARITY, Set.of())));

        assertThat(songs)
                .extracting(song -> song.song().facts().popularity())
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(Comparator.<Integer>naturalOrder().reversed());
    }

    @Test
    void theSameMessageHasTheSameAnswer() {
        String message = "so happy and grateful today";

        assertThat(answer(message)).isInstanceOf(Answer.Songs.class).isEqualTo(answer(message));
    }

    @Test
    void anAnswerInAnotherLanguageIsTheSameOtherwise() {
        Answer answer = answer("estoy muy triste");

        Answer english = answer.in(Language.ENGLISH);

        assertThat(english.language()).isEqualTo(Language.ENGLISH);
        assertThat(songs(english)).isEqualTo(songs(answer));
    }

    @Test
    void aStoppedProgramSaysThatItsStoreIsUnavailable(@TempDir Path elsewhere) {
        EmotiTune other = EmotiTune.start(
                new Settings(database.address(), elsewhere, true, Language.ENGLISH), Map.of(), step -> {});
        other.close();

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> other.conversation().answer("estoy triste", Wish.DEFAULT));
    }

    @Test
    void anIndexOfAnotherMoodSpaceIsNotSearched(@TempDir Path elsewhere) throws SQLException {
        try (EmotiTune other = EmotiTune.start(
                        new Settings(database.address(), elsewhere, true, Language.ENGLISH), Map.of(), step -> {});
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE generation SET space = 'of another version ' || space WHERE state = 'active'");

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> other.conversation().answer("estoy triste", Wish.DEFAULT))
                    .withMessageContaining("another version");

            statement.execute("UPDATE generation SET space = replace(space, 'of another version ', '')");
        }
    }

    private static Conversation conversation() {
        return started.getFirst().conversation();
    }

    private static Answer answer(String message) {
        return conversation().answer(message, Wish.DEFAULT);
    }

    private static List<Recommendation> songs(Answer answer) {
        return answer instanceof Answer.Songs(var ignored, var songs) ? songs : List.of();
    }
}
