package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A conversation through the real client library: polling, answers, taps and edits. */
class LocalTelegramTest {
    private final LocalTelegram telegram = new LocalTelegram();
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();
    private final Person ana = telegram.person("Ana", "es");
    private final Queue<Update> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @Test
    void whatPeopleSayReachesTheBotAndIsAcknowledged() throws Exception {
        bot.polls(heard::addAll);

        ana.says("/start moody@x hola 😀");

        telegram.until(() -> heard.size() == 1 && telegram.waitingUpdates() == 0);
        Message message = heard.element().getMessage();
        assertThat(message.getText()).isEqualTo("/start moody@x hola 😀");
        assertThat(message.getEntities().getFirst().getText()).isEqualTo("/start");
        assertThat(message.getFrom().getLanguageCode()).isEqualTo("es");
        assertThat(message.getChat().isUserChat()).isTrue();
    }

    @Test
    void anAnswerIsShownAsPeopleSeeIt() throws Exception {
        ana.says("hola");

        client.execute(song("<b>Ánimo</b> &lt;3 <a href=\"https://song.example/1\">oír</a>", "Más", "more"));

        assertThat(ana.chat().answer().text()).isEqualTo("Ánimo <3 oír");
        assertThat(ana.chat().answer().links()).containsExactly("https://song.example/1");
        assertThat(ana.chat().transcript()).isEqualTo("Ana: hola\nEmotiTune: Ánimo <3 oír\n  [Más]");
    }

    @Test
    void aTapIsAnsweredOnceAndItsMessageEdited() throws Exception {
        ana.says("hola");
        client.execute(song("uno", "Más", "more:2"));
        bot.polls(heard::addAll);

        String tap = ana.taps("Más");
        telegram.until(() -> heard.stream().anyMatch(Update::hasCallbackQuery));
        client.execute(
                AnswerCallbackQuery.builder().callbackQueryId(tap).text("sí").build());
        client.execute(edit("dos"));

        assertThat(telegram.tapAnswer(tap).orElseThrow().path("text").asText()).isEqualTo("sí");
        assertThat(ana.chat().answer().text()).isEqualTo("dos");
        assertThat(ana.chat().answer().labels()).isEmpty();
        assertThat(refusal(() -> client.execute(new AnswerCallbackQuery(tap))).getApiResponse())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void anEditThatChangesNothingIsRefused() throws Exception {
        ana.says("hola");
        client.execute(new SendMessage(Long.toString(ana.id()), "uno"));

        assertThat(refusal(() -> client.execute(edit("uno"))).getApiResponse())
                .startsWith("Bad Request: message is not modified: specified new message content");
        EditMessageText gone = edit("dos");
        gone.setMessageId(99);
        assertThat(refusal(() -> client.execute(gone)).getApiResponse())
                .isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void limitsOfAMessageHold() {
        ana.says("hola");

        assertThat(refusal(() -> client.execute(text("x".repeat(4_097)))).getApiResponse())
                .isEqualTo("Bad Request: message is too long");
        assertThat(refusal(() -> client.execute(text(" \n "))).getApiResponse())
                .isEqualTo("Bad Request: text must be non-empty");
        assertThat(refusal(() -> client.execute(song("x", "Más", "é".repeat(33))))
                        .getApiResponse())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(refusal(() -> client.execute(song("I <3 you", "Más", "m"))).getApiResponse())
                .startsWith("Bad Request: can't parse entities: Unclosed start tag at byte offset 2");
    }

    @Test
    void whoNeverWroteOrBlockedTheBotGetsNothing() {
        assertThat(refusal(() -> client.execute(text("hola"))).getErrorCode()).isEqualTo(403);

        ana.says("hola");
        ana.blocksTheBot();

        assertThat(refusal(() -> client.execute(text("hola"))).getApiResponse())
                .isEqualTo("Forbidden: bot was blocked by the user");
    }

    @Test
    void anotherTokenIsUnauthorized() {
        assertThat(refusal(() -> bot.client("1:other").execute(new GetMe())).getErrorCode())
                .isEqualTo(401);
    }

    @Test
    void aSecondPollEndsTheFirst() throws Exception {
        bot.polls(heard::addAll);
        telegram.until(telegram::isPolled);

        client.execute(GetUpdates.builder().timeout(0).build());

        telegram.until(() -> telegram.calls("getUpdates").stream().anyMatch(call -> call.status() == 409));
    }

    @Test
    void withoutAnAnswerTheConversationIsTold() {
        ana.says("hola");

        assertThatThrownBy(() -> ana.taps("Más")).hasMessageContaining("Ana: hola");
    }

    private SendMessage text(String text) {
        return new SendMessage(Long.toString(ana.id()), text);
    }

    private SendMessage song(String html, String label, String data) {
        var button =
                InlineKeyboardButton.builder().text(label).callbackData(data).build();
        return SendMessage.builder()
                .chatId(ana.id())
                .text(html)
                .parseMode("HTML")
                .replyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button))))
                .build();
    }

    private EditMessageText edit(String text) {
        return EditMessageText.builder()
                .chatId(ana.id())
                .messageId(ana.chat().answer().id())
                .text(text)
                .build();
    }

    private static TelegramApiRequestException refusal(ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }
}
