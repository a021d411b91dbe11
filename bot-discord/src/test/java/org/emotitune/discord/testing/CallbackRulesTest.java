package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Said.json;
import static org.emotitune.discord.testing.Said.list;
import static org.emotitune.discord.testing.Said.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: 4, data: {content: 'a', flags: 64}}",
                "{type: 4, data: {embeds: [{title: 'a'}]}}",
                "{type: 5}",
                "{type: 5, data: {}}",
                "{type: 5, data: {flags: 64}}",
                "{type: 6}",
                "{type: 7}",
                "{type: 7, data: {content: 'a', components: []}}",
                "{type: 8, data: {choices: []}}",
                "{type: 8, data: {choices: [{name: 'a', value: 'b'}, {name: 'a', value: 3}]}}"
            })
    void anAnswerIsOneOfThese(String body) {
        assertThat(said(json(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | type BASE_TYPE_REQUIRED",
                "{type: 1}                                                  | type BASE_TYPE_CHOICES",
                "{type: 9, data: {}}                                        | type BASE_TYPE_CHOICES",
                "{type: 'four'}                                             | type BASE_TYPE_CHOICES",
                "{type: 4}                                                  | 400 50006",
                "{type: 4, data: {content: ' '}}                            | 400 50006",
                "{type: 4, data: {content: 'a', flags: 128}}                | data.flags MESSAGE_FLAGS_INVALID",
                "{type: 4, data: {content: 'a', choices: []}}               | data.choices INTERACTION_CHOICES_INVALID",
                "{type: 4, data: {embeds: [{title: 'a', color: -1}]}}       | data.embeds.0.color NUMBER_TYPE_MIN",
                "{type: 5, data: {flags: 128}}                              | data.flags MESSAGE_FLAGS_INVALID",
                "{type: 5, data: {content: 'a'}}                            | data.content INTERACTION_DATA_INVALID",
                "{type: 6, data: {embeds: [{title: 'a'}]}}                  | data.embeds INTERACTION_DATA_INVALID",
                "{type: 7, data: {content: 'a', flags: 64}}                 | data.flags MESSAGE_FLAGS_INVALID",
                "{type: 8}                                                  | data.choices BASE_TYPE_REQUIRED",
                "{type: 8, data: {choices: [{name: '', value: 'b'}]}}       | data.choices.0.name BASE_TYPE_REQUIRED",
                "{type: 8, data: {choices: [{name: 'a'}]}}                  | data.choices.0.value BASE_TYPE_REQUIRED",
                "{type: 8, data: {choices: [{name: 'a', value: 9007199254740993}]}}"
                        + "| data.choices.0.value NUMBER_TYPE_MAX",
                "{type: 8, data: {choices: [], content: 'a'}}               | data.content INTERACTION_DATA_INVALID"
            })
    void anythingElseIsRefused(String body, String problem) {
        assertThat(said(json(body))).containsExactly(problem);
    }

    @Test
    void aMessageKeepsTheRulesOfMessages() {
        for (int type : new int[] {4, 7}) {
            JsonNode body =
                    object("{}").put("type", type).set("data", object("{}").put("content", "x".repeat(2001)));

            assertThat(said(body)).containsExactly("data.content BASE_TYPE_MAX_LENGTH");
        }
    }

    @Test
    void filesComeWithMessagesOnly() {
        List<UploadedFile> files = List.of(new UploadedFile("a.png", 11 << 20));
        List<UploadedFile> small = List.of(new UploadedFile("a.png", 1));

        assertThat(Rules.callback(json("{type: 4}"), small)).isEmpty();
        assertThat(Rules.callback(json("{type: 7, data: {}}"), small)).isEmpty();
        assertThat(Said.of(Rules.callback(json("{type: 4}"), files))).containsExactly("413 40005");
        assertThat(Said.of(Rules.callback(json("{type: 7}"), files))).containsExactly("413 40005");
        assertThat(Said.of(Rules.callback(json("{type: 5}"), small)))
                .containsExactly("data.attachments INTERACTION_DATA_INVALID");
    }

    @Test
    void thereAreTwentyFiveChoices() {
        assertThat(said(choices(25, "a", "b"))).isEmpty();
        assertThat(said(choices(26, "a", "b"))).containsExactly("data.choices BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void namesAndValuesOfChoicesAreBounded() {
        String most = "x".repeat(100);

        assertThat(said(choices(1, most, most))).isEmpty();
        assertThat(said(choices(1, most + "x", most))).containsExactly("data.choices.0.name BASE_TYPE_BAD_LENGTH");
        assertThat(said(choices(1, most, most + "x"))).containsExactly("data.choices.0.value BASE_TYPE_BAD_LENGTH");
    }

    private static JsonNode choices(int number, String name, String value) {
        JsonNode choices = list(number, i -> object("{}").put("name", name).put("value", value));
        return object("{type: 8}").set("data", object("{}").set("choices", choices));
    }

    private static List<String> said(JsonNode body) {
        return Said.of(Rules.callback(body, List.of()));
    }
}
