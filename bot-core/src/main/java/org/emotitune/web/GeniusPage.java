package org.emotitune.web;

import java.util.stream.Collectors;
import org.emotitune.lookup.Lyrics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A song's page on Genius. Its lyrics are in several containers, with other things between and inside. */
final class GeniusPage {
    private static final String CONTAINER = "div[data-lyrics-container=true]";
    private static final String NOT_LYRICS = "[data-exclude-from-selection]";
    private static final String INSTRUMENTAL = "This song is an instrumental";

    private GeniusPage() {}

    static Lyrics read(String html) {
        Document page = Jsoup.parse(html);
        page.select(NOT_LYRICS).remove();
        String words = page.select(CONTAINER).stream()
                .map(GeniusPage::lines)
                .collect(Collectors.joining("\n"))
                .strip();
        if (!words.isEmpty()) {
            return isInstrumental(words) ? new Lyrics.Instrumental() : new Lyrics.Found(words);
        }
        return page.getElementsContainingOwnText(INSTRUMENTAL).isEmpty()
                ? new Lyrics.Missing()
                : new Lyrics.Instrumental();
    }

    private static boolean isInstrumental(String words) {
        return words.equalsIgnoreCase("[Instrumental]");
    }

    /** A line ends where the page says so, not where its source does. */
    private static String lines(Element container) {
        StringBuilder lines = new StringBuilder();
        container.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                lines.append(text.text());
            } else if (node.nodeName().equals("br")) {
                lines.append('\n');
            }
        });
        return lines.toString();
    }
}
