package org.emotitune.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaBotMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/**
 * A method of the library, and what may be done with it. The method itself is changed, for there is no way to copy it.
 */
record BotCall<T extends Serializable>(PartialBotApiMethod<T> method) {
    private static final String CHAT_ACTION = "sendchataction";

    String name() {
        return method.getMethod().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts in Telegram's limits: messages, and edits of them. */
    boolean counts() {
        return name().startsWith("edit") || sends();
    }

    /** Whether nobody sees the difference when it is done twice. */
    boolean mayBeRepeated() {
        return !sends() && !name().startsWith("leave");
    }

    private boolean sends() {
        return Stream.of("send", "copy", "forward").anyMatch(name()::startsWith) && !name().equals(CHAT_ACTION);
    }

    /** The group is another chat now. @return whether the method has a chat that can be changed */
    boolean goTo(long chat) {
        switch (method) {
            case SendMessage message -> message.setChatId(chat);
            case SendDocument document -> document.setChatId(chat);
            case SendPhoto photo -> photo.setChatId(chat);
            case SendChatAction action -> action.setChatId(chat);
            case EditMessageText edit -> edit.setChatId(chat);
            case EditMessageReplyMarkup edit -> edit.setChatId(chat);
            case DeleteMessage delete -> delete.setChatId(chat);
            case SetMessageReaction reaction -> reaction.setChatId(chat);
            case GetChat get -> get.setChatId(chat);
            case GetChatMember get -> get.setChatId(chat);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** @return whether it was for a topic, and is for none now */
    boolean leaveThread() {
        return switch (method) {
            case SendMessage message
            when message.getMessageThreadId() != null -> {
                message.setMessageThreadId(null);
                yield true;
            }
            case SendDocument document
            when document.getMessageThreadId() != null -> {
                document.setMessageThreadId(null);
                yield true;
            }
            case SendPhoto photo
            when photo.getMessageThreadId() != null -> {
                photo.setMessageThreadId(null);
                yield true;
            }
            case SendChatAction action
            when action.getMessageThreadId() != null -> {
                action.setMessageThreadId(null);
                yield true;
            }
            default -> false;
        };
    }

    /** @return whether its text was HTML, and is plain now */
    boolean makePlain() {
        return switch (method) {
            case SendMessage message
            when message.getParseMode() != null -> {
                message.setParseMode(null);
                message.setText(plain(message.getText()));
                yield true;
            }
            case EditMessageText edit
            when edit.getParseMode() != null -> {
                edit.setParseMode(null);
                edit.setText(plain(edit.getText()));
                yield true;
            }
            case SendDocument document
            when document.getParseMode() != null && document.getCaption() != null -> {
                document.setParseMode(null);
                document.setCaption(plain(document.getCaption()));
                yield true;
            }
            case SendPhoto photo
            when photo.getParseMode() != null && photo.getCaption() != null -> {
                photo.setParseMode(null);
                photo.setCaption(plain(photo.getCaption()));
                yield true;
            }
            default -> false;
        };
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }

    /** The library reads a file to its end with each attempt. */
    void rewind() throws IOException {
        if (!(method instanceof SendMediaBotMethod<?> media)) {
            return;
        }
        InputFile file = media.getFile();
        InputStream content = file.getNewMediaStream();
        if (content instanceof ByteArrayInputStream) {
            content.reset();
        } else if (content != null) {
            file.setMedia(new ByteArrayInputStream(content.readAllBytes()), file.getMediaName());
        }
    }
}
