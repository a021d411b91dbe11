package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a refusal, and what is remembered of it. */
@Timeout(60)
class RefusedRequestTest {
    private static final Reply NO_FORMAT =
            LocalOpenAi.error(400, "response_format is not supported here.", "invalid_request_error", null);

    private final ChatRig rig = new ChatRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Each shows the request, in which somebody writes of response_format. */
    static List<Reply> echoes() {
        return List.of(
                LocalOpenAi.error(400, "Invalid message: \"my response_format is sad\"", "bad_request", null),
                Reply.json(400, "{\"error\": {\"message\": \"No.\", \"input\": \"my response_format is sad\"}}"),
                Reply.json(400, "{\"error\": {\"message\": \"No.\"}, \"request\": {\"response_format\": {}}}"),
                Reply.json(
                        422,
                        "{\"detail\": [{\"loc\": [\"body\", \"messages\"], \"msg\": \"No.\", \"input\": \"response_format\"}]}"),
                Reply.json(400, "{\"message\": \"[{'loc': ('body', 'messages'), 'input': {'response_format': 1}}]\"}"));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void whatAServerShowsOfTheRequestSaysNothingOfTheForm(Reply echo) {
        rig.ask();
        rig.openAi.next(new OpenAiTrouble.Sends(echo));

        assertThatExceptionOfType(ServerRefusesException.class).isThrownBy(rig::ask);

        assertThat(rig.openAi.asked()).hasSize(2);
        assertThat(rig.dialect.way().level()).isEqualTo(OutputLevel.JSON_SCHEMA);
    }

    static List<Reply> wordings() {
        return List.of(
                NO_FORMAT,
                Reply.json(400, "{\"object\": \"error\", \"message\": \"json_schema: no\", \"code\": 400}"),
                Reply.json(400, "{\"detail\": \"response_format is unknown\"}"),
                Reply.json(400, "{\"error\": \"response_format is unknown\"}"),
                Reply.json(400, "[{\"error\": {\"message\": \"Unknown name 'response_format'\"}}]"),
                Reply.json(
                        422,
                        "{\"detail\": [{\"loc\": [\"body\", \"response_format\", \"type\"], \"msg\": \"Input should be 'text'\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void aServerThatHasUnlearntTheFormIsAskedForTheNext(Reply wording) {
        rig.ask();
        rig.openAi.refusing(asked -> asked.responseFormat().equals("json_schema"), wording);

        assertThat(rig.ask().text()).startsWith("{");
        assertThat(rig.dialect.way().level()).isEqualTo(OutputLevel.JSON);
    }

    @Test
    void whatIsProvenStaysIfTheOtherWayDoesNotWorkEither() {
        rig.ask();
        rig.openAi.next(new OpenAiTrouble.Sends(NO_FORMAT), OpenAiTrouble.status(503), OpenAiTrouble.status(503));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(rig::ask);

        assertThat(rig.dialect.way().level()).isEqualTo(OutputLevel.JSON_SCHEMA);
        assertThat(rig.dialect.way().proven()).isTrue();
    }

    @Test
    void temperatureIsNotGivenUpForAServerThatThenDoesNotAnswer() {
        Reply refusal = LocalOpenAi.error(400, "temperature: no", "invalid_request_error", null);
        rig.openAi.next(new OpenAiTrouble.Sends(refusal), OpenAiTrouble.status(500));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(rig::ask);

        assertThat(rig.dialect.way().temperature()).isTrue();
    }

    @Test
    void aLimitThatIsTooGreatIsLoweredAndNotCalledSomethingElse() {
        Reply tooLarge = LocalOpenAi.error(
                400,
                "max_tokens is too large: 100. This model supports at most 64 completion tokens.",
                "invalid_request_error",
                "invalid_value");
        rig.openAi.refusing(asked -> asked.mostTokens() > 64, tooLarge);

        rig.ask();
        rig.ask();

        assertThat(rig.openAi.asked().stream().map(LocalOpenAi.Asked::mostTokens))
                .containsExactly(100, 64, 64);
        assertThat(rig.lastAsked()).isEqualTo("json_schema");
    }

    @Test
    void aLimitThatIsTooGreatIsHalvedWhereTheServerDoesNotSayWhatItAllows() {
        Reply tooLarge = LocalOpenAi.error(400, "max_tokens is too large", "invalid_request_error", null);
        rig.openAi.refusing(asked -> asked.mostTokens() > 50, tooLarge);

        rig.ask();

        assertThat(rig.openAi.asked().stream().map(LocalOpenAi.Asked::mostTokens))
                .containsExactly(100, 50);
    }

    @Test
    void noAnswerIsAllowedMoreThanSixteenThousandTokens() {
        Prompt songs = new Prompt(Prompt.Form.SONGS, "Read.", "As JSON.", "As a list.", "\"x\"", 9, 9_000);
        rig.openAi.next(OpenAiTrouble.THINKS);
        rig.ask();

        rig.server.ask(songs, ChatRig.TIME);

        assertThat(rig.openAi.asked().getLast().mostTokens()).isEqualTo(16_000);
        assertThat(rig.server.most(songs).output()).isEqualTo(16_000);
    }

    @Test
    void noMoreIsAskedForThanWasSetAside() {
        Tokens most = rig.server.most(ChatRig.MESSAGE);
        rig.openAi.next(OpenAiTrouble.THINKS);
        rig.ask();

        rig.server.askNow(ChatRig.MESSAGE, most, ChatRig.TIME);

        assertThat(rig.server.most(ChatRig.MESSAGE).output()).isEqualTo(800);
        assertThat(rig.openAi.asked().getLast().mostTokens()).isEqualTo(100);
    }

    @Test
    void whatIsSetAsideIsEnoughForTheLongerForm() {
        Prompt listy = new Prompt(Prompt.Form.MESSAGE, "Read.", "JSON.", "As a list. ".repeat(50), "\"x\"", 1, 100);
        rig.openAi.lacks(LocalOpenAi.Lack.RESPONSE_FORMAT);
        rig.openAi.next(OpenAiTrouble.NO_USAGE, OpenAiTrouble.NO_USAGE, OpenAiTrouble.NO_USAGE);
        Tokens most = rig.server.most(listy);

        rig.server.ask(listy, ChatRig.TIME);

        assertThat(most.input()).isGreaterThanOrEqualTo(ChatRequests.estimatedInput(listy, rig.dialect.way()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[THINK]Hm, {sad}.[/THINK]%s",
                "<thinking>Hm.</thinking>%s",
                "<thought>Hm.</thought>```json\n%s\n```",
                "\uFEFF%s",
                "Here is the JSON:\n%s",
                "%s\nI hope {that} helps!"
            })
    void anAnswerThatCanBeReadProvesTheLevel(String form) {
        rig.openAi.next(OpenAiTrouble.text(form::formatted));

        rig.ask();

        assertThat(rig.dialect.way().level()).isEqualTo(OutputLevel.JSON_SCHEMA);
        assertThat(rig.dialect.way().proven()).isTrue();
        assertThat(rig.dialect.way().thinks()).isEqualTo(form.contains("Hm"));
    }

    @Test
    void jsonThatCannotBeReadNeitherProvesNorLowersTheLevel() {
        rig.openAi.next(OpenAiTrouble.text(good -> "{\"feelings\": []}"), OpenAiTrouble.text(good -> "Sure: {\"emo"));

        rig.ask();
        rig.ask();

        assertThat(rig.dialect.way()).isEqualTo(Dialect.Way.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i_am_so_sad_today", "john.smith", "sk-secret"})
    void aCodeThatNobodyKnowsIsNotTold(String code) {
        rig.openAi.always(new OpenAiTrouble.Sends(LocalOpenAi.error(401, "No.", code, code)));

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(rig::ask)
                .withMessageEndingWith("(401).");
    }

    @Test
    void anUnknownCodeDoesNotHideAKnownType() {
        rig.openAi.always(new OpenAiTrouble.Sends(LocalOpenAi.error(401, "No.", "invalid_request_error", "x1")));

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(rig::ask)
                .withMessageEndingWith("(401, invalid_request_error).");
    }
}
