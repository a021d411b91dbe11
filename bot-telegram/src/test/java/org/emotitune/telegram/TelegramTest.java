package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/** What comes of calls that Telegram answers. */
@Timeout(60)
class TelegramTest {
    private final LocalTelegram local = new LocalTelegram();
    private final Telegram telegram = TelegramRig.to(local);
    private final Person ana = local.person("Ana", "es");
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        ana.says("/start");
        telegram.listen(gone -> heard.add("gone " + gone), (from, to) -> heard.add(from + " is " + to));
    }

    @AfterEach
    void close() {
        telegram.close();
        local.close();
    }

    @Test
    void callsOfAllKindsAreDone() {
        assertThat(telegram.call(0, new GetMe()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.result().toString()).contains(LocalTelegram.BOT_NAME));
        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isInstanceOf(Outcome.Done.class);
        assertThat(telegram.call(
                        0, SetWebhook.builder().url("https://bot.example/").build()))
                .isInstanceOf(Outcome.Done.class);

        assertThat(ana.chat().answer().text()).isEqualTo("hola");
    }

    @Test
    void aFileIsWholeWithEveryAttempt() {
        local.faults().next("sendDocument", Faults.badGateway(), Faults.status(500));
        InputStream once = new SequenceInputStream(stream("title,"), stream("artist"));

        Outcome<?> outcome = telegram.call(
                ana.chat().id(),
                SendDocument.builder()
                        .chatId(ana.chat().id())
                        .document(new InputFile(once, "errores.csv"))
                        .build());

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(local.calls("sendDocument")).extracting(Call::status).containsExactly(502, 500, 200);
        assertThat(ana.chat().answer().file().orElseThrow().content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("title,artist");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void editsThatChangeNothingOrFindNothing() {
        TelegramRig.says(telegram, ana.chat(), "hola");
        int id = ana.chat().answer().id();

        assertThat(TelegramRig.edits(telegram, ana.chat(), id, "hola")).isInstanceOf(Outcome.NotModified.class);
        assertThat(TelegramRig.edits(telegram, ana.chat(), 999, "adiós")).isInstanceOf(Outcome.NotFound.class);
        assertThat(TelegramRig.edits(telegram, ana.chat(), id - 1, "adiós")).isInstanceOf(Outcome.NotFound.class);
        assertThat(TelegramRig.edits(telegram, ana.chat(), id, "adiós")).isInstanceOf(Outcome.Done.class);
        assertThat(telegram.call(
                        0,
                        AnswerCallbackQuery.builder()
                                .callbackQueryId("no such tap")
                                .build()))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void whoeverBlocksTheBotIsGone() {
        ana.blocksTheBot();

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isInstanceOf(Outcome.Forbidden.class);
        assertThat(heard).containsExactly("gone " + ana.id());
    }

    @Test
    void whoeverHasNotSpokenIsNotGone() {
        Person bea = local.person("Bea", "es");
        SendMessage nowhere = new SendMessage("987654", "hola");

        assertThat(TelegramRig.says(telegram, bea.chat(), "hola")).isInstanceOf(Outcome.Forbidden.class);
        assertThat(telegram.call(987_654, nowhere)).isInstanceOf(Outcome.Forbidden.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        telegram.listen(
                chat -> {
                    throw new IllegalStateException("no");
                },
                (from, to) -> {});
        ana.blocksTheBot();

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola")).isInstanceOf(Outcome.Forbidden.class);
    }

    @Test
    void aGroupThatBecameAnotherOneIsFollowed() {
        LocalChat group = local.group("Amigos", ana);
        LocalChat supergroup = group.migrates();

        assertThat(TelegramRig.says(telegram, group, "uno")).isInstanceOf(Outcome.Done.class);
        assertThat(TelegramRig.says(telegram, group, "dos")).isInstanceOf(Outcome.Done.class);

        assertThat(supergroup.ofBot()).extracting(Shown::text).containsExactly("uno", "dos");
        assertThat(telegram.current(group.id())).isEqualTo(supergroup.id());
        assertThat(telegram.current(ana.id())).isEqualTo(ana.id());
        assertThat(heard).containsExactly(group.id() + " is " + supergroup.id());
        assertThat(local.calls("sendMessage"))
                .extracting(Call::chat)
                .containsExactly(group.id(), supergroup.id(), supergroup.id());
    }

    @Test
    void twoCallsLearnTheSameMoveAtTheSameTime() throws Exception {
        LocalChat group = local.group("Amigos", ana);
        LocalChat supergroup = group.migrates();
        local.faults().next("sendMessage", new Fault.Slow(Duration.ofMillis(200)));

        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome<?>> one = others.submit(() -> TelegramRig.says(telegram, group, "uno"));
            SendChatAction action = new SendChatAction(Long.toString(group.id()), "typing");
            assertThat(telegram.call(group.id(), action)).isInstanceOf(Outcome.Done.class);
            assertThat(one.get()).isInstanceOf(Outcome.Done.class);
        }

        assertThat(supergroup.ofBot()).extracting(Shown::text).containsExactly("uno");
        assertThat(heard).hasSize(1);
        assertThat(telegram.call(group.id(), new LeaveChat(Long.toString(group.id()))))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whereTheTopicIsGoneTheAnswerGoesIntoTheChat() {
        LocalChat forum = local.forum("Foro", ana);
        SendMessage message = SendMessage.builder()
                .chatId(forum.id())
                .messageThreadId(99)
                .text("hola")
                .build();

        assertThat(telegram.call(forum.id(), message)).isInstanceOf(Outcome.Done.class);
        assertThat(forum.ofBot()).extracting(Shown::text).containsExactly("hola");
    }

    @Test
    void brokenHtmlIsShownWithoutItsTags() {
        SendMessage message = SendMessage.builder()
                .chatId(ana.id())
                .parseMode("HTML")
                .text("<b>Uno &amp; dos\n<tres> cuatro")
                .build();

        assertThat(telegram.call(ana.id(), message)).isInstanceOf(Outcome.Done.class);
        assertThat(ana.chat().answer().text()).isEqualTo("Uno & dos\n cuatro");
        EditMessageText edit = EditMessageText.builder()
                .chatId(ana.id())
                .messageId(ana.chat().answer().id())
                .parseMode("HTML")
                .text("<i>cinco")
                .build();
        assertThat(telegram.call(ana.id(), edit)).isInstanceOf(Outcome.Done.class);
        assertThat(ana.chat().answer().text()).isEqualTo("cinco");
    }

    @Test
    void whatFailsTellsWhyButNothingOfPeople() {
        local.faults()
                .next(
                        "sendMessage",
                        new Fault.Refused(400, "Bad Request: wrong 'me siento mal' of 123456789"),
                        new Fault.Refused(400, "Bad Request: TOPIC_CLOSED"));

        assertThat(TelegramRig.says(telegram, ana.chat(), "hola"))
                .isEqualTo(new Outcome.Failed<>("400 Bad Request: wrong … of …"));
        assertThat(TelegramRig.says(telegram, ana.chat(), "hola"))
                .isEqualTo(new Outcome.Failed<>("400 Bad Request: TOPIC_CLOSED"));
        assertThat(TelegramRig.says(telegram, ana.chat(), ""))
                .isEqualTo(new Outcome.Failed<>("TelegramApiValidationException: Text parameter can't be empty"));
        assertThat(ana.chat().ofBot()).isEmpty();
    }

    @Test
    void aTokenThatIsWrongFailsAtOnce() {
        try (Telegram stranger = new Telegram(TelegramRig.settings(local, "4242:wrong"), TelegramRig.NO_LIMITS)) {
            assertThat(stranger.call(0, new GetMe())).isEqualTo(new Outcome.Failed<>("401 Unauthorized"));
        }
        assertThatThrownBy(() -> new Telegram(TelegramSettings.DEFAULT, TelegramRig.NO_LIMITS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
