package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Buttons and menus of a message, see https://discord.com/developers/docs/components/reference. */
final class Components {
    static final int BUTTON = 2;
    static final int MENU = 3;
    static final int LINK = 5;

    private Components() {}

    static List<ObjectNode> buttons(JsonNode message) {
        return of(message, BUTTON);
    }

    static List<ObjectNode> menus(JsonNode message) {
        return of(message, MENU);
    }

    private static List<ObjectNode> of(JsonNode message, int type) {
        return Json.all(message.path("components"), one -> one.path("type").asInt() == type);
    }

    static String label(JsonNode button) {
        return button.hasNonNull("label")
                ? button.path("label").asText()
                : button.path("emoji").path("name").asText();
    }

    /** @param label may also be the emoji, or both with a space between */
    static Optional<ObjectNode> button(JsonNode message, String label) {
        return buttons(message).stream().filter(one -> isCalled(one, label)).findFirst();
    }

    private static boolean isCalled(JsonNode button, String label) {
        String emoji = button.path("emoji").path("name").asText("");
        return label(button).equals(label) || emoji.equals(label) || (emoji + " " + label(button)).equals(label);
    }

    /** @param name what it says while nothing is chosen, or its custom id; empty for the only one */
    static Optional<ObjectNode> menu(JsonNode message, String name) {
        List<ObjectNode> all = menus(message);
        return name.isEmpty() && all.size() == 1
                ? Optional.of(all.getFirst())
                : all.stream()
                        .filter(one -> one.path("placeholder").asText("").equals(name)
                                || one.path("custom_id").asText("").equals(name))
                        .findFirst();
    }
}
