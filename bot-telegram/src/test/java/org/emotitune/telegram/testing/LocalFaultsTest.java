package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.Limits.Strictness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What goes wrong on demand, by chance, and because too much is sent. */
class LocalFaultsTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalTelegram telegram = new LocalTelegram(clock);
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();
    private final Person ana = telegram.person("Ana", "es");

    @BeforeEach
    void start() {
        ana.says("/start");
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @Test
    void tooManyIsToldWithTheTimeToWait() {
        telegram.faults().next("sendMessage", Faults.tooMany(7));

        TelegramApiRequestException refused =
                catchThrowableOfType(TelegramApiRequestException.class, () -> sends(ana.chat(), "uno"));

        assertThat(refused.getErrorCode()).isEqualTo(429);
        assertThat(refused.getParameters().getRetryAfter()).isEqualTo(7);
        assertThat(ana.chat().ofBot()).isEmpty();
    }

    @Test
    void aLostAnswerHasBeenShownAndADroppedCallNot() {
        telegram.faults().next("sendMessage", new Fault.Dropped(), new Fault.AnswerLost());

        assertThatThrownBy(() -> sends(ana.chat(), "uno")).isInstanceOf(TelegramApiException.class);
        assertThatThrownBy(() -> sends(ana.chat(), "dos")).isInstanceOf(TelegramApiException.class);

        assertThat(ana.chat().ofBot()).extracting(Shown::text).containsExactly("dos");
        assertThat(telegram.calls("sendMessage")).extracting(Call::status).containsExactly(0, 0);
    }

    /** This is of the library: whoever leaves the setting as it is sends twice and does not know it. */
    @Test
    void nothingIsSentTwiceOverAConnectionThatBroke() throws Exception {
        sends(ana.chat(), "uno");
        telegram.faults().next("sendMessage", new Fault.AnswerLost());

        assertThatThrownBy(() -> sends(ana.chat(), "dos")).isInstanceOf(TelegramApiException.class);

        assertThat(ana.chat().ofBot()).extracting(Shown::text).containsExactly("uno", "dos");
    }

    @Test
    void aPageOfAProxyIsNoAnswer() {
        telegram.faults().next("sendMessage", Faults.badGateway(), Faults.garbage());

        assertThatThrownBy(() -> sends(ana.chat(), "uno")).isInstanceOf(TelegramApiException.class);
        assertThatThrownBy(() -> sends(ana.chat(), "uno")).isInstanceOf(TelegramApiException.class);
        assertThat(telegram.calls("sendMessage")).extracting(Call::status).containsExactly(502, 200);
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<Fault> faults = List.of(Faults.status(500));
        Faults one = new Faults();
        Faults other = new Faults();
        one.random(5, 0.5, faults);
        other.random(5, 0.5, faults, "sendMessage");

        for (int i = 0; i < 100; i++) {
            assertThat(one.take("sendmessage")).isEqualTo(other.take("sendMessage"));
        }
        assertThat(one.happened().values().iterator().next()).isBetween(30, 70);
        assertThat(other.take("getMe")).isEmpty();
    }

    @Test
    void pollingGoesOnAfterTheLineWasCut() throws Exception {
        Queue<Update> heard = new ConcurrentLinkedQueue<>();
        bot.polls(heard::addAll);
        telegram.until(() -> heard.size() == 1);

        telegram.cut();
        ana.says("hola");
        telegram.mend();

        telegram.until(() -> heard.size() == 2);
    }

    @Test
    void onlyOneMessageASecondGoesIntoAChat() throws Exception {
        telegram.limits().be(Strictness.MESSAGES);

        sends(ana.chat(), "uno");
        assertThatThrownBy(() -> sends(ana.chat(), "dos")).hasMessageContaining("[429]");
        clock.advance(Duration.ofSeconds(1));
        sends(ana.chat(), "dos");

        assertThat(telegram.limits().refused()).isEqualTo(1);
    }

    @Test
    void onlyTwentyMessagesAMinuteGoIntoAGroup() throws Exception {
        telegram.limits().be(Strictness.MESSAGES);
        LocalChat group = telegram.supergroup("Amigos", ana);
        for (int i = 0; i < 20; i++) {
            sends(group, "uno");
            clock.advance(Duration.ofSeconds(1));
        }

        TelegramApiRequestException refused =
                catchThrowableOfType(TelegramApiRequestException.class, () -> sends(group, "dos"));

        assertThat(refused.getParameters().getRetryAfter()).isEqualTo(40);
    }

    @Test
    void onlyThirtyMessagesASecondGoOut() throws Exception {
        telegram.limits().be(Strictness.MESSAGES);
        for (int i = 0; i < 30; i++) {
            sends(telegram.supergroup("Amigos " + i, ana), "uno");
        }

        assertThatThrownBy(() -> sends(ana.chat(), "uno")).hasMessageContaining("[429]");
    }

    private void sends(LocalChat chat, String text) throws TelegramApiException {
        client.execute(new SendMessage(Long.toString(chat.id()), text));
    }
}
