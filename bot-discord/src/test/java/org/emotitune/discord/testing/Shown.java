package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A message as text. */
final class Shown {
    private static final int ACTION_ROW = 1;

    private final StringBuilder text = new StringBuilder();

    private Shown() {}

    /** @param onlyFor name of the only one who sees it; empty for all */
    static String of(JsonNode message, String onlyFor) {
        Shown shown = new Shown();
        shown.text.append(name(message.path("author")));
        if (!onlyFor.isEmpty()) {
            shown.text.append(" (only for ").append(onlyFor).append(')');
        }
        shown.text.append(": ").append(body(message)).append('\n');
        message.path("embeds").forEach(shown::embed);
        message.path("components").forEach(shown::component);
        message.path("attachments")
                .forEach(file -> shown.line("  📎 %s (%d bytes)"
                        .formatted(
                                file.path("filename").asText(),
                                file.path("size").asInt())));
        return shown.text.toString();
    }

    private static String body(JsonNode message) {
        return (message.path("flags").asInt() & LocalMessage.THINKING) == 0
                ? message.path("content").asText("")
                : "is thinking…";
    }

    private static String name(JsonNode user) {
        return user.hasNonNull("global_name")
                ? user.path("global_name").asText()
                : user.path("username").asText();
    }

    private void line(String what) {
        text.append(what).append('\n');
    }

    private void embed(JsonNode embed) {
        line("  ┌ #%06x".formatted(embed.path("color").asInt()));
        inner(embed.path("author"), "name");
        inner(embed, "title");
        inner(embed, "url");
        inner(embed, "description");
        embed.path("fields")
                .forEach(field -> line("  │ %s: %s"
                        .formatted(
                                field.path("name").asText(), field.path("value").asText())));
        inner(embed.path("thumbnail"), "url");
        inner(embed.path("image"), "url");
        inner(embed.path("footer"), "text");
    }

    private void inner(JsonNode of, String field) {
        of.path(field).asText("").lines().forEach(part -> line("  │ " + part));
    }

    private void component(JsonNode component) {
        if (component.path("type").asInt() == ACTION_ROW) {
            line("  " + joined(component.path("components"), Shown::control, " "));
        } else {
            inner(component, "content");
            component.path("components").forEach(this::component);
        }
    }

    private static String control(JsonNode control) {
        String shown = control.path("type").asInt() == Components.BUTTON ? button(control) : menu(control);
        return control.path("disabled").asBoolean() ? shown + " (off)" : shown;
    }

    private static String button(JsonNode button) {
        String emoji = button.path("emoji").path("name").asText("");
        String label = button.path("label").asText("");
        String both = emoji.isEmpty() || label.isEmpty() ? emoji + label : emoji + " " + label;
        return button.hasNonNull("url")
                ? "[%s → %s]".formatted(both, button.path("url").asText())
                : "[%s]".formatted(both);
    }

    private static String menu(JsonNode menu) {
        return "<%s: %s>"
                .formatted(
                        menu.path("placeholder").asText(""),
                        joined(
                                menu.path("options"),
                                option -> option.path("label").asText(),
                                " | "));
    }

    private static String joined(JsonNode all, Function<JsonNode, String> shown, String separator) {
        return StreamSupport.stream(all.spliterator(), false).map(shown).collect(Collectors.joining(separator));
    }
}
