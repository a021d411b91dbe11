package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.testing.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** What is for one person alone, and what everybody in a group sees of it. */
class RepliesInGroupsTest {
    private static final Chat ANA = Chat.of(7);
    private static final Chat TOPIC = new Chat(-100, Chat.Kind.GROUP, false, 3);

    private final TelegramReplies replies = new TelegramReplies("tune_bot");

    @ParameterizedTest
    @EnumSource
    void inACrisisEverythingIsSaidCalmly(Language language) {
        Reply.Crisis crisis = Samples.crisis(language);

        SendMessage message = (SendMessage) replies.messages(crisis, ANA, null).getFirst();

        assertThat(HtmlText.parse(message.getText()).text())
                .isEqualTo(String.join(
                        "\n\n",
                        Stream.of(crisis.paragraphs(), crisis.lines(), List.of(crisis.closing()))
                                .flatMap(List::stream)
                                .toList()));
        assertThat(message.getText()).doesNotContain("<");
        assertThat(message.getReplyMarkup()).isNull();
        assertThat(message.getLinkPreviewOptions().getIsDisabled()).isTrue();
        assertThat(message.getProtectContent()).isNull();
    }

    @Test
    void inAGroupTheMessageIsQuotedInItsTopic() {
        SendMessage message =
                (SendMessage) replies.messages(Samples.page(ENGLISH), TOPIC, 9).getFirst();

        assertThat(message.getChatId()).isEqualTo("-100");
        assertThat(message.getMessageThreadId()).isEqualTo(3);
        assertThat(message.getReplyParameters().getMessageId()).isEqualTo(9);
        assertThat(message.getReplyParameters().getAllowSendingWithoutReply()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void othersAreNotToldThatSomebodyIsInDanger(Language language) {
        Reply.Crisis crisis = Samples.crisis(language);

        SendMessage message = (SendMessage) replies.elsewhere(crisis, TOPIC, 9);

        assertThat(message.getText()).hasSizeLessThan(120);
        assertThat(Stream.of(crisis.paragraphs(), crisis.lines()).flatMap(List::stream))
                .noneMatch(message.getText()::contains);
        assertThat(buttons(message))
                .singleElement()
                .satisfies(button -> assertThat(button.getUrl()).isEqualTo("https://t.me/tune_bot?start=sos"));
        assertThat(message.getReplyParameters().getMessageId()).isEqualTo(9);
    }

    @Test
    void whatIsKeptIsNotToldToOthers() {
        SendMessage message = (SendMessage) replies.elsewhere(Samples.export(ENGLISH), TOPIC, null);

        assertThat(message.getText()).isEqualTo("I would rather tell you that in private.");
        assertThat(buttons(message).map(InlineKeyboardButton::getUrl))
                .containsExactly("https://t.me/tune_bot?start=help");
    }

    @Test
    void anApologyIsNoSecret() {
        Reply.Apology apology = Samples.apology(SPANISH);

        assertThat(((SendMessage) replies.elsewhere(apology, TOPIC, null)).getText())
                .isEqualTo(apology.text());
    }

    @Test
    void aFileComesAfterItsTextAndCanBeSentAgain() throws Exception {
        var messages = replies.messages(Samples.export(SPANISH), TOPIC, 9);

        assertThat(messages).hasSize(2).first().isInstanceOf(SendMessage.class);
        SendDocument document = (SendDocument) messages.getLast();
        var stream = document.getDocument().getNewMediaStream();
        assertThat(document.getMessageThreadId()).isEqualTo(3);
        assertThat(document.getReplyParameters()).isNull();
        assertThat(stream.readAllBytes()).asString().contains("Mœnia & 🌙");
        assertThat(stream.readAllBytes()).asString().contains("Mœnia & 🌙");
    }

    private static Stream<InlineKeyboardButton> buttons(SendMessage message) {
        return ((InlineKeyboardMarkup) Objects.requireNonNull(message.getReplyMarkup()))
                .getKeyboard().stream().flatMap(List::stream);
    }
}
