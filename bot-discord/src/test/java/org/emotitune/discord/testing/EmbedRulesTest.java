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

class EmbedRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{title: '%s'}                         | 256  | title",
                "{description: '%s'}                   | 4096 | description",
                "{footer: {text: '%s'}}                | 2048 | footer.text",
                "{author: {name: '%s'}}                | 256  | author.name",
                "{fields: [{name: '%s', value: 'a'}]}  | 256  | fields.0.name",
                "{fields: [{name: 'a', value: '%s'}]}  | 1024 | fields.0.value"
            })
    void textsAreBounded(String embed, int most, String path) {
        assertThat(said(embed.formatted("x".repeat(most)))).isEmpty();
        assertThat(said(embed.formatted("x".repeat(most + 1))))
                .containsExactly("embeds.0." + path + " BASE_TYPE_MAX_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: '%s'",
                "author: {name: 'a', url: '%s'}",
                "author: {name: 'a', icon_url: '%s'}",
                "footer: {text: 'a', icon_url: '%s'}",
                "thumbnail: {url: '%s'}",
                "image: {url: '%s'}"
            })
    void addressesAreBoundedAndOfTheWeb(String part) {
        String embed = "{title: 'a', " + part + "}";
        String start = "https://a.b/";

        assertThat(said(embed.formatted("http://a.b"))).isEmpty();
        assertThat(said(embed.formatted(start + "x".repeat(2048 - start.length()))))
                .isEmpty();
        assertThat(said(embed.formatted(start + "x".repeat(2049 - start.length()))))
                .singleElement()
                .asString()
                .endsWith("BASE_TYPE_MAX_LENGTH");
        for (String wrong : List.of("ftp://a.b", "a.b", "javascript:alert", "data:image/png,a")) {
            assertThat(said(embed.formatted(wrong))).singleElement().asString().endsWith("URL_TYPE_INVALID_SCHEME");
        }
        for (String wrong : List.of("https://", "https:/a", "http://a b", "https:a")) {
            assertThat(said(embed.formatted(wrong))).singleElement().asString().endsWith("URL_TYPE_INVALID_URL");
        }
    }

    @Test
    void onlyPicturesAreAttached() {
        assertThat(said("{image: {url: 'attachment://a.png'}, thumbnail: {url: 'attachment://b.png'}}"))
                .isEmpty();
        assertThat(said("{title: 'a', url: 'attachment://a.png'}"))
                .containsExactly("embeds.0.url URL_TYPE_INVALID_SCHEME");
    }

    @Test
    void coloursHaveTwentyFourBits() {
        assertThat(said("{title: 'a', color: 0}")).isEmpty();
        assertThat(said("{title: 'a', color: 16777215}")).isEmpty();
        assertThat(said("{title: 'a', color: 16777216}")).containsExactly("embeds.0.color NUMBER_TYPE_MAX");
        assertThat(said("{title: 'a', color: -1}")).containsExactly("embeds.0.color NUMBER_TYPE_MIN");
        assertThat(said("{title: 'a', color: '#fff'}")).containsExactly("embeds.0.color NUMBER_TYPE_COERCE");
    }

    @Test
    void fieldsAreTwentyFiveAndWhole() {
        JsonNode field = json("{name: 'a', value: 'b'}");

        assertThat(said(object("{}").set("fields", list(25, i -> field)))).isEmpty();
        assertThat(said(object("{}").set("fields", list(26, i -> field))))
                .containsExactly("embeds.0.fields BASE_TYPE_MAX_LENGTH");
        assertThat(said("{fields: [{name: ' ', value: 'b'}, {name: 'a'}]}"))
                .containsExactly(
                        "embeds.0.fields.0.name BASE_TYPE_REQUIRED", "embeds.0.fields.1.value BASE_TYPE_REQUIRED");
    }

    @Test
    void anEmbedShowsSomething() {
        assertThat(said("{color: 1}")).containsExactly("embeds.0.description BASE_TYPE_REQUIRED");
        assertThat(said("{title: '', fields: []}")).containsExactly("embeds.0.description BASE_TYPE_REQUIRED");
        assertThat(said("{title: 'a', footer: {}, author: {}}"))
                .containsExactlyInAnyOrder(
                        "embeds.0.footer.text BASE_TYPE_REQUIRED", "embeds.0.author.name BASE_TYPE_REQUIRED");
    }

    @Test
    void timesAreWrittenAsDiscordReadsThem() {
        assertThat(said("{title: 'a', timestamp: '2026-07-01T10:00:00Z'}")).isEmpty();
        assertThat(said("{title: 'a', timestamp: 'today'}")).containsExactly("embeds.0.timestamp DATETIME_TYPE_PARSE");
    }

    @Test
    void thereAreTenEmbeds() {
        assertThat(saidOfAll(list(10, i -> json("{title: 'a'}")))).isEmpty();
        assertThat(saidOfAll(list(11, i -> json("{title: 'a'}")))).containsExactly("embeds BASE_TYPE_MAX_LENGTH");
        assertThat(saidOfAll(json("{title: 'a'}"))).containsExactly("embeds LIST_TYPE_CONVERT");
    }

    @Test
    void allTextsOfAllEmbedsAreCountedTogether() {
        JsonNode first = json("""
                {title: '%1$s', description: '%1$s', footer: {text: '%1$s'}, author: {name: '%1$s'},
                 fields: [{name: '%1$s', value: '%1$s'}, {name: '%1$s', value: '%2$s'}]}\
                """.formatted("x".repeat(100), "x".repeat(300)));

        assertThat(saidOfAll(list(6, i -> first))).isEmpty();
        assertThat(saidOfAll(list(7, i -> i < 6 ? first : json("{title: 'a'}"))))
                .containsExactly("embeds MAX_EMBED_SIZE_EXCEEDED");
    }

    private static List<String> said(String embed) {
        return said(json(embed));
    }

    private static List<String> said(JsonNode embed) {
        return saidOfAll(list(1, i -> embed));
    }

    private static List<String> saidOfAll(JsonNode embeds) {
        return Said.of(Rules.message(object("{content: 'a'}").set("embeds", embeds), List.of()));
    }
}
