package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What models and servers answer, however odd, becomes an answer or one of three exceptions. */
@Timeout(120)
class ChatServerAnswersTest {
    private final ChatRig rig = new ChatRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aGoodAnswerComesWithTheTokensThatTheServerCounts() {
        Answer answer = rig.ask();

        LocalOpenAi.Asked asked = rig.openAi.asked().getFirst();
        assertThat(answer.cut()).isFalse();
        assertThat(answer.refused()).isFalse();
        assertThat(answer.tokens().input())
                .isEqualTo(LocalOpenAi.tokens(asked.system()) + LocalOpenAi.tokens(asked.user()));
        assertThat(answer.tokens().output()).isEqualTo(LocalOpenAi.tokens(answer.text()));
    }

    @Test
    void tokensAreEstimatedWhereTheServerDoesNotCount() {
        rig.openAi.next(OpenAiTrouble.NO_USAGE);

        Answer answer = rig.ask();

        assertThat(answer.tokens().input())
                .isEqualTo(
                        Tokens.estimate("Read the emotions.\n\nAs JSON.") + Tokens.estimate("\"WRITTEN by somebody\""));
        assertThat(answer.tokens().output()).isEqualTo(Tokens.estimate(answer.text()));
    }

    @Test
    void messagesAndSongsAreAskedInTheWayThatEitherHasFoundOut() {
        rig.openAi.lacks(LocalOpenAi.Lack.RESPONSE_FORMAT);
        LanguageModel.Setup setup = ChatRig.setup(rig.openAi.base(), ChatRig.KEY, 1);
        Dialect dialect = new Dialect();

        ChatServer.forMessages(setup, dialect, rig.told::add).ask(ChatRig.MESSAGE, ChatRig.TIME);
        ChatServer.forSongs(setup, dialect, rig.told::add).ask(ChatRig.prompt(Prompt.Form.SONG), ChatRig.TIME);

        assertThat(rig.openAi.asked().stream().map(LocalOpenAi.Asked::responseFormat))
                .containsExactly("json_schema", "json_object", "", "");
    }

    @Test
    void aCutAnswerIsMarked() {
        rig.openAi.next(OpenAiTrouble.CUT);

        Answer answer = rig.ask();

        assertThat(answer.cut()).isTrue();
        assertThat(answer.text()).isNotEmpty();
    }

