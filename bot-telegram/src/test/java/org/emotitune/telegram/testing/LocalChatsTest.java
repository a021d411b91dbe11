package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Groups and channels, through the real client library. */
class LocalChatsTest {
    private final LocalTelegram telegram = new LocalTelegram();
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();
    private final Person ana = telegram.person("Ana", "es");
    private final Person ben = telegram.person("Ben", "en");
    private final Queue<Update> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @Test
    void privacyModeLetsOnlyThroughWhatIsMeantForTheBot() throws Exception {
        LocalChat group = telegram.supergroup("Amigos", ana);
        ben.in(group).says("hi all");
        ben.in(group).mentions("sad");
        ben.in(group).says("/help@OtherBot");
        ben.in(group).says("/help@EmotiTuneBot");
        int answer = client.execute(new SendMessage(Long.toString(group.id()), "uno"))
                .getMessageId();
        ben.in(group).replies(answer, "happier");
        bot.polls(heard::addAll);

        telegram.until(() -> heard.size() == 3);

        assertThat(heard)
                .extracting(update -> update.getMessage().getText())
                .containsExactly("@EmotiTuneBot sad", "/help@EmotiTuneBot", "happier");
    }

    @Test
    void aTopicIsKeptAndAnUnknownOneRefused() throws Exception {
        LocalChat forum = telegram.forum("Foro", ana);
        int topic = forum.topic("Música");
        int asked = ben.in(forum).inTopic(topic).mentions("sad");

        client.execute(SendMessage.builder()
                .chatId(forum.id())
                .text("uno")
                .replyParameters(ReplyParameters.builder().messageId(asked).build())
                .build());

        assertThat(forum.answer().thread()).isEqualTo(topic);
        assertThat(forum.answer().replyTo()).isEqualTo(asked);
        SendMessage elsewhere = SendMessage.builder()
                .chatId(forum.id())
                .text("uno")
                .messageThreadId(99)
                .build();
        assertThat(refusal(() -> client.execute(elsewhere)).getApiResponse())
                .isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void aGroupThatMigratedSaysWhereTo() {
        LocalChat group = telegram.group("Amigos", ana);
        LocalChat supergroup = group.migrates();

        TelegramApiRequestException refused =
                refusal(() -> client.execute(new SendMessage(Long.toString(group.id()), "uno")));

        assertThat(refused.getErrorCode()).isEqualTo(400);
        assertThat(refused.getParameters().getMigrateToChatId()).isEqualTo(supergroup.id());
    }

    @Test
    void channelPostsHaveNoPersonAndAnonymousAdministratorsNoName() throws Exception {
        telegram.channel("Canal", ana).posts().says("/reindex");
        telegram.group("Equipo", ana).anonymously().says("/reindex");
        bot.polls(heard::addAll);

        telegram.until(() -> heard.size() == 2);

        assertThat(heard.remove().getChannelPost().getFrom()).isNull();
        assertThat(heard.remove().getMessage().getSenderChat().getTitle()).isEqualTo("Equipo");
    }

    @Test
    void administratorsAreKnown() throws Exception {
        LocalChat group = telegram.supergroup("Equipo", ana);
        ben.in(group).joins();

        assertThat(client.execute(new GetChatMember(Long.toString(group.id()), ana.id()))
                        .getStatus())
                .isEqualTo("creator");
        assertThat(client.execute(new GetChatMember(Long.toString(group.id()), ben.id()))
                        .getStatus())
                .isEqualTo("member");
    }

    private static TelegramApiRequestException refusal(ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }
}
