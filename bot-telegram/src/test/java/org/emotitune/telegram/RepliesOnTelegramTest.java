package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.emotitune.telegram.testing.Bot;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** All that is sent, through the client library to a server that refuses what Telegram would refuse. */
class RepliesOnTelegramTest {
    private final LocalTelegram telegram = new LocalTelegram();
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();
    private final Person ana = telegram.person("Ana", "es");
    private final TelegramReplies replies = new TelegramReplies(LocalTelegram.BOT_NAME);

    @BeforeEach
    void meet() {
        ana.says("hola");
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @ParameterizedTest
    @EnumSource
    void repliesOfEveryKindArrive(Language language) throws Exception {
        for (Reply reply : Samples.all(language)) {
            send(replies.messages(reply, Chat.of(ana.id()), 1));
        }

        List<Shown> shown = ana.chat().ofBot();
        assertThat(shown).hasSize(9);
        assertThat(shown.getFirst().marked("bold")).startsWith(Texts.in(language, "songs.intro"), "Title 1");
        assertThat(shown.getFirst().links()).hasSize(5).containsOnly(Samples.TRACK_LINK);
        assertThat(shown.getFirst().replyTo()).isEqualTo(1);
        assertThat(shown.get(6).file())
                .hasValueSatisfying(file -> assertThat(file.toString()).contains("emotitune.json"));
    }

    @ParameterizedTest
    @EnumSource
    void longListsArriveWhole(Language language) throws Exception {
        for (int count : List.of(1, 8, 9, 25, 50)) {
            List<Reply.SongLine> songs = IntStream.rangeClosed(1, count)
                    .mapToObj(n -> Samples.song(
                            n,
                            Samples.facts(null, "Ñandú & <b> 🌙 ".repeat(30), "« \"Somebody\" » ".repeat(30)),
                            language))
                    .toList();
            send(replies.messages(Samples.page(language, songs), Chat.of(ana.id()), null));

            assertThat(ana.chat().answer().text()).contains("\n\n" + count + ". Ñandú");
        }
    }

    @Test
    void inATopicOthersLearnNothing() throws Exception {
        LocalChat forum = telegram.forum("Friends", ana);
        int topic = forum.topic("Music");
        for (Reply reply : Samples.all(Language.SPANISH)) {
            send(List.of(replies.elsewhere(reply, new Chat(forum.id(), Chat.Kind.GROUP, false, topic), null)));
        }

        assertThat(forum.ofBot())
                .allSatisfy(message -> assertThat(message.thread()).isEqualTo(topic));
        assertThat(forum.ofBot().get(4).buttons().getFirst().getFirst().url())
                .isEqualTo("https://t.me/" + LocalTelegram.BOT_NAME + "?start=sos");
    }

    @Test
    void aPageTurnsAndRemembersThumbs() throws Exception {
        Language language = Language.SPANISH;
        send(replies.messages(Samples.page(language), Chat.of(ana.id()), null));

        tapped("👍 2", vote(2, language));
        assertThat(ana.chat().answer().labels()).contains("👍 1", "✅ 2", "👎 2");
        assertThat(ana.chat().answer().reaction()).isEqualTo("👍");
        tapped("✅ 2", Samples.tookBack(language));
        assertThat(ana.chat().answer().reaction()).isEmpty();
        tapped("Más", Samples.nearest(language, Samples.songs(3, language)));
        tapped("Más", Samples.done(language, "songs.all", List.of(Samples.button(language, "button.calm", "calm"))));

        Shown page = ana.chat().answer();
        assertThat(ana.chat().ofBot()).hasSize(1);
        assertThat(page.text()).contains("3. Title 3").doesNotContain("4. Title 4");
        assertThat(page.buttons()).hasSize(4);
        assertThat(page.labels()).endsWith("≈ 3", "Cálmame");
        assertThat(telegram.unanswered()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void inlineResultsOfEveryKindAreTaken(Language language) throws Exception {
        List<Reply> all = new ArrayList<>(Samples.all(language));
        all.add(Samples.page(language, Samples.songs(50, language)));
        for (Reply reply : all) {
            String query = ana.asksInline("triste");
            client.execute(new InlineResults().of(reply, query));

            assertThat(ana.inlineResults(query)).isPresent();
        }
        String query = ana.asksInline("");
        client.execute(new InlineResults().invitation(language, query));

        assertThat(telegram.unanswered()).isZero();
    }

    private static Reply vote(int number, Language language) {
        return Samples.done(
                language,
                "vote.up",
                List.of(
                        Samples.button(language, "button.down", "down" + number + "b"),
                        Samples.button(language, "button.unvote", "none" + number)));
    }

    private void tapped(String label, Reply reply) throws Exception {
        String id = ana.taps(label);
        CallbackQuery query = client.execute(new GetUpdates()).stream()
                .map(Update::getCallbackQuery)
                .filter(Objects::nonNull)
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow();
        Message message = (Message) query.getMessage();
        var person = new org.emotitune.telegram.Person(ana.id(), null, Language.SPANISH, null);
        AfterTap after = replies.afterTap(
                reply,
                new Inbound.Tapped(
                        id,
                        person,
                        Chat.of(ana.id()),
                        message.getMessageId(),
                        message.getReplyMarkup(),
                        null,
                        query.getData()));
        AnswerCallbackQuery answer = after.answer();
        client.execute(answer);
        switch (after) {
            case AfterTap.Instead instead -> client.execute(instead.edit());
            case AfterTap.Beside beside -> send(beside.calls());
        }
    }

    private void send(List<PartialBotApiMethod<?>> methods) throws TelegramApiException {
        for (PartialBotApiMethod<?> method : methods) {
            switch (method) {
                case SendDocument document -> client.execute(document);
                case BotApiMethod<?> other -> client.execute(other);
                default -> throw new AssertionError("a call that nobody makes: " + method.getMethod());
            }
        }
    }
}
