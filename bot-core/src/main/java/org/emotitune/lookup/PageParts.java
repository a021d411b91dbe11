package org.emotitune.lookup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of Genius shows around and between the words, and readers of the page took for words. */
final class PageParts {
    private static final List<String> SUGGESTIONS = List.of("You might also like", "También te podría gustar");
    private static final String TICKETS = "Get tickets as low as ";
    private static final Pattern PRICE = Pattern.compile("[$€£] ?\\d{1,6}(?:[.,]\\d{1,3})?");
    private static final int LONGEST_ADVERT = 120;

    private static final Pattern CONTRIBUTORS = Pattern.compile("\\d{1,6} ?Contributors?(?:\\s?Translations?)?");
    private static final String TITLE_ENDS = " Lyrics";
    /** A hundred for the title, the rest for the names of thirty languages. */
    private static final int LONGEST_HEADER = 600;

    private static final String DESCRIPTION_ENDS = "Read More";
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final Pattern TITLE_LINE = Pattern.compile("[^\\n\\[]{1,100} Lyrics(?:[\\n\\s]*+(?=\\[)|\\n|$)");

    private static final String COPY_BUTTON = "EmbedShare URLCopyEmbedCopy";
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,3})?[KM]?$");
    private static final int LONGEST_COUNT = 11;

    private PageParts() {}

    static String without(String text) {
        String words = text.strip();
        words = withoutButtons(words);
        words = withoutHeader(words);
        words = withoutTitleLines(words);
        words = withoutAdverts(words);
        for (String suggestion : SUGGESTIONS) {
            words = withoutSuggestion(words, suggestion);
        }
        return words;
    }

    /** "12Embed", "1.2KEmbed", and the longer form of older pages; often glued to the last word. */
    private static String withoutButtons(String text) {
        String words = text;
        while (words.endsWith("Embed") || words.endsWith(COPY_BUTTON)) {
            int button = words.endsWith(COPY_BUTTON) ? COPY_BUTTON.length() : "Embed".length();
            int end = words.length() - button;
            Matcher count = COUNT.matcher(words).region(Math.max(0, end - LONGEST_COUNT), end);
            words = words.substring(0, count.find() ? count.start() : end).stripTrailing();
        }
        return words;
    }

    /** "3 ContributorsTranslationsEspañolDeutschTitle Lyrics", and the description of the song up to "Read More". */
    private static String withoutHeader(String text) {
        Matcher contributors = CONTRIBUTORS.matcher(text);
        if (!contributors.lookingAt()) {
            return text;
        }
        int title = text.indexOf(TITLE_ENDS, contributors.end());
        if (title < 0 || title > LONGEST_HEADER) {
            return text.substring(contributors.end()).stripLeading();
        }
        int end = title + TITLE_ENDS.length();
        int description = text.indexOf(DESCRIPTION_ENDS, end);
        boolean described = description >= 0 && description < end + LONGEST_DESCRIPTION;
        return text.substring(described ? description + DESCRIPTION_ENDS.length() : end)
                .stripLeading();
    }

    private static String withoutTitleLines(String text) {
        Matcher title = TITLE_LINE.matcher(text);
        int start = 0;
        while (title.region(start, text.length()).lookingAt()) {
            start = title.end();
        }
        return text.substring(start);
    }

    /** "See Artist LiveGet tickets as low as $34". */
    private static String withoutAdverts(String text) {
        String words = text;
        for (int at = words.indexOf(TICKETS); at >= 0; at = words.indexOf(TICKETS, at + 1)) {
            Matcher price = PRICE.matcher(words).region(at + TICKETS.length(), words.length());
            if (price.lookingAt()) {
                words = parted(words, advertStart(words, at), price.end());
                at = -1;
            }
        }
        return words;
    }

    private static int advertStart(String text, int tickets) {
        int live = text.substring(0, tickets).stripTrailing().length();
        int see = text.lastIndexOf("See ", tickets);
        boolean named = see >= 0 && tickets - see <= LONGEST_ADVERT && text.startsWith("Live", live - 4);
        return named && text.substring(see, live).indexOf('\n') < 0 ? see : tickets;
    }

    private static String withoutSuggestion(String text, String suggestion) {
        String words = text;
        for (int at = words.indexOf(suggestion); at >= 0; at = words.indexOf(suggestion)) {
            words = parted(words, at, at + suggestion.length());
        }
        return words;
    }

    /** The text without that part; what stood on both sides of it is not one word. */
    static String parted(String text, int start, int end) {
        boolean glued = start > 0
                && end < text.length()
                && !Character.isWhitespace(text.charAt(start - 1))
                && !Character.isWhitespace(text.charAt(end));
        return text.substring(0, start) + (glued ? "\n" : "") + text.substring(end);
    }
}
