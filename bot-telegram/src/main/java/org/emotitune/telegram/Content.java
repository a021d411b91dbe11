package org.emotitune.telegram;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What is in a message, whomever it is meant for. */
sealed interface Content {
    /**
     * @param text a message's text or a picture's caption; empty only as the caption of a file
     * @param marks mentions and the like, as Telegram found them in the text
     * @param isAll false for captions: there is something else to it
     */
    record Words(String text, List<MessageEntity> marks, boolean isAll) implements Content {}

    /** A sticker: people say with it what its emoji says. */
    record Sticker(String emoji) implements Content {}

    record File(Document document, Words caption) implements Content {}

    /** A picture, a voice message and so on, without a word. */
    record Wordless() implements Content {}

    /** What Telegram itself tells a chat, say that somebody joined; and whatever is not known. */
    record Nothing() implements Content {}

    static Content of(Message message) {
        String text = message.getText();
        if (text != null) {
            return text.isBlank() ? new Wordless() : new Words(text, marks(message::getEntities), true);
        }
        Words caption = caption(message);
        Document document = message.getDocument();
        // A GIF comes as a document, too.
        if (document != null && document.getFileId() != null && message.getAnimation() == null) {
            return new File(document, caption);
        }
        if (!caption.text.isBlank()) {
            return caption;
        }
        String emoji =
                message.getSticker() == null ? null : message.getSticker().getEmoji();
        return emoji == null || emoji.isBlank() ? silent(message) : new Sticker(emoji);
    }

    private static Words caption(Message message) {
        String caption = message.getCaption();
        return caption == null
                ? new Words("", List.of(), false)
                : new Words(caption, marks(message::getCaptionEntities), false);
    }

    /** Pictures of an album come as a message each: ten answers to it would be too many, and one holds the caption. */
    private static Content silent(Message message) {
        return isSomething(message) && message.getMediaGroupId() == null ? new Wordless() : new Nothing();
    }

    private static boolean isSomething(Message message) {
        return Stream.<@Nullable Object>of(
                        message.getPhoto(),
                        message.getVoice(),
                        message.getVideo(),
                        message.getVideoNote(),
                        message.getAudio(),
                        message.getAnimation(),
                        message.getDocument(),
                        message.getSticker(),
                        message.getDice(),
                        message.getPoll(),
                        message.getLocation(),
                        message.getVenue(),
                        message.getContact(),
                        message.getGame(),
                        message.getStory(),
                        message.getChecklist(),
                        message.getLivePhoto(),
                        message.getPaidMedia(),
                        message.getRichMessage())
                .anyMatch(Objects::nonNull);
    }

    /** The library cuts the marked parts out of the text when it is asked for the marks, and fails on wrong ones. */
    private static List<MessageEntity> marks(Supplier<@Nullable List<MessageEntity>> marks) {
        try {
            List<MessageEntity> found = marks.get();
            return found == null ? List.of() : List.copyOf(found);
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            return List.of();
        }
    }
}
