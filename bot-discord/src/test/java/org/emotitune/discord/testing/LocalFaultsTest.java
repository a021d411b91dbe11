package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with calls, as the real JDA takes it. */
class LocalFaultsTest {
    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final LocalChannel music = discord.server("Amigas", ana).channel("música");
    private Bot bot;
    private TextChannel room;

    @BeforeEach
    void start() throws InterruptedException {
        bot = Bot.start(discord);
        room = Objects.requireNonNull(bot.jda().getTextChannelById(music.id()));
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
    }

    /** Discord's code; empty where it was done. 0 for a failure without a code, below 0 for no answer. */
    private static OptionalInt trouble(RestAction<?> action) {
        try {
            var unused = action.complete();
        } catch (ErrorResponseException e) {
            return OptionalInt.of(e.getErrorCode());
        }
        return OptionalInt.empty();
    }

    @Test
    void tooManyCallsAreRepeatedByJda() {
        discord.faults().next(Route.SEND, Faults.tooMany(0.2), Faults.tooManyOfAll(1), Faults.tooManyForCloudflare(1));

        assertThat(trouble(room.sendMessage("songs"))).isEmpty();
        assertThat(discord.calls(Route.SEND)).extracting(Call::status).containsExactly(429, 429, 429, 200);
        assertThat(music.ofBot()).hasSize(1);
    }

    @Test
    void failureOfDiscordIsToldAndNothingIsDone() {
        discord.faults().next(Route.SEND, Faults.status(500));

        assertThat(trouble(room.sendMessage("one"))).isPresent();
        assertThat(music.messages()).isEmpty();
        assertThat(discord.faults().happened()).containsExactly(Map.entry("SEND Status[code=500]", 1));
    }

    @Test
    void overloadedDiscordIsCalledAgainByJda() {
        discord.faults().next(Route.SEND, Faults.status(502), Faults.status(503));

        assertThat(trouble(room.sendMessage("one"))).isEmpty();
        assertThat(discord.calls(Route.SEND)).extracting(Call::status).containsExactly(502, 503, 200);
    }

    @Test
    void refusalOnDemandIsDiscordsOwn() {
        discord.faults().always(Route.SEND, Faults.refused(403, 50_013, "Missing Permissions"));

        assertThat(trouble(room.sendMessage("one"))).hasValue(50_013);
        discord.faults().none();
        assertThat(trouble(room.sendMessage("one"))).isEmpty();
    }

    @Test
    void lostAnswerMeansThatItWasDone() {
        discord.faults().next(Route.EDIT, Faults.answerLost(), Faults.answerLost(), Faults.answerLost());
        long message = room.sendMessage("one").complete().getIdLong();
        var unused = trouble(room.editMessageById(message, "two"));

        assertThat(music.ofBot().getFirst().content()).isEqualTo("two");
        assertThat(discord.calls(Route.EDIT).getFirst().status()).isZero();
    }

    @Test
    void slowAnswersDoNotHoldUpOthers() {
        AtomicInteger done = new AtomicInteger();
        discord.faults().next(Route.SEND, Faults.slow(Duration.ofMinutes(1)));
        room.sendMessage("slow").queue();
        discord.until(() -> discord.faults().happened().size() == 1);
        room.sendTyping().queue(typed -> done.incrementAndGet());
        discord.until(() -> done.get() == 1);

        assertThat(music.typing()).isEqualTo(1);
        assertThat(music.messages()).isEmpty();
        bot.jda().shutdownNow();
    }

    @Test
    void chanceHitsAShareOfTheCallsOfItsRoutes() {
        discord.faults().random(7, 0.5, List.of(Faults.status(500)), Route.TYPING);
        for (int i = 0; i < 20; i++) {
            var unused = trouble(room.sendTyping());
        }

        assertThat(discord.calls(Route.TYPING)).extracting(Call::fault).contains(true, false);
        assertThat(music.typing()).isEqualTo((int) discord.calls(Route.TYPING).stream()
                .filter(call -> !call.fault())
                .count());
        assertThat(trouble(room.sendMessage("one"))).isEmpty();
    }

    @Test
    void cutNetworkTakesNoCallsUntilItIsMended() {
        discord.cut();
        assertThat(trouble(room.sendMessage("one"))).isPresent();
        discord.mend();

        assertThat(trouble(room.sendMessage("two"))).isEmpty();
        assertThat(music.shown()).isEqualTo("EmotiTune: two\n");
    }
}
