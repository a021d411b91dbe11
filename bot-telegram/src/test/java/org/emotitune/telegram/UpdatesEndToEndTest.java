package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.Updates.brief;

import java.util.List;
import okhttp3.OkHttpClient;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** What people do, through HTTP and the real client library, as the bot reads it. */
class UpdatesEndToEndTest {
    private final LocalTelegram telegram = new LocalTelegram();
    private final OkHttpClient http = new OkHttpClient();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(
            http,
            LocalTelegram.TOKEN,
            TelegramUrl.builder()
                    .schema("http")
                    .host("127.0.0.1")
                    .port(telegram.address().getPort())
                    .build());
    private final TelegramUpdates updates =
            new TelegramUpdates(Long.parseLong(LocalTelegram.TOKEN.split(":", 2)[0]), LocalTelegram.BOT_NAME);
    private final Person ana = telegram.person("Ana", "es-MX");
    private int last;

    /** A server hands out only the kinds that it was asked for when they happened. */
    @BeforeEach
    void listen() throws Exception {
        assertThat(heard()).isEmpty();
    }

    @AfterEach
    void close() {
        telegram.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private List<Inbound> heard() throws Exception {
        List<Update> batch = client.execute(GetUpdates.builder()
                .offset(last + 1)
                .limit(100)
                .timeout(0)
                .allowedUpdates(UpdateSource.KINDS)
                .build());
        if (!batch.isEmpty()) {
            last = batch.getLast().getUpdateId();
        }
        return batch.stream().map(updates::read).toList();
    }

    private List<String> heardInShort() throws Exception {
        return heard().stream().map(Updates::brief).toList();
    }

    @Test
    void inPrivateEverythingIsHeard() throws Exception {
        ana.says("😀 estoy triste");
        ana.says("/start@EmotiTuneBot sos");
        ana.privately().sends(Upload.of("songs.csv", "a,b"), "/import");
        ana.privately().edits(1, "no, alegre");

        List<Inbound> heard = heard();

        assertThat(heard.stream().map(Updates::brief))
                .containsExactly("said 😀 estoy triste", "said /sos", "sent /import");
        assertThat(heard.getFirst())
                .isEqualTo(new Inbound.Said(
                        Chat.of(ana.id()),
                        new org.emotitune.telegram.Person(ana.id(), null, Language.SPANISH, "MX"),
                        1,
                        "😀 estoy triste"));
        assertThat(heard.getLast()).isInstanceOfSatisfying(Inbound.Sent.class, sent -> {
            assertThat(sent.name()).isEqualTo("songs.csv");
            assertThat(sent.bytes()).isEqualTo(3);
            assertThat(sent.file()).isNotEmpty();
        });
    }

    @Test
    void inGroupsOnlyWhatIsMeantForTheBotIsReadEvenIfItHearsAll() throws Exception {
        telegram.privacyMode(false);
        LocalChat group = telegram.supergroup("Friends", ana);
        int other = ana.in(group).says("hola a todos");
        Message song = client.execute(new SendMessage(Long.toString(group.id()), "songs"));

        ana.in(group).mentions("estoy triste");
        ana.in(group).replies(song.getMessageId(), "más alegre");
        ana.in(group).replies(other, "qué tal");
        ana.in(group).says("👩‍👧 mira @EmotiTuneBot: ay");
        ana.in(group).says("/help");
        ana.in(group).says("/roll");
        ana.in(group).says("/help@DiceBot");
        ana.in(group).joins();
        group.anonymously().mentions("anónima");

        List<Inbound> heard = heard();

        assertThat(heard.stream().map(Updates::brief).filter(it -> !it.equals("ignored")))
                .containsExactly(
                        "said estoy triste", "said más alegre", "said 👩‍👧 mira : ay", "said /help", "said anónima");
        assertThat(heard.getLast())
                .isInstanceOfSatisfying(
                        Inbound.Said.class,
                        said -> assertThat(said.person().inTheNameOf()).isEqualTo(group.id()));
    }

    @Test
    void topicsAreKept() throws Exception {
        LocalChat forum = telegram.forum("Music", ana);
        int topic = forum.topic("Feelings");

        ana.in(forum).inTopic(topic).mentions("ay");
        ana.in(forum).mentions("ay");

        assertThat(heard().stream().map(it -> ((Inbound.Said) it).chat().thread()))
                .containsExactly(topic, null);
    }

    @Test
    void ofChannelsCommandsAreRead() throws Exception {
        LocalChat channel = telegram.channel("Operations", ana);

        channel.posts().says("new songs");
        channel.posts().says("/reindex dry");

        List<Inbound> heard = heard();
        assertThat(heard.stream().map(Updates::brief)).containsExactly("ignored", "said /reindex dry");
        assertThat(heard.getLast()).isInstanceOfSatisfying(Inbound.Said.class, said -> {
            assertThat(said.chat()).isEqualTo(new Chat(channel.id(), Chat.Kind.CHANNEL, false, null));
            assertThat(said.person().inTheNameOf()).isEqualTo(channel.id());
        });
    }

    @Test
    void tapsTellMessageKeyboardAndWhatItAnswers() throws Exception {
        int asked = ana.says("triste");
        var button = InlineKeyboardButton.builder()
                .text("Más")
                .callbackData("more:2")
                .build();
        Message page = client.execute(SendMessage.builder()
                .chatId(ana.id())
                .text("songs")
                .replyParameters(ReplyParameters.builder().messageId(asked).build())
                .replyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button))))
                .build());

        String tap = ana.taps("Más");

        assertThat(heard().getLast()).isInstanceOfSatisfying(Inbound.Tapped.class, tapped -> {
            assertThat(tapped.query()).isEqualTo(tap);
            assertThat(tapped.chat()).isEqualTo(Chat.of(ana.id()));
            assertThat(tapped.message()).isEqualTo(page.getMessageId());
            assertThat(tapped.action()).isEqualTo("more:2");
            assertThat(tapped.keyboard()).isEqualTo(page.getReplyMarkup()).isNotNull();
            assertThat(tapped.inReplyTo()).isEqualTo(asked);
        });
    }

    @Test
    void queriesBlocksAndMovesAreRead() throws Exception {
        LocalChat group = telegram.group("Friends", ana);

        String query = ana.asksInline("triste pero con esperanza");
        ana.says("hola");
        ana.blocksTheBot();
        LocalChat moved = group.migrates();
        moved.botIsRemoved(ana);

        assertThat(heard())
                .contains(new Inbound.Asked(
                        query,
                        new org.emotitune.telegram.Person(ana.id(), null, Language.SPANISH, "MX"),
                        "triste pero con esperanza"))
                .contains(new Inbound.Migrated(group.id(), moved.id()))
                .anyMatch(it -> brief(it).equals("gone " + ana.id()))
                .anyMatch(it -> brief(it).equals("gone " + moved.id()))
                .hasSize(6);
        assertThat(heardInShort()).isEmpty();
    }
}
