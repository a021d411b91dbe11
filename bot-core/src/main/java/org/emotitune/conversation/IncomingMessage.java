package org.emotitune.conversation;

import org.emotitune.emotion.Language;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wishes;
import org.jspecify.annotations.Nullable;

/** What comes in from a platform. Of texts and ids nothing is kept; ids are hashed with a key before they are used. */
public record IncomingMessage(Sender sender, Content content) {

    /**
     * Whoever speaks.
     *
     * @param identity null for somebody of whom nothing is to be remembered
     * @param locale language to answer in where nothing else tells one
     * @param country ISO 3166 code of the person's country, two capitals, for help lines; null where it is not known
     */
    public record Sender(
            @Nullable Identity identity,
            Language locale,
            @Nullable String country) {}

    /**
     * Ids of a platform.
     *
     * @param platform name of the platform
     * @param user id of the person there
     * @param place id of the chat, or of the thread within it
     */
    public record Identity(String platform, String user, String place) {}

    /** A message, a command, or a tap. */
    public sealed interface Content {}

    /** @param text of any length and content; a command if it begins with a slash, without the bot's name after it */
    public record Text(String text, Options options) implements Content {}

    /** @param action of a {@link Button}, or whatever else arrives in its place */
    public record Tapped(String action) implements Content {}

    /**
     * Wishes beside the text, as platforms with forms can give them.
     *
     * @param answerLanguage language to answer in, whatever the message's; null for the usual rules
     * @param wishes where the text says otherwise, the text counts
     * @param limit most songs on a page, 1 to 50; null for the usual number
     * @param overheard whether the words are somebody else's: they are no command, and tell nothing of the person who
     *     asks, not even a language
     */
    public record Options(
            @Nullable Language answerLanguage,
            Wishes wishes,
            Aim aim,
            Order order,
            @Nullable Integer limit,
            boolean overheard) {
        public static final Options NONE = new Options(null, Wishes.NONE, Aim.MATCH, Order.POPULARITY, null);
        public static final Options OVERHEARD = new Options(null, Wishes.NONE, Aim.MATCH, Order.POPULARITY, null, true);

        /** For the person's own words. */
        public Options(
                @Nullable Language answerLanguage, Wishes wishes, Aim aim, Order order, @Nullable Integer limit) {
            this(answerLanguage, wishes, aim, order, limit, false);
        }
    }
}
