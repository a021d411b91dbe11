package org.emotitune.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.Conversation.Hearing;
import org.emotitune.conversation.Conversation.Memory;
import org.emotitune.conversation.Conversation.Music;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.OutcomeCounts;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.conversation.Reply;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.FakeEmbeddings;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.LanguageDetector;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.SongIndex;
import org.emotitune.person.Keyring;
import org.emotitune.person.PersonStore;
import org.emotitune.recommend.Recommender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation in which whoever sees a message after the safety gate fails the test. */
class CrisisComesFirstTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final SafetyGate GATE =
            SafetyGate.load(new LexiconFiles(VOCABULARY).load().chatSpelling().tokenizer(null));

    private final Conversation conversation;

    CrisisComesFirstTest(@TempDir Path home) {
        conversation = conversation(home);
    }

    @ParameterizedTest
    @CsvSource({
        "'me quiero morir, estoy muy triste', SPANISH",
        "'i want to kill myself, i''m so sad', ENGLISH",
        "'hola, quiero suicidarme', SPANISH",
        "'gracias, hoy me mato', SPANISH",
        "'/recommend i want to kill myself', ENGLISH",
        "'/help quiero suicidarme', SPANISH",
        "'en español, de los 80: quiero suicidarme', SPANISH"
    })
    void dangerIsAnsweredBeforeAnybodyElseSeesTheMessage(String message, Language language) {
        Reply reply = conversation.reply(said(message));

        assertThat(reply).isInstanceOf(Reply.Crisis.class);
        assertThat(reply.language()).isEqualTo(language);
    }

    @Test
    void theLinesOfThePersonsCountryComeFirst() {
        Sender sender = new Sender(null, Language.SPANISH, "MX");

        Reply reply = conversation.reply(new IncomingMessage(sender, new Text("quiero suicidarme", Options.NONE)));

        assertThat(((Reply.Crisis) reply).lines()).hasSize(5).first().asString().startsWith("México: ");
        assertThat(((Reply.Crisis) reply).lines()).last().asString().contains("findahelpline.com");
    }

    @Test
    void dangerIsUrgent() {
        assertThat(conversation.isUrgent(said("quiero suicidarme"))).isTrue();
        assertThat(conversation.isUrgent(said("me muero de risa"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sos", "/SOS", " /sos\n", "/sos please", "/sos\tno puedo más"})
    void whoAsksForHelpLinesGetsThemAtOnceInTheLanguageOfThePlatform(String command) {
        for (Language language : Language.values()) {
            IncomingMessage message =
                    new IncomingMessage(new Sender(null, language, "MX"), new Text(command, Options.NONE));

            Reply reply = conversation.reply(message);

            assertThat(conversation.isUrgent(message)).isTrue();
            assertThat(reply).isInstanceOf(Reply.Crisis.class);
            assertThat(reply.language()).isEqualTo(language);
            assertThat(((Reply.Crisis) reply).lines()).hasSize(5);
        }
    }

    @Test
    void helpLinesComeInTheLanguageOfWordsThatSayWhy() {
        assertThat(conversation.reply(said("/sos quiero suicidarme")).language())
                .isEqualTo(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sosa", "/so", "/s os", "sos", "/ sos", "sos /sos", "//sos"})
    void otherWordsAskForNoHelpLines(String message) {
        assertThat(conversation.isUrgent(said(message))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"estoy muy triste", "hola", "/privacy", "", "me muero de risa"})
    void everythingElseIsPassedOn(String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> conversation.answer(said(message)))
                .withMessageContaining("was called");
    }

    private static IncomingMessage said(String message) {
        Sender sender = new Sender(new Identity("test", "somebody", "somewhere"), Language.ENGLISH, null);
        return new IncomingMessage(sender, new Text(message, Options.NONE));
    }

    private static Conversation conversation(Path home) {
        MoodSpace space = new MoodSpace(VOCABULARY, new FakeEmbeddings(), MoodSpace.Settings.DEFAULT);
        CatalogStore catalog = untouched(CatalogStore.class);
        Hearing hearing = new Hearing(
                GATE, HelpLines.load(home), untouched(LanguageDetector.class), untouched(EmotionExtractor.class));
        Music music = new Music(
                new Recommender(untouched(SongIndex.class), catalog, space, VOCABULARY, songs -> Map.of()),
                catalog,
                space,
                VOCABULARY);
        OutcomeTally tally = new OutcomeTally(untouched(OutcomeCounts.class), Clock.systemUTC());
        Memory memory = new Memory(
                untouched(PersonStore.class),
                Keyring.open(home),
                tally,
                Clock.systemUTC(),
                Duration.ofDays(14),
                Duration.ofDays(90));
        return Conversation.of(hearing, music, memory);
    }

    private static <T> T untouched(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                }));
    }
}
