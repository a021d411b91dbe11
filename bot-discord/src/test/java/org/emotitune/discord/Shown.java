package org.emotitune.discord;

import java.util.List;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What people see of a message, and what its components carry. */
final class Shown {
    /** Discord shows the character behind a backslash as it is, unless it is a letter, a digit or a space. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([^0-9A-Za-z\\s])");
    /** What has a meaning where no backslash stands before it. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?m)[\\\\*_~`|<>\\[\\]@]|#\\d|:\\w+:|https?://|discord://|^\\s*(?:#{1,3}|[-+]|-#|[0-9]+[.)]) ");

    private Shown() {}

    /** Text in which nothing but escapes is markup. */
    static String literal(String source) {
        return ESCAPED.matcher(source).replaceAll("$1");
    }

    /** Whether all of a text is shown as it is written. */
    static boolean isLiteral(String source) {
        return !MARKUP.matcher(ESCAPED.matcher(source).replaceAll("?")).find();
    }

    static List<List<Button>> buttons(MessageCreateData message) {
        return rows(message).stream()
                .map(ActionRow::getButtons)
                .filter(row -> !row.isEmpty())
                .toList();
    }

    static List<List<String>> labels(MessageCreateData message) {
        return buttons(message).stream()
                .map(row -> row.stream().map(Button::getLabel).toList())
                .toList();
    }

    /** What the buttons of a message hand back. */
    static List<String> actions(MessageCreateData message) {
        return buttons(message).stream()
                .flatMap(List::stream)
                .filter(button -> button.getUrl() == null)
                .map(button -> CustomId.of(String.valueOf(button.getCustomId()))
                        .orElseThrow()
                        .action())
                .toList();
    }

    static List<String> links(MessageCreateData message) {
        return buttons(message).stream()
                .flatMap(List::stream)
                .filter(button -> button.getUrl() != null)
                .map(Button::getLabel)
                .toList();
    }

    static List<StringSelectMenu> menus(MessageCreateData message) {
        return rows(message).stream()
                .flatMap(row -> row.getComponents().stream())
                .filter(StringSelectMenu.class::isInstance)
                .map(StringSelectMenu.class::cast)
                .toList();
    }

    static List<SelectOption> options(MessageCreateData message) {
        return menus(message).stream()
                .flatMap(menu -> menu.getOptions().stream())
                .toList();
    }

    private static List<ActionRow> rows(MessageCreateData message) {
        return message.getComponents().stream()
                .map(component -> component.asActionRow())
                .toList();
    }
}
