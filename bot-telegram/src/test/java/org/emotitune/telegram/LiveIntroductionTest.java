package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Telegram shows of the bot once it has started. */
@Timeout(180)
class LiveIntroductionTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @BeforeEach
    void isIntroduced() {
        bot.telegram().until(() -> bot.telegram().descriptions().size() == 4);
    }

    @Test
    void theMenusAreSetForEachPlaceInBothLanguages() {
        Map<String, JsonNode> menus = bot.telegram().commands();

        assertThat(menus)
                .containsOnlyKeys(
                        "default/",
                        "default/es",
                        "all_private_chats/",
                        "all_private_chats/es",
                        "all_group_chats/",
                        "all_group_chats/es");
        assertThat(names(menus, "all_private_chats/"))
                .containsExactly("recommend", "help", "sos", "language", "privacy", "export", "forget")
                .isEqualTo(names(menus, "all_private_chats/es"));
        assertThat(names(menus, "all_group_chats/es")).containsExactly("recommend", "help", "sos");
        assertThat(description(menus, "all_private_chats/")).isEqualTo("Songs for how you feel");
        assertThat(description(menus, "all_private_chats/es")).isEqualTo("Canciones para lo que sientes");
    }

    @Test
    void theDescriptionsAreSetInBothLanguages() {
        assertThat(bot.telegram().descriptions())
                .hasEntrySatisfying("description/", text -> assertThat(text).contains("What you write is not stored."))
                .hasEntrySatisfying(
                        "description/es", text -> assertThat(text).contains("Lo que escribes no se guarda."))
                .hasEntrySatisfying(
                        "short_description/", text -> assertThat(text).startsWith("Tell me"))
                .hasEntrySatisfying(
                        "short_description/es", text -> assertThat(text).startsWith("Cuéntame"));
    }

    private static List<String> names(Map<String, JsonNode> menus, String place) {
        return menus.getOrDefault(place, MissingNode.getInstance()).findValuesAsText("command");
    }

    private static String description(Map<String, JsonNode> menus, String place) {
        return menus.getOrDefault(place, MissingNode.getInstance())
                .path(0)
                .path("description")
                .asText();
    }
}
