package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
    private static final Person ANA = Person.of(4_711, "es-ES");
    private static final Place CHANNEL = new Place(Place.Kind.SERVER, -1);

    @Test
    void whoSpeaksIsToldWithTheirLanguageAndCountryAndWhereInNumbersOfDiscord() {
        Sender sender = Incoming.text(ANA, CHANNEL, "hola").sender();

        assertThat(sender)
                .isEqualTo(new Sender(new Identity("discord", "4711", "18446744073709551615"), Language.SPANISH, "ES"));
    }

    @Test
    void aTextIsHandedOnAsItIsAndATapToo() {
        assertThat(Incoming.text(ANA, CHANNEL, "/privacy").content()).isEqualTo(new Text("/privacy", Options.NONE));
        assertThat(Incoming.tap(ANA, CHANNEL, "a.b").content()).isEqualTo(new Tapped("a.b"));
    }

    @Test
    void whatSomebodyWroteForOthersIsNoCommand() {
        assertThat(Incoming.feeling(ANA, CHANNEL, "/forget me not").content())
                .isEqualTo(new Text("/forget me not", Options.OVERHEARD));
    }

    @Test
    void recommendIsWhatIsWanted() {
        Map<String, String> options = Map.of("feeling", "/triste", "count", "2");

        assertThat(Incoming.recommend(ANA, CHANNEL, options).content())
                .isEqualTo(Wanted.of(options).text());
        assertThat(Incoming.command(ANA, CHANNEL, "recommend", options))
                .isEqualTo(Incoming.recommend(ANA, CHANNEL, options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mood", "privacy", "export", "forget", "help", "sos", "language", "recommend"})
    void theConversationKnowsPeoplesCommands(String name) {
        assertThat(Conversation.commands()).contains(name);
        assertThat(SlashCommands.all(List.of(), false))
                .anyMatch(command -> command.getName().equals(name));
    }

    @ParameterizedTest
    @CsvSource({
        "mood, , /mood",
        "privacy, , /privacy",
        "export, , /export",
        "forget, , /forget",
        "help, , /help",
        "sos, , /sos",
        "language, , '/language '",
        "language, es, /language es",
        "language, automatic, /language automatic",
        "language, 'es\n', '/language es\n'",
        "nonsense, , /nonsense"
    })
    void aCommandIsWhatOneWouldWrite(String name, String language, String text) {
        Map<String, String> options = language == null ? Map.of() : Map.of("language", language);

        IncomingMessage message = Incoming.command(ANA, CHANNEL, name, options);

        assertThat(message.content()).isEqualTo(new Text(text, Options.NONE));
    }
}
