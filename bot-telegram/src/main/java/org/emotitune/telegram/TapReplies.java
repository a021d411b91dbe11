package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Acknowledgement;
import org.emotitune.conversation.Texts;
import org.emotitune.telegram.SongGrid.Cell;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.emotitune.text.Plain;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Replies to one tap. A message with songs keeps them, unless other songs take their place. */
final class TapReplies {
    /** Telegram takes 200; two are for the marks of {@link Plain#line}. */
    private static final int LONGEST_TOAST = 198;
    /** What can be read before it is gone. */
    private static final int PASSING = 60;

    private final TelegramReplies replies;
    private final Inbound.Tapped tap;
    private final Chat chat;
    private final int message;
    private final SongGrid grid;
    private final @Nullable Cell tapped;
    private final @Nullable InlineKeyboardMarkup now;

    /** @param now keyboard below the message when the tap's turn has come; the tap has the one that the person saw */
    TapReplies(TelegramReplies replies, Inbound.Tapped tap, @Nullable InlineKeyboardMarkup now) {
        this.replies = replies;
        this.tap = tap;
        this.chat = Objects.requireNonNull(tap.chat(), "a tap without its chat");
        this.message = Objects.requireNonNull(tap.message(), "a tap without its message");
        this.grid = SongGrid.in(tap.keyboard());
        this.tapped = grid.cell(tap.action()).orElse(null);
        this.now = now;
    }

    AfterTap of(Reply reply) {
        return switch (reply) {
            case Reply.Songs songs -> page(songs);
            case Reply.NothingClose nothing -> page(nothing);
            case Reply.Question question -> asNew(question);
            case Acknowledgement done when tapped != null && tapped.isThumb() -> voted(done, tapped.number());
            case Acknowledgement done
            when isAboutLanguage(done) -> instead(done, Sheet.of(done).getFirst());
            case Acknowledgement done when grid.isEmpty() -> asNew(done);
            case Acknowledgement done -> below(done);
            case Reply.Apology apology -> new AfterTap.Beside(answer(apology.text(), true), List.of());
            case Reply.Crisis crisis -> inPrivate(crisis);
            case Reply.Information information -> inPrivate(information);
        };
    }

    /** In the place of the page below which the person tapped, if it takes no more room than that. */
    private AfterTap page(Reply reply) {
        List<Sheet> sheets = Sheet.of(reply);
        boolean turned = !grid.isEmpty() && tapped == null;
        return turned && sheets.size() == 1 && !Sheet.songs(reply).isEmpty()
                ? instead(reply, sheets.getFirst())
                : asNew(reply);
    }

    private AfterTap instead(Reply reply, Sheet sheet) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(chat.id())
                .messageId(message)
                .text(sheet.text().source())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(sheet.preview())
                .replyMarkup(sheet.keyboard())
                .build();
        return new AfterTap.Instead(silently(), edit, replies.messages(reply, chat, tap.inReplyTo()));
    }

    /** In a group others see to what it belongs. */
    private AfterTap asNew(Reply reply) {
        return new AfterTap.Beside(silently(), replies.messages(reply, chat, quoted()));
    }

    private AfterTap inPrivate(Reply reply) {
        return isPrivate()
                ? asNew(reply)
                : new AfterTap.Beside(silently(), List.of(replies.elsewhere(reply, chat, quoted())));
    }

    private @Nullable Integer quoted() {
        return isPrivate() ? null : message;
    }

    private boolean isPrivate() {
        return chat.kind() == Chat.Kind.PRIVATE;
    }

    /** The question is answered: nothing is left to tap. */
    private static boolean isAboutLanguage(Acknowledgement done) {
        return Stream.of("language.chosen", "language.automatic")
                .anyMatch(key -> Texts.in(done.language(), key).equals(done.text()));
    }

    /**
     * A page in a group is everybody's: there it shows nobody's thumbs. Other thumbs may have been given since the
     * person saw the page, and other songs may stand there.
     */
    private AfterTap voted(Acknowledgement done, int number) {
        SongGrid shown = SongGrid.in(now);
        if (!isPrivate() || !shown.hasSame(number, grid)) {
            return new AfterTap.Beside(answer(done.text(), false), List.of());
        }
        SongGrid after = shown.voted(number, done.buttons(), done.language());
        List<PartialBotApiMethod<?>> calls = new ArrayList<>();
        calls.add(keyboard(after, SongGrid.others(now)));
        SongGrid.given(done.buttons(), done.language())
                .map(SongGrid.Sign::shown)
                .ifPresentOrElse(emoji -> calls.add(reaction(List.of(emoji))), () -> {
                    if (!after.hasGiven()) {
                        calls.add(reaction(List.of()));
                    }
                });
        return new AfterTap.Beside(answer(done.text(), false), calls);
    }

    private AfterTap below(Acknowledgement done) {
        boolean lasting = done.text().length() > PASSING;
        return new AfterTap.Beside(
                answer(done.text(), lasting), List.of(keyboard(grid, Keyboards.own(done.buttons()))));
    }

    private EditMessageReplyMarkup keyboard(SongGrid songs, List<InlineKeyboardRow> own) {
        return EditMessageReplyMarkup.builder()
                .chatId(chat.id())
                .messageId(message)
                .replyMarkup(Keyboards.of(songs.rows(), own))
                .build();
    }

    private SetMessageReaction reaction(List<String> emoji) {
        return SetMessageReaction.builder()
                .chatId(chat.id())
                .messageId(message)
                .reactionTypes(emoji.stream()
                        .<ReactionType>map(
                                one -> ReactionTypeEmoji.builder().emoji(one).build())
                        .toList())
                .build();
    }

    private AnswerCallbackQuery silently() {
        return AnswerCallbackQuery.builder().callbackQueryId(tap.query()).build();
    }

    private AnswerCallbackQuery answer(String text, boolean lasting) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(tap.query())
                .text(Plain.line(text, LONGEST_TOAST))
                .showAlert(lasting)
                .build();
    }
}
