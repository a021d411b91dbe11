package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.testing.Said.json;
import static org.emotitune.discord.testing.Said.list;
import static org.emotitune.discord.testing.Said.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentRulesTest {
    private static final String FIRST = "components.0.components.0";

    @Test
    void thereAreFiveRowsOfFiveButtons() {
        assertThat(saidOfRows(list(5, row -> row(list(5, i -> button(row * 5 + i))))))
                .isEmpty();
        assertThat(saidOfRows(list(6, row -> row(list(1, i -> button(row))))))
                .containsExactly("components BASE_TYPE_MAX_LENGTH");
        assertThat(saidOfRows(list(1, row -> row(list(6, ComponentRulesTest::button)))))
                .containsExactlyInAnyOrder(
                        "components.0.components BASE_TYPE_BAD_LENGTH",
                        "components.0.components.5 COMPONENT_LAYOUT_WIDTH_EXCEEDED");
    }

    @Test
    void aRowIsNotEmptyAndNotLeftOut() {
        assertThat(saidOfRows(list(1, row -> row(list(0, i -> button(i))))))
                .containsExactly("components.0.components BASE_TYPE_BAD_LENGTH");
        assertThat(saidOfRows(list(1, ComponentRulesTest::button)))
                .containsExactlyInAnyOrder(
                        "components.0.type BASE_TYPE_CHOICES", "components.0.components BASE_TYPE_REQUIRED");
    }

    @Test
    void aMenuFillsItsRow() {
        JsonNode menu = json("{type: 3, custom_id: 'm', options: [{label: 'a', value: 'a'}]}");

        assertThat(saidOfRows(list(1, row -> row(list(2, i -> i == 0 ? menu : button(i))))))
                .containsExactly("components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED");
        assertThat(saidOfRows(list(1, row -> row(list(2, i -> i == 1 ? menu : button(i))))))
                .containsExactly("components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 2, style: 1, custom_id: 'a', label: '%s'}                   | 80  | label       | MAX_LENGTH",
                "{type: 2, style: 1, label: 'a', custom_id: '%s'}                   | 100 | custom_id   | BAD_LENGTH",
                "{type: 3, custom_id: '%s', options: [{label: 'a', value: 'a'}]}    | 100 | custom_id   | BAD_LENGTH",
                "{type: 3, custom_id: 'a', placeholder: '%s', options: [{label: 'a', value: 'a'}]}"
                        + "| 150 | placeholder | MAX_LENGTH",
                "{type: 3, custom_id: 'a', options: [{label: '%s', value: 'a'}]}"
                        + "| 100 | options.0.label | BAD_LENGTH",
                "{type: 3, custom_id: 'a', options: [{label: 'a', value: '%s'}]}"
                        + "| 100 | options.0.value | BAD_LENGTH",
                "{type: 3, custom_id: 'a', options: [{label: 'a', value: 'a', description: '%s'}]}"
                        + "| 100 | options.0.description | MAX_LENGTH"
            })
    void textsAreBounded(String component, int most, String path, String code) {
        assertThat(said(component.formatted("x".repeat(most)))).isEmpty();
        assertThat(said(component.formatted("x".repeat(most + 1))))
                .containsExactly("%s.%s BASE_TYPE_%s".formatted(FIRST, path, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: 2, style: 1, label: 'a'}",
                "{type: 2, style: 4, label: 'a', custom_id: ''}",
                "{type: 3, options: [{label: 'a', value: 'a'}]}",
                "{type: 5}"
            })
    void whatCanBeUsedNeedsAnId(String component) {
        assertThat(said(component)).containsExactly(FIRST + ".custom_id COMPONENT_CUSTOM_ID_REQUIRED");
    }

    @Test
    void aTextFieldBelongsIntoForms() {
        assertThat(said("{type: 4, custom_id: 'a'}")).containsExactly(FIRST + ".type BASE_TYPE_CHOICES");
    }

    @Test
    void idsAreUniqueInTheMessage() {
        assertThat(saidOfRows(list(2, row -> row(list(1, i -> button(7))))))
                .containsExactly("components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    @Test
    void aLinkHasAnAddressInsteadOfAnId() {
        String link = "{type: 2, style: 5, label: 'a', url: '%s'}";
        String start = "https://a.b/";

        assertThat(said(link.formatted(start + "x".repeat(512 - start.length()))))
                .isEmpty();
        assertThat(said(link.formatted("discord://-/channels"))).isEmpty();
        assertThat(said(link.formatted(start + "x".repeat(513 - start.length()))))
                .containsExactly(FIRST + ".url BASE_TYPE_MAX_LENGTH");
        assertThat(said(link.formatted("spotify:track:1"))).containsExactly(FIRST + ".url URL_TYPE_INVALID_SCHEME");
        assertThat(said(link.formatted(""))).containsExactly(FIRST + ".url BUTTON_COMPONENT_URL_REQUIRED");
        assertThat(said("{type: 2, style: 5, label: 'a', custom_id: 'b'}"))
                .containsExactlyInAnyOrder(
                        FIRST + ".url BUTTON_COMPONENT_URL_REQUIRED",
                        FIRST + ".custom_id BUTTON_COMPONENT_CUSTOM_ID_INVALID");
        assertThat(said("{type: 2, style: 5, label: 'a', custom_id: 'b', url: 'https://a.b'}"))
                .contains(FIRST + ".custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE");
        assertThat(said("{type: 2, style: 2, label: 'a', custom_id: 'b', url: 'https://a.b'}"))
                .contains(FIRST + ".url BUTTON_COMPONENT_URL_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 2, style: 1, custom_id: 'a'}                                | BUTTON_COMPONENT_LABEL_REQUIRED",
                "{type: 2, style: 1, custom_id: 'a', label: ' '}                    | BUTTON_COMPONENT_LABEL_REQUIRED",
                "{type: 2, style: 6, custom_id: 'a', label: 'a'}                    | style BASE_TYPE_CHOICES",
                "{type: 2, custom_id: 'a', label: 'a'}                              | style BASE_TYPE_REQUIRED",
                "{type: 2, style: 1, custom_id: 'a', emoji: {name: 'ok'}}           | emoji.name COMPONENT_INVALID_EMOJI",
                "{type: 2, style: 1, custom_id: 'a', emoji: {name: ''}}             | emoji.name COMPONENT_INVALID_EMOJI"
            })
    void aButtonShowsWhatItIs(String button, String problem) {
        assertThat(said(button)).containsExactly(problem.contains(" ") ? FIRST + "." + problem : FIRST + " " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "🇪🇸", "1️⃣", "👩‍🎤"})
    void anEmojiIsOneOfUnicode(String emoji) {
        assertThat(said("{type: 2, style: 1, custom_id: 'a', emoji: {name: '%s'}}".formatted(emoji)))
                .isEmpty();
    }

    @Test
    void aMenuHasTwentyFiveOptions() {
        assertThat(said(menu(25))).isEmpty();
        assertThat(said(menu(1))).isEmpty();
        assertThat(said(menu(26))).containsExactly(FIRST + ".options BASE_TYPE_BAD_LENGTH");
        assertThat(said(menu(0))).contains(FIRST + ".options BASE_TYPE_BAD_LENGTH");
        assertThat(said("{type: 3, custom_id: 'a'}")).contains(FIRST + ".options BASE_TYPE_REQUIRED");
    }

    @Test
    void optionsAreWholeAndDiffer() {
        assertThat(said("{type: 3, custom_id: 'a', options: [{label: 'a', value: 'a'}, {label: 'b', value: 'a'}]}"))
                .containsExactly(FIRST + ".options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED");
        assertThat(said("{type: 3, custom_id: 'a', options: [{label: '', value: 'a'}]}"))
                .containsExactly(FIRST + ".options.0.label BASE_TYPE_REQUIRED");
        assertThat(said("{type: 3, custom_id: 'a', options: [{label: 'a', value: 'a', emoji: {name: 'a'}}]}"))
                .containsExactly(FIRST + ".options.0.emoji.name COMPONENT_INVALID_EMOJI");
        assertThat(said("{type: 3, custom_id: 'a', options: [{label: 'a'}]}"))
                .containsExactly(FIRST + ".options.0.value BASE_TYPE_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 25", "25, 25"})
    void howManyCanBeChosenIsUpToTheBot(int least, int most) {
        assertThat(said(menu(25).put("min_values", least).put("max_values", most)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1,  min_values NUMBER_TYPE_MIN",
        "0,  0,  max_values NUMBER_TYPE_MIN",
        "26, 25, min_values NUMBER_TYPE_MAX",
        "0,  26, max_values NUMBER_TYPE_MAX",
        "3,  2,  min_values SELECT_COMPONENT_MIN_VALUES_INVALID"
    })
    void howManyCanBeChosenIsBounded(int least, int most, String problem) {
        assertThat(said(menu(25).put("min_values", least).put("max_values", most)))
                .contains(FIRST + "." + problem);
    }

    @Test
    void noMoreCanBeChosenThanThereAre() {
        assertThat(said(menu(3).put("max_values", 3))).isEmpty();
        assertThat(said(menu(3).put("max_values", 4)))
                .containsExactly(FIRST + ".max_values SELECT_COMPONENT_MAX_VALUES_INVALID");
    }

    private static ObjectNode menu(int options) {
        ObjectNode menu = object("{type: 3, custom_id: 'm'}");
        menu.set("options", list(options, i -> object("{label: 'a'}").put("value", "v" + i)));
        return menu;
    }

    private static JsonNode button(int number) {
        return object("{type: 2, style: 1, label: 'a'}").put("custom_id", "b" + number);
    }

    private static JsonNode row(JsonNode components) {
        return object("{type: 1}").set("components", components);
    }

    private static List<String> said(String component) {
        return said(json(component));
    }

    private static List<String> said(JsonNode component) {
        return saidOfRows(list(1, row -> row(list(1, i -> component))));
    }

    private static List<String> saidOfRows(JsonNode rows) {
        return Said.of(Rules.message(object("{content: 'a'}").set("components", rows), List.of()));
    }
}
