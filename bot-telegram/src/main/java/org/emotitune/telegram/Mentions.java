package org.emotitune.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Finds the bot's name in people's words. */
final class Mentions {
    /** "@bot, …" and "@bot: …"; but ":(" is a feeling. */
    private static final Pattern AFTER_A_NAME = Pattern.compile("^\\s*+(?:,\\s*+|[:;]\\s++)");

    private static final Pattern NO_WORDS = Pattern.compile("[\\s\\p{Z}\\p{C}.,:;!?¡¿…]*+");

    private final long botId;
    private final String name;

    /** @param botName without "@" */
    Mentions(long botId, String botName) {
        this.botId = botId;
        this.name = "@" + botName;
    }

    boolean areIn(Content.Words words) {
        return !marks(words).isEmpty();
    }

    /** @return the words without the bot's name; empty where nothing but punctuation is left */
    String takenOut(Content.Words words) {
        List<MessageEntity> marks = marks(words);
        StringBuilder rest = new StringBuilder(words.text());
        for (MessageEntity mark : marks.reversed()) {
            cut(rest, mark.getOffset(), Math.min(end(mark), rest.length()));
        }
        boolean first = !marks.isEmpty()
                && words.text().substring(0, marks.getFirst().getOffset()).isBlank();
        String text = (first ? AFTER_A_NAME.matcher(rest).replaceFirst("") : rest.toString()).strip();
        return NO_WORDS.matcher(text).matches() ? "" : text;
    }

    /** Leaves one space where there was one on either side. */
    private static void cut(StringBuilder text, int start, int end) {
        boolean apart = start == 0 || Character.isWhitespace(text.charAt(start - 1));
        boolean goesOn = end < text.length() && Character.isWhitespace(text.charAt(end));
        text.delete(start, apart && goesOn ? end + 1 : end);
    }

    /** In the order of the text. */
    private List<MessageEntity> marks(Content.Words words) {
        return words.marks().stream()
                .filter(mark -> isOfBot(mark, words.text()))
                .sorted(Comparator.comparing(MessageEntity::getOffset))
                .toList();
    }

    private boolean isOfBot(MessageEntity mark, String text) {
        if (mark.getType() == null || mark.getOffset() == null || mark.getLength() == null) {
            return false;
        }
        if (mark.getOffset() < 0 || mark.getLength() <= 0 || end(mark) > text.length()) {
            return false;
        }
        return switch (mark.getType()) {
            case "mention" -> text.substring(mark.getOffset(), end(mark)).equalsIgnoreCase(name);
            case "text_mention" ->
                mark.getUser() != null
                        && mark.getUser().getId() != null
                        && mark.getUser().getId() == botId;
            default -> false;
        };
    }

    private static int end(MessageEntity mark) {
        return mark.getOffset() + mark.getLength();
    }
}
