package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotitune.catalog.Indexer;
import org.emotitune.conversation.Conversation.Hearing;
import org.emotitune.conversation.Conversation.Memory;
import org.emotitune.conversation.Conversation.Music;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.person.Keyring;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgPersonStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.recommend.Recommender;
import org.emotitune.safety.HelpLines;
import org.emotitune.safety.SafetyGate;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads a message, and how often; on a database without songs. */
class ConversationStepsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final Profile JOY = TestProfiles.feeling("joy");

    private final HikariDataSource pool = TestPool.of(database.address(), 2);
    private final Path home;
    private final List<String> read = new ArrayList<>();

    ConversationStepsTest(@TempDir Path home) {
        this.home = home;
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void aMessageIsReadOnce() {
        conversation(JOY).reply(said("qué bien me siento"));

        assertThat(read).containsExactly("qué bien me siento");
    }

    @Test
    void ofARecommendCommandOnlyTheRestIsRead() {
        conversation(JOY).reply(said("/recommend  qué bien me siento "));

        assertThat(read).containsExactly("qué bien me siento");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiero suicidarme", "hola, ¿qué tal?", "/privacy", "/nonsense estoy triste"})
    void whatIsAnsweredWithoutSongsIsReadByNobody(String message) {
        conversation(JOY).reply(said(message));

        assertThat(read).isEmpty();
    }

    @Test
    void aTapIsReadByNobody() {
        conversation(JOY).reply(new IncomingMessage(somebody(), new Tapped("estoy triste")));

        assertThat(read).isEmpty();
    }

    @Test
    void smallTalkOfWhomNothingIsRememberedIsReadLikeAnyMessage() {
        Sender nobody = new Sender(null, Language.ENGLISH, null);

        conversation(JOY).reply(new IncomingMessage(nobody, new Text("gracias", Options.NONE)));

        assertThat(read).containsExactly("gracias");
    }

    @Test
    void theModeOfTheReadingIsToldWithTheSongs() {
        Reply reply = conversation(JOY).reply(said("qué bien me siento"));

        assertThat(((Reply.NothingClose) reply).opening().notes())
                .contains(Texts.in(Language.SPANISH, "songs.mode.llm"));
    }

    @Test
    void withAnEmptyCatalogNothingIsCloseAndThatIsSaid() {
        Reply reply = conversation(JOY).reply(said("qué bien me siento"));

        assertThat(reply).isInstanceOf(Reply.NothingClose.class);
        assertThat(((Reply.NothingClose) reply).nearest()).isEmpty();
        assertThat(((Reply.NothingClose) reply).opening().intro())
                .isEqualTo(Texts.in(Language.SPANISH, "nothing.empty"));
    }

    @Test
    void whereNoFeelingWasHeardTheAnswerIsAQuestionInTheLanguageOfTheReading() {
        Reply reply = conversation(null).reply(said("bla"));

        assertThat(reply).isInstanceOf(Reply.Question.class);
        assertThat(reply.language()).isEqualTo(Language.SPANISH);
    }

    @Test
    void somebodyWhomTheModelTakesToBeInDangerGetsHelpLinesAndNoSongs() {
        Reply reply = reading(new Reading(Language.SPANISH, Reading.Mode.LLM, JOY, true))
                .reply(said("ya no le veo salida"));

        assertThat(reply).isInstanceOf(Reply.Crisis.class);
        assertThat(reply.language()).isEqualTo(Language.SPANISH);
    }

    private static Sender somebody() {
        return new Sender(new Identity("test", "somebody", "somewhere"), Language.ENGLISH, null);
    }

    private static IncomingMessage said(String message) {
        return new IncomingMessage(somebody(), new Text(message, Options.NONE));
    }

    /** @param heard what the extractor hears in whatever it reads, in Spanish */
    private Conversation conversation(@Nullable Profile heard) {
        return reading(new Reading(Language.SPANISH, Reading.Mode.LLM, heard));
    }

    /** @param reading of whatever is read */
    private Conversation reading(Reading reading) {
        EmotionExtractor extractor = (message, otherwise) -> {
            read.add(message);
            return reading;
        };
        PgCatalogStore catalog = new PgCatalogStore(pool);
        PgVectorSongIndex index = new PgVectorSongIndex(pool);
        new Indexer(catalog, index, SPACE, VOCABULARY).refresh(true);
        Clock clock = Clock.systemUTC();
        return Conversation.of(
                new Hearing(
                        SafetyGate.load(new Tokenizer(Map.of())),
                        HelpLines.load(home),
                        (message, otherwise) -> otherwise,
                        extractor),
                new Music(
                        new Recommender(index, catalog, SPACE, VOCABULARY, songs -> Map.of()),
                        catalog,
                        SPACE,
                        VOCABULARY),
                new Memory(
                        new PgPersonStore(pool),
                        Keyring.open(home),
                        new OutcomeTally(new PgOutcomeCounts(pool), clock),
                        clock,
                        Duration.ofDays(14),
                        Duration.ofDays(90)));
    }
}
