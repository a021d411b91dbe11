package org.emotitune.discord.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may stand below a message: https://docs.discord.com/developers/components/reference, action rows alone. */
final class ComponentRules {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int LINK = 5;

    private static final int ROWS = 5;
    private static final int WIDTH = 5;
    private static final int CUSTOM_ID = 100;
    private static final int LABEL = 80;
    private static final int URL = 512;
    private static final int PLACEHOLDER = 150;
    private static final int OPTIONS = 25;
    private static final int OPTION_TEXT = 100;

    /** All custom ids of the message so far. */
    private final Set<String> used = new HashSet<>();

    private ComponentRules() {}

    static void check(Spot components) {
        ComponentRules rules = new ComponentRules();
        for (Spot row : components.itemsUpTo(ROWS)) {
            row.at("type").required().oneOf(ROW);
            rules.row(row.at("components").required());
        }
    }

    private void row(Spot components) {
        components.between(1, WIDTH);
        int width = 0;
        for (Spot component : components.items()) {
            boolean button = component.at("type").value().asInt() == BUTTON;
            width += button ? 1 : WIDTH;
            if (width > WIDTH) {
                component.refuse(
                        "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
            }
            component.at("type").required().oneOf(BUTTON, STRING_SELECT, 5, 6, 7, 8);
            if (button) {
                button(component);
            } else {
                select(component);
            }
        }
    }

    private void button(Spot button) {
        button.at("style").required().oneOf(1, 2, 3, 4, LINK);
        button.at("label").atMost(LABEL);
        emoji(button.at("emoji"));
        if (button.at("label").isBlank() && !button.at("emoji").isThere()) {
            button.refuse("BUTTON_COMPONENT_LABEL_REQUIRED", "A button must have a label or an emoji");
        }
        if (button.at("url").isThere() && button.at("custom_id").isThere()) {
            button.at("custom_id")
                    .refuse(
                            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                            "A custom id and url cannot both be specified");
        }
        if (button.at("style").value().asInt() == LINK) {
            link(button);
        } else {
            customId(button.at("custom_id"));
            forbid(button.at("url"), "BUTTON_COMPONENT_URL_INVALID", "Only a link button can have a url");
        }
    }

    private static void link(Spot button) {
        Spot url = button.at("url");
        if (url.isBlank()) {
            url.refuse("BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
        } else {
            url.atMost(URL);
            url.link("http", "https", "discord");
        }
        forbid(button.at("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_INVALID", "A link button cannot have a custom id");
    }

    private static void forbid(Spot spot, String code, String message) {
        if (spot.isThere()) {
            spot.refuse(code, message);
        }
    }

    /** Measured with the white space around it: it is handed back as it is. */
    private void customId(Spot id) {
        String text = id.isThere() ? id.value().asText() : "";
        if (text.isEmpty()) {
            id.refuse("COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
        } else if (Spot.length(text) > CUSTOM_ID) {
            id.refuse("BASE_TYPE_BAD_LENGTH", "Must be between 1 and %d in length.".formatted(CUSTOM_ID));
        } else if (!used.add(text)) {
            id.refuse("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void select(Spot select) {
        customId(select.at("custom_id"));
        select.at("placeholder").atMost(PLACEHOLDER);
        select.at("min_values").whole(0, OPTIONS);
        select.at("max_values").whole(1, OPTIONS);
        int most = select.at("max_values").value().asInt(1);
        if (select.at("min_values").value().asInt(Math.min(1, most)) > most) {
            select.at("min_values").refuse("SELECT_COMPONENT_MIN_VALUES_INVALID", "min_values exceeds max_values");
        }
        if (select.at("type").value().asInt() == STRING_SELECT) {
            List<Spot> options = options(select.at("options"));
            if (most > options.size()) {
                select.at("max_values")
                        .refuse("SELECT_COMPONENT_MAX_VALUES_INVALID", "max_values exceeds the number of options");
            }
        }
    }

    private static List<Spot> options(Spot list) {
        list.required().between(1, OPTIONS);
        Set<String> values = new HashSet<>();
        for (Spot option : list.items()) {
            option.at("label").required().between(1, OPTION_TEXT);
            option.at("value").required().between(1, OPTION_TEXT);
            option.at("description").atMost(OPTION_TEXT);
            emoji(option.at("emoji"));
            if (!values.add(option.at("value").text())) {
                option.refuse("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        }
        return list.items();
    }

    /** Either one of a server, by its id, or one of Unicode, as it is. */
    private static void emoji(Spot emoji) {
        if (emoji.isThere()
                && !emoji.at("id").isThere()
                && !isEmoji(emoji.at("name").text())) {
            emoji.at("name").refuse("COMPONENT_INVALID_EMOJI", "Invalid emoji");
        }
    }

    private static boolean isEmoji(String text) {
        int keycap = 0x20E3;
        return text.codePoints()
                .anyMatch(c -> Character.isExtendedPictographic(c) || Character.isEmojiPresentation(c) || c == keycap);
    }
}
