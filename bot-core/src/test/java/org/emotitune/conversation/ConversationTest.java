package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.emotitune.EmotiTune;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.emotitune.testing.Bot;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, with its starter catalog, on the real database. Every test is somebody else's conversation. */
class ConversationTest {
    private static final String BREAK_UP = "me acaba de dejar mi novio y no paro de llorar";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static List<Bot> started = List.of();

    @BeforeAll
    static void start() {
        started = List.of(Bot.on(database, home, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        started.forEach(Bot::close);
    }

    private static Bot bot() {
        return started.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            me acaba de dejar mi novio y no paro de llorar | SPANISH | break-up
            I got the job!!!                               | ENGLISH | job-success
            """)
    void aFeelingIsAnsweredWithSongsAboutIt(String message, Language language, String theme) {
        Reply reply = bot().ask(message);

        assertThat(reply).isInstanceOf(Reply.Songs.class);
        assertThat(reply.language()).isEqualTo(language);
        assertThat(Bot.songs(reply))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line.song().profile().themes())
                        .extracting(WeightedWord::word)
                        .contains(theme));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "asdf", "https://example.org/happy", "我今天很难过", "'); DROP TABLE song;--", "hola"})
    void aMessageWithoutAFeelingIsAnsweredWithAQuestionAndEightMoods(String message) {
        Reply reply = bot().say("unclear", message);

        assertThat(reply).isInstanceOf(Reply.Question.class);
        assertThat(reply.buttons()).hasSize(8);
        assertThat(bot().tap("unclear", reply.buttons().get(5))).isInstanceOf(Reply.Songs.class);
    }

    @ParameterizedTest
    @CsvSource({"quiero suicidarme, SPANISH, 024", "i want to kill myself, ENGLISH, 988"})
    void somebodyInDangerIsAnsweredWithHelpForThemAloneAndNoSongs(String message, Language language, String number) {
        Reply reply = bot().say("in danger", message);

        assertThat(reply).isInstanceOf(Reply.Crisis.class);
        assertThat(reply.language()).isEqualTo(language);
        assertThat(reply.isPrivate()).isTrue();
        assertThat(reply.buttons()).isEmpty();
        assertThat(String.join("\n", ((Reply.Crisis) reply).lines())).contains(number, "findahelpline.com");
    }

    @Test
    void thePageSaysWhatWasHeardAndWhy() {
        Reply.Songs page = (Reply.Songs) bot().say("reader", BREAK_UP);

        assertThat(page.opening().heard())
                .anyMatch(line -> line.contains("tristeza"))
                .anyMatch(line -> line.contains("ruptura"));
        assertThat(page.opening().notes()).contains(Texts.in(Language.SPANISH, "songs.mode.embedded"));
        assertThat(page.songs()).allSatisfy(line -> assertThat(line.why()).startsWith("en común: "));
    }

    @Test
    void moreNeverRepeatsUntilNoSongIsLeft() {
        Reply page = bot().say("insatiable", "estoy muy triste");
        List<SongId> given = new ArrayList<>(Bot.ids(page));

        for (int pages = 0; page instanceof Reply.Songs && pages < 200; pages++) {
            page = bot().tap("insatiable", Bot.button(page, "Más"));
            given.addAll(Bot.ids(page));
        }

        assertThat(page).isInstanceOf(Reply.Acknowledgement.class);
        assertThat(((Reply.Acknowledgement) page).text()).isEqualTo(Texts.in(Language.SPANISH, "songs.all"));
        assertThat(given).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    @Test
    void anotherPersonInTheSamePlaceGoesOnWhereTheFirstStopped() {
        Reply first = bot().say("one", "group", "estoy muy triste");

        Reply second = bot().tap("two", "group", Bot.button(first, "Más").action());

        assertThat(Bot.ids(second)).hasSize(5).doesNotContainAnyElementsOf(Bot.ids(first));
    }

    @Test
    void theSameWordsBringOtherSongsTheNextTime() {
        Reply first = bot().say("again", "estoy muy triste");
        Reply second = bot().say("again", "estoy muy triste");

        assertThat(Bot.ids(first)).hasSize(5);
        assertThat(Bot.ids(second)).hasSize(5).doesNotContainAnyElementsOf(Bot.ids(first));
    }

    @Test
    void whereNothingElseFitsSongsComeAgainAndAreSaidTo() {
        Set<SongId> seen = new HashSet<>();
        Reply reply = bot().say("again and again", "es navidad y estoy feliz");
        for (int i = 0; i < 200 && seen.addAll(Bot.ids(reply)); i++) {
            reply = bot().say("again and again", "es navidad y estoy feliz");
        }

        assertThat(reply).isInstanceOf(Reply.Songs.class);
        assertThat(seen).hasSizeGreaterThan(5).containsAll(Bot.ids(reply));
        assertThat(((Reply.Songs) reply).opening().notes()).contains(Texts.in(Language.SPANISH, "songs.again"));
    }

    @Test
    void aThumbDownKeepsASongAway() {
        Reply page = bot().say("critic", "estoy muy triste");
        Reply.SongLine song = Bot.songs(page).getFirst();
        Set<SongId> never = new HashSet<>();

        Reply noted = bot().tap("critic", song.buttons().get(1));
        for (int i = 0; i < 30; i++) {
            never.addAll(Bot.ids(bot().say("critic", "estoy muy triste")));
        }

        assertThat(((Reply.Acknowledgement) noted).text()).contains(song.title());
        assertThat(never)
                .hasSizeGreaterThan(20)
                .doesNotContain(song.song().song().id());
    }

    @Test
    void aVoteCanBeChangedAndTakenBack() {
        Reply page = bot().say("fickle", "estoy muy triste");

        Reply up = bot().tap("fickle", Bot.songs(page).getFirst().buttons().getFirst());
        Reply down = bot().tap("fickle", Bot.button(up, "👎"));
        Reply back = bot().tap("fickle", Bot.button(down, Texts.in(Language.SPANISH, "button.unvote")));

        assertThat(List.of(up, down, back)).allMatch(reply -> reply instanceof Reply.Acknowledgement);
        assertThat(export("fickle")).contains("\"votes\" : [ ]");
    }

    @Test
    void moreLikeThisGivesSongsLikeItButNotTheSongItself() {
        Reply page = bot().say("fan", BREAK_UP);
        Reply.SongLine song = Bot.songs(page).getFirst();

        Reply like = bot().tap("fan", song.buttons().getLast());

        assertThat(((Reply.Songs) like).opening().heard())
                .singleElement()
                .asString()
                .contains(song.title());
        assertThat(Bot.ids(like)).hasSize(5).doesNotContain(song.song().song().id());
    }

    @Test
    void liftingLeadsInThreeToFiveStepsToABrighterMood() {
        Reply page = bot().say("low", BREAK_UP);

        Reply path = bot().tap("low", Bot.button(page, "Anímame"));

        assertThat(Bot.songs(path))
                .hasSizeBetween(3, 5)
                .allSatisfy(line -> assertThat(line.step()).startsWith("paso "));
        assertThat(bot().tap("low", Bot.button(path, "Como me siento"))).isInstanceOf(Reply.Songs.class);
    }

    @Test
    void whoIsNotUnderstoodIsOfferedSixNearWords() {
        Reply page = bot().say("misheard", BREAK_UP);

        Reply question = bot().tap("misheard", Bot.button(page, "No exactamente: siento…"));
        Reply corrected = bot().tap("misheard", question.buttons().getFirst());

        assertThat(question).isInstanceOf(Reply.Question.class);
        assertThat(question.buttons())
                .hasSize(7)
                .last()
                .satisfies(button -> assertThat(button.label()).isEqualTo("no va de: ruptura"));
        assertThat(((Reply.Songs) corrected).opening().heard())
                .first()
                .asString()
                .contains(question.buttons().getFirst().label());
    }

    @Test
    void wishesAreEchoedAndCanBeTakenAway() {
        Reply page = bot().say("picky", "estoy muy triste, ponme algo en español de los 80");

        assertThat(Bot.songs(page)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.song().song().facts().language()).isEqualTo("es");
            assertThat(line.song().song().facts().year()).isBetween(1980, 1989);
        });
        assertThat(((Reply.Songs) page).opening().notes()).contains("solo en español · años 80");
        Reply without = bot().tap("picky", Bot.button(page, "✕ solo en español"));
        assertThat(((Reply.Songs) without).opening().notes()).contains("años 80");
    }

    @Test
    void wishesThatWereNotedHoldForTheAnswerInWords() {
        Reply question = bot().say("in two steps", "ochenteras en español");
        Reply page = bot().say("in two steps", "contenta");
        Reply later = bot().say("in two steps", "estoy contenta");

        assertThat(question).isInstanceOf(Reply.Question.class);
        assertThat(((Reply.Songs) page).opening().notes()).contains("solo en español · años 80");
        assertThat(((Reply.Songs) later).opening().notes()).doesNotContain("solo en español · años 80");
    }

    @Test
    void aFeelingCorrectedInAWordIsStillAboutTheSame() {
        Reply page = bot().say("misread", BREAK_UP);

        bot().tap("misread", Bot.button(page, "No exactamente: siento…"));
        Reply corrected = bot().say("misread", "alivio");

        assertThat(((Reply.Songs) corrected).opening().heard())
                .containsExactly("Siento en tus palabras: alivio", "Va de: ruptura");
    }

    @Test
    void aWayHasAsManySongsAsItNeedsWhateverNumberWasWishedFor() {
        Reply page = bot().say("counter", "estoy triste, dame dos canciones en español");

        Reply path = bot().tap("counter", Bot.button(page, "Anímame"));

        assertThat(Bot.songs(page)).hasSize(2);
        assertThat(Bot.songs(path)).hasSizeGreaterThan(2);
        assertThat(((Reply.Songs) path).opening().notes()).contains("solo en español");
    }

    @Test
    void nothingSadIsNothingSad() {
        Reply page = bot().say("cheer me up", "estoy triste pero no quiero nada triste");

        assertThat(Bot.songs(page))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                line.song().profile().emotions().getFirst().word())
                        .isNotIn("sadness", "grief", "heartbreak"));
    }

    @Test
    void wishesThatNothingFulfilsAreSaidToBeSo() {
        Reply reply = bot().say("choosy", "estoy triste, en catalán y de 1955");

        assertThat(reply).isInstanceOf(Reply.NothingClose.class);
        assertThat(reply.buttons()).extracting(Button::label).anyMatch(label -> label.startsWith("✕ "));
    }

    @Test
    void theLanguageIsThatOfTheMessageThenOfTheLastOneThenOfThePlatform() {
        assertThat(bot().say("polyglot", "asdf").language()).isEqualTo(Language.ENGLISH);
        assertThat(bot().say("polyglot", "estoy muy triste").language()).isEqualTo(Language.SPANISH);
        assertThat(bot().say("polyglot", "asdf").language()).isEqualTo(Language.SPANISH);
        assertThat(bot().say("polyglot", "I am so happy today").language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aChosenLanguageStaysUntilItIsTakenBack() {
        assertThat(bot().say("chooser", "/language es").language()).isEqualTo(Language.SPANISH);
        assertThat(bot().say("chooser", "I am so happy today").language()).isEqualTo(Language.SPANISH);

        bot().say("chooser", "/idioma auto");

        assertThat(bot().say("chooser", "I am so happy today").language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/start", "/mood", "/help", "/ayuda", "/privacy", "/privacidad", "/export", "/language", "/HELP"
            })
    void everyCommandIsAnsweredWithoutSongs(String command) {
        Reply reply = bot().say("commander", command);

        assertThat(reply).isNotInstanceOfAny(Reply.Songs.class, Reply.Apology.class, Reply.Acknowledgement.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nonsense", "/reindex", "/stats", "/drop table"})
    void commandsThatAreNotForPeopleAreUnknown(String command) {
        Reply reply = bot().say("commander", command);

        assertThat(reply)
                .isEqualTo(new Reply.Acknowledgement(
                        Language.ENGLISH, Texts.in(Language.ENGLISH, "command.unknown"), List.of()));
    }

    @Test
    void recommendIsAnsweredLikeTheMessageAlone() {
        Reply reply = bot().say("formal", "/recommend\n" + BREAK_UP);

        assertThat(reply).isInstanceOf(Reply.Songs.class);
    }

    @Test
    void whatIsKeptCanBeSeenAndDeleted() {
        Reply page = bot().say("leaver", "estoy muy triste");

        assertThat(export("leaver")).contains(Bot.songs(page).getFirst().title(), "\"lastLanguage\" : \"es\"");
        assertThat(((Reply.Acknowledgement) bot().say("leaver", "/olvidar")).text())
                .isEqualTo(Texts.in(Language.SPANISH, "forget.done"));
        assertThat(export("leaver")).doesNotContain("title", "\"es\"");
        assertThat(((Reply.Acknowledgement) bot().say("leaver", "/forget")).text())
                .isEqualTo(Texts.in(Language.ENGLISH, "forget.nothing"));
    }

    @Test
    void whoeverIsGoneIsForgottenAndNobodyElse() {
        bot().say("gone", "estoy muy triste");
        bot().say("still here", "estoy muy triste");

        bot().emotiTune().conversation().forget(sender("gone"));

        assertThat(export("gone")).doesNotContain("title", "\"es\"");
        assertThat(export("still here")).contains("title", "\"es\"");
    }

    @Test
    void whatAQuestionWasAboutIsForgottenWithThePerson() {
        bot().say("gone in between", "ochenteras en español");

        bot().emotiTune().conversation().forget(sender("gone in between"));

        Reply.Songs page = (Reply.Songs) bot().say("gone in between", "contenta");
        assertThat(page.opening().notes()).doesNotContain("solo en español · años 80");
    }

    @Test
    void ofSomebodyWithoutANameThereIsNothingToForget() throws SQLException {
        bot().say("not nobody", "estoy muy triste");
        List<String> before = Query.rows(database.dataSource(), "person");

        bot().emotiTune().conversation().forget(new Sender(null, Language.ENGLISH, null));

        assertThat(Query.rows(database.dataSource(), "person")).isNotEmpty().containsExactlyElementsOf(before);
    }

    private static Sender sender(String user) {
        return new Sender(new Identity("test", user, "chat of " + user), Language.ENGLISH, null);
    }

    private static String export(String user) {
        Reply.TextFile file = ((Reply.Information) bot().say(user, "/export")).file();
        return Objects.requireNonNull(file).content();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gracias", "muchas gracias!!", "thanks a lot", "adiós", "bye", "vale"})
    void smallTalkIsAnsweredKindlyWithoutSongs(String message) {
        assertThat(bot().say("polite", message)).isInstanceOf(Reply.Acknowledgement.class);
    }

    @Test
    void aMessageOfAnyLengthIsAnsweredAndWhatWasNotReadIsSaid() {
        Reply page = bot().say("epic", "estoy muy triste ".repeat(6_000));

        assertThat(((Reply.Songs) page).opening().notes()).anyMatch(note -> note.contains("4.096"));
    }

    @Test
    void ofSomebodyWithoutANameNothingIsRememberedSoTheAnswerIsTheSame() {
        Reply first = bot().ask("so happy and grateful today");
        Reply second = bot().ask("so happy and grateful today");

        assertThat(Bot.ids(first)).hasSize(5).isEqualTo(Bot.ids(second));
    }

    @Test
    void knownPopularityFallsAlongThePage() {
        assertThat(Bot.songs(bot().ask(BREAK_UP)))
                .extracting(Reply.SongLine::popularity)
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(Comparator.<Integer>naturalOrder().reversed());
    }

    @Test
    void aFormCanAskForWhatAMessageCan() {
        var wishes = new Wishes("en", null, 3, false, List.of());
        var options = new Options(Language.SPANISH, wishes, Aim.MATCH, Order.POPULARITY, null);
        Sender sender = new Sender(null, Language.ENGLISH, null);

        Reply reply = bot().emotiTune()
                .conversation()
                .answer(new IncomingMessage(sender, new Text("I am so happy today", options)));

        assertThat(reply.language()).isEqualTo(Language.SPANISH);
        assertThat(Bot.songs(reply))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line.song().song().facts().language()).isEqualTo("en"));
    }

    @Test
    void aStoppedProgramSaysThatItsStoreIsUnavailableAndApologisesToPeople(@TempDir Path elsewhere) {
        Bot other = Bot.on(database, elsewhere, Clock.systemUTC());
        other.close();
        IncomingMessage message = new IncomingMessage(
                new Sender(new Identity("test", "late", "late"), Language.ENGLISH, null),
                new Text("estoy triste", Options.NONE));

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> other.emotiTune().conversation().answer(message));
        Reply reply = other.emotiTune().conversation().reply(message);
        assertThat(reply)
                .isEqualTo(new Reply.Apology(
                        Language.SPANISH, Reply.Reason.UNAVAILABLE, Texts.in(Language.SPANISH, "apology.unavailable")));
        assertThat(other.say("late", "quiero suicidarme")).isInstanceOf(Reply.Crisis.class);
    }

    @Test
    void anIndexOfAnotherMoodSpaceIsNotSearched() throws SQLException {
        Query.execute(
                database.dataSource(),
                "UPDATE generation SET space = 'of another version ' || space WHERE state = 'active'");
        try {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> bot().ask("estoy triste"))
                    .withMessageContaining("another version");
        } finally {
            Query.execute(
                    database.dataSource(), "UPDATE generation SET space = replace(space, 'of another version ', '')");
        }
    }

    @Test
    void theProgramCanBeStartedTwiceOnOneDatabase(@TempDir Path elsewhere) {
        Settings settings = new Settings(
                database.address(),
                elsewhere,
                true,
                Language.ENGLISH,
                null,
                Settings.Limits.DEFAULT,
                SourceSettings.DEFAULT,
                ReindexSettings.DEFAULT,
                LlmSettings.DEFAULT,
                TelegramSettings.DEFAULT,
                DiscordSettings.DEFAULT);
        try (EmotiTune other = EmotiTune.start(settings, Map.of(), Clock.systemUTC(), step -> {})) {
            other.keepHouse();

            assertThat(bot().ask("estoy triste")).isInstanceOf(Reply.Songs.class);
        }
    }
}
