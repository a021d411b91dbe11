package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads Telegram's HTML as the server does: only its own tags, nested and closed; only &amp;lt; &amp;gt; &amp;amp;
 * &amp;quot; and numbers are entities; positions in errors are bytes.
 */
public final class HtmlText {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("b", "bold"), Map.entry("strong", "bold"),
            Map.entry("i", "italic"), Map.entry("em", "italic"),
            Map.entry("u", "underline"), Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"), Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"), Map.entry("code", "code"),
            Map.entry("pre", "pre"), Map.entry("a", "text_link"),
            Map.entry("span", "spoiler"), Map.entry("tg-spoiler", "spoiler"),
            Map.entry("tg-emoji", "custom_emoji"), Map.entry("blockquote", "blockquote"));

    /** A tag that is still open. */
    private record Open(String name, Map<String, String> attributes, int start) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = Json.array();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    public static Formatted parse(String html) {
        return new HtmlText(html).read();
    }

    private Formatted read() {
        while (at < html.length()) {
            switch (html.charAt(at)) {
                case '<' -> tag();
                case '&' -> character();
                default -> text.append(html.charAt(at++));
            }
        }
        if (!open.isEmpty()) {
            throw wrong("Can't find end tag corresponding to start tag \"%s\""
                    .formatted(open.peek().name()));
        }
        Stream<JsonNode> inOrder = Json.stream(entities)
                .sorted(Comparator.comparingInt(one -> one.path("offset").asInt()));
        return new Formatted(text.toString(), Json.array(inOrder));
    }

    private void character() {
        HtmlCharacter found = HtmlCharacter.at(html, at);
        text.append(found.text());
        at = found.end();
    }

    private void tag() {
        int start = at;
        int end = endOfTag(start);
        boolean closing = html.startsWith("</", start);
        if (end < 0) {
            throw wrong((closing ? "Unclosed end tag" : "Unclosed start tag") + offset(start));
        }
        String inside = html.substring(start + (closing ? 2 : 1), end);
        at = end + 1;
        if (closing) {
            close(inside.strip().toLowerCase(Locale.ROOT), start);
        } else {
            open(inside, start);
        }
    }

    /** A ">" in quotes does not end it. */
    private int endOfTag(int start) {
        char quote = 0;
        for (int i = start; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return -1;
    }

    private void open(String inside, int start) {
        String name = inside.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        Map<String, String> attributes = HtmlAttributes.of(inside.substring(name.length()));
        if (!KINDS.containsKey(name)) {
            throw wrong("Unsupported start tag \"%s\"".formatted(name) + offset(start));
        }
        if (name.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw wrong("Tag \"span\" must have class \"tg-spoiler\"" + offset(start));
        }
        open.push(new Open(name, attributes, text.length()));
    }

    private void close(String name, int start) {
        Open opened = open.poll();
        if (opened == null) {
            throw wrong("Unexpected end tag" + offset(start));
        }
        if (!name.isEmpty() && !name.equals(opened.name())) {
            throw wrong("Unmatched end tag%s, expected \"</%s>\", found \"</%s>\""
                    .formatted(offset(start), opened.name(), name));
        }
        if (text.length() > opened.start()) {
            entity(opened).ifPresent(entities::add);
        }
    }

    private Optional<ObjectNode> entity(Open tag) {
        ObjectNode entity = Json.object()
                .put("offset", tag.start())
                .put("length", text.length() - tag.start())
                .put("type", String.valueOf(KINDS.get(tag.name())));
        if (tag.name().equals("a")) {
            // A link that leads nowhere is shown as plain text, without an error.
            return link(tag).map(url -> entity.put("url", url));
        }
        if (tag.attributes().containsKey("expandable")) {
            entity.put("type", "expandable_blockquote");
        }
        return Optional.of(entity);
    }

    private Optional<String> link(Open tag) {
        return Links.checked(tag.attributes().getOrDefault("href", text.substring(tag.start())));
    }

    private String offset(int index) {
        return " at byte offset " + html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal wrong(String why) {
        return Refusal.bad("can't parse entities: " + why);
    }
}