    static List<OpenAiTrouble> refusals() {
        return List.of(
                OpenAiTrouble.REFUSAL,
                OpenAiTrouble.FILTERED,
                new OpenAiTrouble.Sends(
                        LocalOpenAi.error(400, "The response was filtered.", "invalid_request", "content_filter")),
                new OpenAiTrouble.Sends(
                        LocalOpenAi.error(403, "Your input was flagged for \"x\"", "moderation", null)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aModelThatDoesNotWantToIsNotAnErrorOfTheServer(OpenAiTrouble refusal) {
        rig.openAi.next(refusal);

        Answer answer = rig.ask();

        assertThat(answer.refused()).isTrue();
        assertThat(answer.text()).isEmpty();
        assertThat(rig.openAi.asked()).hasSize(1);
    }

    static List<OpenAiTrouble> tooLong() {
        return List.of(
                OpenAiTrouble.status(413),
                new OpenAiTrouble.Sends(LocalOpenAi.error(
                        400,
                        "This model's maximum context length is 4096 tokens; reduce the messages or max_tokens.",
                        "invalid_request_error",
                        "context_length_exceeded")));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void whatIsTooLongForTheModelIsAnAnswerThatWasCut(OpenAiTrouble trouble) {
        rig.openAi.next(trouble);

        assertThat(rig.ask().cut()).isTrue();
        assertThat(rig.openAi.asked()).hasSize(1);
    }

    static List<OpenAiTrouble> emptiness() {
        return List.of(
                OpenAiTrouble.EMPTY,
                OpenAiTrouble.NULL_CONTENT,
                OpenAiTrouble.NO_CHOICES,
                OpenAiTrouble.ODD,
                new OpenAiTrouble.Sends(Reply.json("[]")),
                new OpenAiTrouble.Sends(Reply.json("{\"choices\": [{\"message\": null, \"finish_reason\": 7}]}")),
                new OpenAiTrouble.Sends(Reply.json("{\"choices\": \"none\", \"usage\": {\"prompt_tokens\": \"x\"}}")));
    }

    @ParameterizedTest
    @MethodSource("emptiness")
    void whatHasNoTextIsAnEmptyAnswer(OpenAiTrouble trouble) {
        rig.openAi.next(trouble);

        Answer answer = rig.ask();

        assertThat(answer.text()).isEmpty();
        assertThat(answer.tokens().input()).isPositive();
    }

    @Test
    void contentInPartsIsPutTogether() {
        rig.openAi.next(OpenAiTrouble.message(message -> {
            var parts = message.putArray("content");
            parts.addObject().put("type", "text").put("text", "{\"a\":");
            parts.addObject().put("type", "text").put("text", "1}");
        }));

        assertThat(rig.ask().text()).isEqualTo("{\"a\":1}");
    }

    static List<OpenAiTrouble> thoughts() {
        return List.of(OpenAiTrouble.THINKS, OpenAiTrouble.REASONS, OpenAiTrouble.THINKS_TOO_LONG);
    }

    @ParameterizedTest
    @MethodSource("thoughts")
    void aModelThatThinksGetsRoomForIt(OpenAiTrouble trouble) {
        rig.openAi.next(trouble);
        long before = rig.server.most(ChatRig.MESSAGE).output();

        rig.ask();
        rig.ask();

        assertThat(rig.openAi.asked().stream().map(LocalOpenAi.Asked::mostTokens))
                .containsExactly(100, 800);
        assertThat(before).isEqualTo(100);
        assertThat(rig.server.most(ChatRig.MESSAGE).output()).isEqualTo(800);
    }

    @Test
    void thoughtsInTheTextAreLeftToWhoReadsIt() {
        rig.openAi.next(OpenAiTrouble.THINKS);

        assertThat(rig.ask().text()).startsWith("<think>").contains("</think>", "\"sadness\"");
    }

    @ParameterizedTest
    @CsvSource({
        "401, The key is refused by %s: look at OPENAI_API_KEY (401).",
        "403, The key is refused by %s: look at OPENAI_API_KEY (403).",
        "402, The account has no credit left at %s: look at its billing page (402).",
        "404, 'There is no model small-model at %s, or OPENAI_BASE_URL is wrong (does it end in /v1?) (404).'",
        "410, %s refuses to be asked for small-model in any way that EmotiTune knows (410).",
    })
    void aFinalRefusalSaysWhatToMendAndNotWhatWasSent(int status, String message) {
        String echo =
                "{\"error\": {\"message\": \"sk-SECRET WRITTEN by somebody\", \"code\": \"WRITTEN by somebody\"}}";
        rig.openAi.always(new OpenAiTrouble.Sends(Reply.json(status, echo)));

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(rig::ask)
                .withMessage(message.formatted(rig.openAi.base()))
                .withNoCause();

        assertThat(rig.openAi.asked()).hasSize(1);
    }

    @Test
    void aShortCodeOfTheServerIsTold() {
        rig.openAi.needs("another-key");

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(rig::ask)
                .withMessageEndingWith("look at OPENAI_API_KEY (401, invalid_api_key).")
                .withMessageNotContaining(ChatRig.KEY);
    }

    @Test
    void theKeyIsSentAndWithoutOneNoneIs() {
        rig.openAi.needs(ChatRig.KEY);
        rig.ask();
        try (ChatRig keyless = new ChatRig(null, 1)) {
            keyless.ask();

            assertThat(keyless.openAi.server().requests().getFirst().headers()).doesNotContainKey("Authorization");
        }

        assertThat(rig.openAi.asked()).hasSize(1);
    }

    @Test
    void aKeyThatCannotBeSentIsNotShown() {
        try (ChatRig wrong = new ChatRig("sk-SECRET\nsecond line", 1)) {
            assertThatExceptionOfType(ServerRefusesException.class)
                    .isThrownBy(wrong::ask)
                    .withMessageContaining("OPENAI_API_KEY")
                    .withMessageNotContaining("SECRET")
                    .withNoCause();
        }
    }

    static List<OpenAiTrouble> garbage() {
        return List.of(
                OpenAiTrouble.PAGE,
                OpenAiTrouble.BROKEN,
                OpenAiTrouble.DROPS,
                OpenAiTrouble.status(500),
                OpenAiTrouble.status(503),
                OpenAiTrouble.status(408),
                OpenAiTrouble.status(429),
                OpenAiTrouble.status(429, 3600),
                new OpenAiTrouble.Sends(Reply.redirect("https://elsewhere.test/v1/chat/completions")),
                new OpenAiTrouble.Sends(Reply.json("{\"error\": {\"message\": \"WRITTEN by somebody\"}}")));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void aServerThatCannotAnswerIsUnavailableAndNothingOfItIsTold(OpenAiTrouble trouble) {
        rig.openAi.always(trouble);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(rig::ask)
                .withNoCause()
                .withMessageNotContaining("SECRET")
                .withMessageNotContaining("WRITTEN");
    }

    @Test
    void aServerThatIsBusyForAMomentIsAskedAgain() {
        rig.openAi.next(OpenAiTrouble.status(503));

        assertThat(rig.ask().text()).startsWith("{");
        assertThat(rig.openAi.asked()).hasSize(2);
    }

    @Test
    void aHostThatDoesNotExistIsUnavailable() {
        ChatServer lost = new ChatServer(
                ChatRig.setup(java.net.URI.create("http://no-such-host.invalid/v1"), null, 1),
                new Dialect(),
                rig.web(1));

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> lost.ask(ChatRig.MESSAGE, ChatRig.TIME))
                .withMessageContaining("cannot be found");
    }
}
