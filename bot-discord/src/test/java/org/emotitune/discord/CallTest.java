package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.requests.RestAction;
import org.emotitune.discord.Rig.Heard;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls when Discord does not do what it is asked. */
@Timeout(60)
class CallTest {
    private final LocalDiscord discord = new LocalDiscord();
    private final Warnings warnings = new Warnings();
    private final Person ana = discord.person("Ana", "es-ES");
    private Connection connection;

    @BeforeEach
    void open() throws InterruptedException {
        connection = Rig.open(Rig.settings(discord), new Heard());
        discord.until(connection::isReady);
    }

    @AfterEach
    void stop() {
        connection.close(Duration.ofMillis(100));
        discord.close();
        warnings.close();
    }

    @Test
    void aCallThatSucceedsHasItsValue() {
        assertThat(answer(say("hola")))
                .isInstanceOfSatisfying(
                        Call.Done.class, done -> assertThat(done.value()).isInstanceOf(Message.class));
        assertThat(ana.directChannel().shown()).contains("hola");
    }

    @Test
    void aMessageIsSentOnceThoughAnswersAreLost() {
        discord.faults()
                .next(Route.SEND, Faults.answerLost(), Faults.status(502), Faults.status(503), Faults.tooMany(0.1));

        assertThat(answer(say("hola"))).isInstanceOf(Call.Done.class);

        assertThat(discord.calls(Route.SEND)).hasSize(5);
        assertThat(ana.directChannel().shown()).containsOnlyOnce("hola");
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void anOutageIsToldOnce() {
        discord.faults().next(Route.SEND, Faults.status(500));

        assertThat(answer(say("hola"))).isEqualTo(new Call.Failed<>(Trouble.UNKNOWN));
        assertThat(answer(say("hola"))).isInstanceOf(Call.Done.class);

        assertThat(warnings.lines()).hasSize(2);
        assertThat(warnings.lines().getFirst()).startsWith("Calls to Discord fail (a message: 0)");
        assertThat(warnings.lines().getLast()).startsWith("Calls to Discord succeed again");
    }

    @Test
    void whatPeopleDoIsNoneOfTheLogsBusiness() {
        ana.takesMessages(false);
        assertThat(answer(say("hola"))).isEqualTo(new Call.Failed<>(Trouble.FORBIDDEN));
        discord.faults().next(Route.SEND, Faults.refused(404, 10_003, "Unknown Channel"));
        assertThat(answer(say("hola"))).isEqualTo(new Call.Failed<>(Trouble.GONE));
        discord.faults().next(Route.SEND, Faults.refused(400, 40_060, "Already acknowledged"));
        assertThat(answer(say("hola"))).isEqualTo(new Call.Failed<>(Trouble.TAKEN));

        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void aFaultOfTheBotIsToldWithItsCode() {
        discord.faults().next(Route.SEND, Faults.refused(400, 50_035, "Invalid Form Body: my secret sorrow"));

        assertThat(answer(say("my secret sorrow"))).isEqualTo(new Call.Failed<>(Trouble.REFUSED));

        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains("50035")
                .doesNotContain("sorrow");
    }

    @Test
    void aCallThatIsTooLateIsNotMade() {
        RestAction<Message> late = say("hola").deadline(1);

        assertThat(answer(late)).isEqualTo(new Call.Failed<>(Trouble.UNKNOWN));
        assertThat(discord.calls(Route.SEND)).isEmpty();
    }

    private RestAction<Message> say(String text) {
        PrivateChannel channel =
                connection.calls().openPrivateChannelById(ana.id()).complete();
        return channel.sendMessage(text);
    }

    private static <T> Call.Outcome<T> answer(RestAction<T> action) {
        return Call.of("a message", () -> action);
    }
}
