package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalOpenAi.Lack;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finds out in which way a server has to be asked. */
@Timeout(120)
class ChatServerDialectTest {
    private final ChatRig rig = new ChatRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksForASchemaFirstWithTheStablePartBeforeTheData() {
        Answer answer = rig.ask();

        LocalOpenAi.Asked asked = rig.openAi.asked().getFirst();
        JsonNode body = asked.body();
        JsonNode schema = body.at("/response_format/json_schema");
        assertThat(answer.text()).startsWith("{\"language\":\"en\"");
        assertThat(body.path("temperature").asDouble(1)).isZero();
        assertThat(body.path("max_tokens").asInt()).isEqualTo(100);
        assertThat(body.path("stream").asBoolean()).isFalse();
        assertThat(asked.system()).isEqualTo("Read the emotions.\n\nAs JSON.");
        assertThat(asked.user()).isEqualTo("\"WRITTEN by somebody\"");
        assertThat(schema.path("strict").asBoolean()).isTrue();
        assertThat(schema.at("/schema/required").valueStream().map(JsonNode::asText))
                .containsExactly("language", "emotions", "themes", "danger");
        assertThat(schema.at("/schema/additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.at("/schema/properties/emotions/items/required")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactly("word", "weight");
        assertThat(schema.toString()).doesNotContain("enum", "null");
    }

    @Test
    void schemasOfSongsHaveNoDangerAndSeveralSongsAreNumbered() {
        rig.server.ask(ChatRig.prompt(Prompt.Form.SONG), ChatRig.TIME);
        rig.server.ask(ChatRig.prompt(Prompt.Form.SONGS), ChatRig.TIME);

        JsonNode one = schema(0);
        JsonNode several = schema(1);
        assertThat(one.at("/required").valueStream().map(JsonNode::asText))
                .containsExactly("language", "emotions", "themes");
        assertThat(several.at("/properties/songs/items/required").valueStream().map(JsonNode::asText))
                .containsExactly("n", "language", "emotions", "themes");
        assertThat(several.at("/properties/songs/items/properties/n/type").asText())
                .isEqualTo("integer");
        assertThat(several.at("/properties/songs/items/additionalProperties").asBoolean(true))
                .isFalse();
    }

    private JsonNode schema(int request) {
        return rig.openAi.asked().get(request).body().at("/response_format/json_schema/schema");
    }

    @Test
    void aServerWithoutSchemasIsAskedForJsonAtOnceAndFromThenOn() {
        rig.openAi.lacks(Lack.JSON_SCHEMA);

        assertThat(rig.ask().text()).startsWith("{");
        rig.ask();

        assertThat(formats()).containsExactly("json_schema", "json_object", "json_object");
    }

    @Test
    void aServerWithoutAnyJsonIsAskedForAList() {
        rig.openAi.lacks(Lack.RESPONSE_FORMAT);

        assertThat(rig.ask().text()).startsWith("emotions: sadness");
        rig.ask();

        assertThat(formats()).containsExactly("json_schema", "json_object", "", "");
        assertThat(rig.openAi.asked().getLast().system()).isEqualTo("Read the emotions.\n\nAs a list.");
    }

    @Test
    void aModelThatKnowsNoneOfItIsAskedInItsOwnWay() {
        rig.openAi.lacks(Lack.MAX_TOKENS, Lack.TEMPERATURE, Lack.RESPONSE_FORMAT);

        assertThat(rig.ask().text()).startsWith("emotions");

        assertThat(rig.lastAsked()).isEqualTo("list no-temperature max_completion_tokens");
        assertThat(rig.openAi.asked().getLast().mostTokens()).isEqualTo(100);
        int before = rig.openAi.asked().size();
        rig.ask();
        assertThat(rig.openAi.asked()).hasSize(before + 1);
    }

    @Test
    void aServerThatKnowsNeitherNameOfTheLimitIsNotAskedForEver() {
        rig.openAi.lacks(Lack.MAX_TOKENS, Lack.MAX_COMPLETION_TOKENS);

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(rig::ask)
                .withMessageContaining("refuses to be asked for small-model");

        assertThat(rig.openAi.asked()).hasSizeLessThan(10);
    }

    @Test
    void aRefusalThatSaysNothingLowersTheLevelOnlyIfThatHelps() {
        Reply vague = LocalOpenAi.error(400, "Bad request.", "bad_request", null);
        rig.openAi.refusing(asked -> asked.responseFormat().equals("json_schema"), vague);

        assertThat(rig.ask().text()).startsWith("{");
        assertThat(rig.dialect.way().level()).isEqualTo(OutputLevel.JSON);
    }

    @Test
    void aMessageThatIsRefusedInEveryFormChangesNothingForTheNext() {
        rig.openAi.next(OpenAiTrouble.status(400), OpenAiTrouble.status(400), OpenAiTrouble.status(400));

        assertThatExceptionOfType(ServerRefusesException.class).isThrownBy(rig::ask);
        rig.ask();

        assertThat(formats()).containsExactly("json_schema", "json_object", "", "json_schema");
    }

    @Test
    void onceJsonHasWorkedARefusalIsNotOfItsForm() {
        rig.ask();
        rig.openAi.next(OpenAiTrouble.status(400));

        assertThatExceptionOfType(ServerRefusesException.class).isThrownBy(rig::ask);

        assertThat(formats()).containsExactly("json_schema", "json_schema");
    }

    @Test
    void proseInPlaceOfJsonLowersTheLevelUnlessJsonHasWorkedBefore() {
        rig.openAi.next(OpenAiTrouble.PROSE);
        rig.ask();
        rig.ask();
        rig.openAi.next(OpenAiTrouble.PROSE);
        rig.ask();
        rig.ask();

        assertThat(formats()).containsExactly("json_schema", "json_object", "json_object", "json_object");
    }

    @Test
    void answersThatSayNothingOfTheFormDoNotLowerTheLevel() {
        rig.openAi.next(
                OpenAiTrouble.CUT,
                OpenAiTrouble.EMPTY,
                OpenAiTrouble.REFUSAL,
                OpenAiTrouble.FILTERED,
                OpenAiTrouble.FENCED,
                OpenAiTrouble.THINKS);
        Stream.generate(rig::ask).limit(7).forEach(answer -> {});

        assertThat(formats()).hasSize(7).containsOnly("json_schema");
    }

    @Test
    void wordsAreAlwaysAskedForInAList() {
        rig.server.ask(ChatRig.WORDS, ChatRig.TIME);
        rig.ask();

        assertThat(formats()).containsExactly("", "json_schema");
    }

    @Test
    void manyAtOnceFindOutTheSame() throws Exception {
        rig.openAi.lacks(Lack.JSON_SCHEMA, Lack.MAX_TOKENS);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers =
                    Stream.generate(() -> callers.submit(rig::ask)).limit(40).toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().text()).startsWith("{");
            }
        }

        rig.ask();

        assertThat(rig.lastAsked()).isEqualTo("json_object max_completion_tokens");
        assertThat(rig.openAi.mostAtOnce()).isLessThanOrEqualTo(4);
    }

    private List<String> formats() {
        return rig.openAi.asked().stream()
                .map(LocalOpenAi.Asked::responseFormat)
                .toList();
    }
}
