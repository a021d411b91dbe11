package org.emotitune.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that begins with a command.
 *
 * @param name lower case, without slash
 * @param bot the bot that is named after it, without "@"; null where none is
 * @param words what follows, without space around it; empty where nothing does
 */
record Command(String name, @Nullable String bot, String words) {
    /** Characters that nobody sees. Keyboards and copied texts put them in front of commands. */
    private static final String UNSEEN = "[\\s\\p{Z}\\p{C}]*+";

    /** As Telegram marks commands: neither "/home/ana" nor "/días". */
    private static final Pattern FORM =
            Pattern.compile(UNSEEN + "/(\\w{1,64}+)(?:@(\\w++))?+(?![\\w/@\\p{L}\\p{M}])(.*+)", Pattern.DOTALL);

    private static final Pattern NOTHING = Pattern.compile(UNSEEN);

    private static final String START = "start";
    /** What a link t.me/BOT?start=PAYLOAD may hold. */
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Set<String> LINKED = Set.of("sos", "help", "privacy", "language");

    static Optional<Command> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String words = form.group(3);
        return Optional.of(new Command(
                form.group(1).toLowerCase(Locale.ROOT), form.group(2), isNothing(words) ? "" : words.strip()));
    }

    /** Whether there is nothing to be seen in a text. */
    static boolean isNothing(String text) {
        return NOTHING.matcher(text).matches();
    }

    /**
     * As the conversation reads it: without the bot's name. What follows {@code /start} is another command or a
     * feeling: links to the bot arrive so.
     */
    String text() {
        if (words.isEmpty()) {
            return "/" + name;
        }
        return name.equals(START) ? started() : "/" + name + " " + words;
    }

    private String started() {
        if (!PAYLOAD.matcher(words).matches()) {
            return words; // no link: somebody wrote it
        }
        String link = words.toLowerCase(Locale.ROOT);
        if (LINKED.contains(link)) {
            return "/" + link;
        }
        String feeling = words.replace('-', ' ').replace('_', ' ').strip();
        return feeling.isEmpty() ? "/" + START : feeling;
    }
}
