package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.testing.Bot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands may be written. */
class CommandWordsTest {
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

    @Test
    void aSpanishNameIsAnsweredInSpanish() {
        assertThat(bot().say("new here", "/Privacidad").language()).isEqualTo(Language.SPANISH);
        assertThat(bot().say("new here", "/olvidar").language()).isEqualTo(Language.SPANISH);
        assertThat(bot().say("new here", "/privacy").language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/privacy",
                "/PRIVACY",
                "  /privacy",
                "/privacy  ",
                "/privacy\n",
                "/privacy please",
                "\t/privacy\tnow"
            })
    void capitalsAndSpaceAndWhatFollowsDoNotMatter(String command) {
        assertThat(bot().say("writer", command)).isEqualTo(bot().say("writer", "/privacy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ privacy", "/privac", "/privacyy", "/privacy.", "//privacy", "/​privacy", "/ayúda", "/🎵"})
    void otherWordsAreUnknown(String command) {
        assertThat(bot().say("writer", command))
                .isEqualTo(new Reply.Acknowledgement(
                        Language.ENGLISH, Texts.in(Language.ENGLISH, "command.unknown"), List.of()));
    }

    @Test
    void aSlashInsideAMessageIsNoCommand() {
        assertThat(bot().say("mixed", "estoy triste /privacy")).isInstanceOf(Reply.Songs.class);
        assertThat(bot().say("mixed", "triste/feliz")).isInstanceOf(Reply.Songs.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend", "/recommend ", "/recomienda \n"})
    void recommendAloneAsksHowOneFeels(String command) {
        Reply reply = bot().say("terse", command);

        assertThat(((Reply.Question) reply).text()).isEqualTo(Texts.in(Language.ENGLISH, "question.empty"));
    }

    @ParameterizedTest
    @CsvSource({"/mood, ENGLISH", "/MOOD now, ENGLISH", "/animo, SPANISH"})
    void moodShowsTheMoodsToSomebodyWhoKnowsTheBot(String command, Language language) {
        Reply reply = bot().say("moody", command);
        Reply start = bot().say("moody", language == Language.SPANISH ? "/empezar" : "/start");

        assertThat(((Reply.Question) reply).text()).isEqualTo(Texts.in(language, "question.mood"));
        assertThat(reply.language()).isEqualTo(language);
        assertThat(reply.buttons()).hasSize(8).isEqualTo(start.buttons());
    }

    @Test
    void platformsKnowAllNames() {
        assertThat(Conversation.commands())
                .contains("mood", "animo", "start", "empezar", "sos")
                .hasSize(17);
    }

    @Test
    void helpNamesWhatCanBeAskedForByCommand() {
        assertThat(words("/help")).isNotEmpty().isSubsetOf(slashed()).contains("/mood", "/recommend");
        assertThat(words("/ayuda")).isNotEmpty().isSubsetOf(slashed()).contains("/animo", "/recomienda");
    }

    private static List<String> slashed() {
        return Conversation.commands().stream().map("/"::concat).toList();
    }

    /** The commands in an answer. */
    private static List<String> words(String command) {
        String text = String.join("\n", ((Reply.Information) bot().say("helped", command)).paragraphs());
        return Pattern.compile("/[a-z]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommend I am so sad", "/RECOMMEND\tI am so sad", "/recomienda\nI am so sad"})
    void recommendIsAnsweredLikeTheRestOfTheMessage(String command) {
        assertThat(((Reply.Songs) bot().ask(command)).opening())
                .isEqualTo(((Reply.Songs) bot().ask("I am so sad")).opening());
    }

    @ParameterizedTest
    @CsvSource({
        "es, SPANISH",
        "ES, SPANISH",
        "es-MX, SPANISH",
        "español, SPANISH",
        "Espanol, SPANISH",
        "Spanish, SPANISH",
        "en, ENGLISH",
        "inglés, ENGLISH",
        "INGLES, ENGLISH",
        "english, ENGLISH"
    })
    void aLanguageIsChosenByItsCodeOrItsNameInEitherLanguage(String name, Language language) {
        Reply reply = bot().say("chooser of " + name, "/idioma " + name);

        assertThat(((Reply.Acknowledgement) reply).text()).isEqualTo(Texts.in(language, "language.chosen"));
        assertThat(bot().say("chooser of " + name, "asdf").language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "klingon", "es en", "e", "'); DROP TABLE person;--", "\u0000", "🇪🇸"})
    void anyOtherLanguageIsAskedFor(String name) {
        Reply reply = bot().say("undecided", "/language " + name);

        assertThat(((Reply.Question) reply).text()).isEqualTo(Texts.in(Language.ENGLISH, "question.language"));
        assertThat(reply.buttons()).extracting(Button::label).containsExactly("English", "Español", "As I write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO", "automatic", "automático"})
    void aChoiceOfLanguageIsTakenBack(String name) {
        bot().say("free again", "/language en");

        Reply reply = bot().say("free again", "/language " + name);

        assertThat(((Reply.Acknowledgement) reply).text()).isEqualTo(Texts.in(Language.ENGLISH, "language.automatic"));
        assertThat(bot().say("free again", "estoy triste").language()).isEqualTo(Language.SPANISH);
    }
}
