package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What Discord refuses to send, after https://docs.discord.com/developers/resources/message and its components. */
final class SentLimits {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int MENU = 3;
    private static final int LINK = 5;

    private SentLimits() {}

    static void check(MessageCreateData message) {
        DataObject json = message.toData();
        assertThat(json.toString()
                        .codePoints()
                        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .as("half characters")
                .isFalse();
        length("content", json.getString("content", ""), 0, 2_000);
        DataArray embeds = array(json, "embeds");
        assertThat(json.getString("content", "").isBlank()
                        && embeds.isEmpty()
                        && message.getAttachments().isEmpty())
                .as("an empty message")
                .isFalse();
        embeds(embeds);
        components(array(json, "components"));
        DataObject mentions = json.getObject("allowed_mentions");
        assertThat(mentions.keys()).containsExactlyInAnyOrder("parse", "replied_user");
        assertThat(mentions.getArray("parse").isEmpty()).isTrue();
        assertThat(mentions.getBoolean("replied_user")).isFalse();
    }

    private static void embeds(DataArray embeds) {
        assertThat(embeds.length()).isLessThanOrEqualTo(10);
        int all = 0;
        for (DataObject embed : objects(embeds)) {
            String title = embed.getString("title");
            String description = embed.getString("description");
            length("title", title, 1, 256);
            length("description", description, 1, 4_096);
            all += title.length() + description.length();
            assertThat(embed.getInt("color")).isBetween(1, 0xFFFFFF);
            if (embed.hasKey("url")) {
                address(embed.getString("url"), 2_048);
            }
            if (embed.hasKey("thumbnail")) {
                address(embed.getObject("thumbnail").getString("url"), 2_048);
            }
        }
        assertThat(all).as("characters in all embeds").isLessThanOrEqualTo(6_000);
    }

    private static void components(DataArray rows) {
        assertThat(rows.length()).isLessThanOrEqualTo(5);
        Set<String> ids = new HashSet<>();
        for (DataObject row : objects(rows)) {
            assertThat(row.getInt("type")).isEqualTo(ROW);
            List<DataObject> within = objects(row.getArray("components"));
            boolean menu = within.getFirst().getInt("type") == MENU;
            assertThat(within).hasSizeBetween(1, menu ? 1 : 5);
            within.forEach(component -> component(component, ids));
        }
    }

    private static void component(DataObject component, Set<String> ids) {
        if (component.getInt("type") == MENU) {
            id(component, ids);
            length("placeholder", component.getString("placeholder"), 1, 150);
            options(objects(component.getArray("options")));
            return;
        }
        assertThat(component.getInt("type")).isEqualTo(BUTTON);
        length("label", component.getString("label"), 1, 80);
        if (component.getInt("style") == LINK) {
            address(component.getString("url"), 512);
            assertThat(component.hasKey("custom_id")).isFalse();
        } else {
            id(component, ids);
        }
    }

    private static void id(DataObject component, Set<String> ids) {
        String id = component.getString("custom_id");
        length("custom id", id, 1, 100);
        assertThat(ids.add(id)).as("twice: " + id).isTrue();
    }

    private static void options(List<DataObject> options) {
        assertThat(options).hasSizeBetween(1, 25);
        assertThat(options.stream().map(option -> option.getString("value")))
                .doesNotHaveDuplicates()
                .allSatisfy(value -> length("value", value, 1, 100));
        options.forEach(option -> length("option", option.getString("label"), 1, 100));
    }

    private static void length(String what, String text, int least, int most) {
        assertThat(text.codePointCount(0, text.length())).as(what).isBetween(least, most);
        if (least > 0) {
            assertThat(text.codePoints()
                            .anyMatch(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT))
                    .as("something to see in the " + what)
                    .isTrue();
        }
    }

    private static void address(String url, int most) {
        assertThat(url.length()).isLessThanOrEqualTo(most);
        assertThat(URI.create(url).getScheme()).isEqualTo("https");
    }

    static List<DataObject> objects(DataArray array) {
        List<DataObject> objects = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            objects.add(array.getObject(i));
        }
        return objects;
    }

    private static DataArray array(DataObject json, String key) {
        return json.optArray(key).orElseGet(DataArray::empty);
    }
}
