package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract with scripts: names, order and types, to the letter. */
class ReplyJsonTest {

    @Test
    void songsAreWrittenAsTheContractSays() {
        String json = ReplyJson.of("estoy triste", Replies.songs(Language.SPANISH));

        assertThat(json)
                .isEqualTo(
                        "{\"message\":\"estoy triste\",\"mode\":\"embedded\",\"language\":\"es\",\"outcome\":\"songs\","
                                + "\"emotions\":[{\"word\":\"sadness\",\"weight\":1.0},{\"word\":\"love\",\"weight\":0.9}],"
                                + "\"themes\":[{\"name\":\"break-up\",\"weight\":1.0}],"
                                + "\"songs\":[{\"id\":\"6Vc5wAMmXdKIAM7WUoEb7N\",\"title\":\"La Flaca\","
                                + "\"artist\":\"Jarabe de Palo\","
                                + "\"url\":\"https://open.spotify.com/track/6Vc5wAMmXdKIAM7WUoEb7N\",\"popularity\":78,"
                                + "\"similarity\":0.1235,\"emotions\":[\"love\",\"sadness\",\"hope\"],"
                                + "\"themes\":[\"break-up\",\"party\"],\"shared\":[\"love\",\"sadness\",\"break-up\"]},"
                                + "{\"id\":null,\"title\":\"No \\\"Id\\\"\",\"artist\":\"Nobody\","
                                + "\"url\":\"https://open.spotify.com/search/No%20%22Id%22%20Nobody\",\"popularity\":null,"
                                + "\"similarity\":1.0,\"emotions\":[\"calm\"],\"themes\":[],\"shared\":[]}]}");
    }

    @Test
    void aQuestionHasNoEmotionsThemesAndSongs() {
        String json = ReplyJson.of("bla", Replies.question(Language.ENGLISH));

        assertThat(json)
                .isEqualTo("{\"message\":\"bla\",\"mode\":\"llm\",\"language\":\"en\",\"outcome\":\"unclear\","
                        + "\"emotions\":[],\"themes\":[],\"songs\":[]}");
    }

    @Test
    void whereNothingIsCloseTheNearestSongsAreWritten() {
        Reply answer = Replies.nothingClose(Language.ENGLISH);

        String json = ReplyJson.of("hm", answer);

        assertThat(json).contains("\"outcome\":\"nothing-close\"", "\"word\":\"sadness\"", "\"artist\":\"Nobody\"");
    }

    @Test
    void aCrisisHasNoSongs() {
        String json = ReplyJson.of("…", Replies.crisis(Language.SPANISH));

        assertThat(json)
                .isEqualTo("{\"message\":\"…\",\"mode\":\"embedded\",\"language\":\"es\",\"outcome\":\"crisis\","
                        + "\"emotions\":[],\"themes\":[],\"songs\":[]}");
    }

    @Test
    void anyMessageStaysOnOneLine() {
        String message = "a\nb\r\nc\td \"e\" \\ \u0000 \u0007 \u2028 🥲";

        String json = ReplyJson.of(message, Replies.crisis(Language.ENGLISH));

        assertThat(json.lines()).hasSize(1);
        assertThat(json).startsWith("{\"message\":\"a\\nb\\r\\nc\\td \\\"e\\\" \\\\ \\u0000 \\u0007");
    }

    static List<Reply> withoutSongs() {
        return List.of(
                new Reply.Information(
                        Language.SPANISH, List.of("Todo:"), new Reply.TextFile("a.json", "{}"), List.of()),
                new Reply.Acknowledgement(Language.SPANISH, "Hecho.", List.of(new Button("up", "U"))),
                new Reply.Apology(Language.SPANISH, Reply.Reason.UNAVAILABLE, "Lo siento."));
    }

    @ParameterizedTest
    @MethodSource("withoutSongs")
    void whateverElseIsSaidIsUnclearToAScript(Reply reply) {
        String json = ReplyJson.of("/x", reply);

        assertThat(json)
                .isEqualTo("{\"message\":\"/x\",\"mode\":\"embedded\",\"language\":\"es\",\"outcome\":\"unclear\","
                        + "\"emotions\":[],\"themes\":[],\"songs\":[]}");
    }
}
