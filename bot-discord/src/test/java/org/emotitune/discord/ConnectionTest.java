package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import org.emotitune.discord.Rig.Heard;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through JDA, with a Discord on this machine. */
@Timeout(120)
class ConnectionTest {
    private static final Duration NO_TIME = Duration.ofMillis(100);

    private final LocalDiscord discord = new LocalDiscord();
    private final Warnings warnings = new Warnings();
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        discord.close();
        warnings.close();
    }

    @Test
    void aBotKnowsItselfAndHears() throws InterruptedException {
        Person ana = discord.person("Ana", "es-ES");
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        ana.direct().says("hola");

        discord.until(() -> !heard.of(MessageReceivedEvent.class).isEmpty());
        assertThat(connection.id()).isEqualTo(LocalDiscord.BOT);
        assertThat(connection.name()).isEqualTo("EmotiTune");
        assertThat(heard.of(ReadyEvent.class)).hasSize(1);
        connection.close(NO_TIME);
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void aWrongTokenIsToldWithoutTheToken() {
        assertThatThrownBy(() -> Rig.open(Rig.withToken(discord, "MTEx.wrong.token"), heard))
                .isInstanceOf(RejectedTokenException.class)
                .hasMessageContaining("DISCORD_BOT_TOKEN")
                .hasMessageNotContaining("MTEx");
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void itWaitsForADiscordThatIsAwayAndTellsSoOnce() throws Exception {
        discord.cut();
        CompletableFuture<Connection> opening = CompletableFuture.supplyAsync(() -> open(heard));
        discord.until(() -> !warnings.lines().isEmpty());
        discord.faults()
                .next(Route.GATEWAY_BOT, Faults.status(500), Faults.status(503), Faults.tooManyForCloudflare(1));
        discord.faults().next(Route.SELF, Faults.status(500));
        discord.mend();

        Connection connection = opening.get(60, TimeUnit.SECONDS);

        discord.until(connection::isReady);
        assertThat(discord.calls(Route.GATEWAY_BOT)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(warnings.lines()).hasSize(2);
        assertThat(warnings.lines().getFirst())
                .startsWith("Discord cannot be reached (")
                .contains("Trying again");
        assertThat(warnings.lines().getLast()).startsWith("Discord can be reached again, after");
        connection.close(NO_TIME);
    }

    @Test
    void aDropIsFollowedByAResumptionAndNothingIsLost() throws InterruptedException {
        Person ana = discord.person("Ana", "es-ES");
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.gateway().drop();
        ana.direct().says("hola");

        discord.until(() -> discord.gateway().resumed() == 1 && connection.isReady());
        discord.until(() -> !heard.of(MessageReceivedEvent.class).isEmpty());
        assertThat(heard.of(SessionResumeEvent.class)).hasSize(1);
        assertThat(discord.gateway().identified()).isEqualTo(1);
        connection.close(NO_TIME);
    }

    @Test
    void whenAskedToReconnectItResumes() throws InterruptedException {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.gateway().askToReconnect();

        discord.until(() -> discord.gateway().resumed() == 1 && connection.isReady());
        connection.close(NO_TIME);
    }

    @Test
    void afterAnInvalidSessionItBeginsANewOne() throws InterruptedException {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.gateway().invalidate(false);

        discord.until(() -> discord.gateway().identified() == 2 && connection.isReady());
        discord.until(() -> heard.of(SessionRecreateEvent.class).size() == 1);
        connection.close(NO_TIME);
    }

    @Test
    void aGatewayThatStopsToAcknowledgeHeartbeatsIsLeft() throws InterruptedException {
        discord.gateway().heartbeatEvery(Duration.ofMillis(100));
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.gateway().acknowledgeHeartbeats(false);
        discord.until(() -> discord.gateway().resumed() >= 1);
        discord.gateway().acknowledgeHeartbeats(true);

        discord.until(connection::isReady);
        connection.close(NO_TIME);
    }

    @Test
    void aProxyIsUsedForTheResumptionToo() throws InterruptedException {
        try (Wires proxy = new Wires(discord.gatewayAddress())) {
            Connection connection = Rig.open(Rig.settings(discord, proxy.address(), 0, false), heard);
            discord.until(connection::isReady);
            assertThat(proxy.connections()).isEqualTo(1);

            discord.gateway().drop();

            discord.until(() -> discord.gateway().resumed() == 1 && connection.isReady());
            assertThat(proxy.connections()).isEqualTo(2);
            connection.close(NO_TIME);
        }
    }

    @Test
    void withoutAProxyItDialsWhatDiscordNames() throws InterruptedException {
        // JDA asks for compression then, which this Discord cannot: it hears of the session all the same.
        Connection connection = Rig.open(Rig.settings(discord, null, 0, false), heard);

        discord.until(connection::isReady);
        connection.close(NO_TIME);
    }

    @Test
    void asManyShardsAsAreSetShareTheServers() throws InterruptedException {
        Connection connection = Rig.open(Rig.settings(discord, discord.gatewayAddress(), 2, false), heard);

        discord.until(connection::isReady);

        assertThat(discord.gateway().connected()).isEqualTo(2);
        assertThat(connection.shards().getShardsTotal()).isEqualTo(2);
        connection.close(NO_TIME);
    }

    @Test
    void withoutANumberOfShardsItIsDiscords() throws InterruptedException {
        discord.gateway().recommendShards(3);
        Connection connection = Rig.open(Rig.settings(discord), heard);

        discord.until(connection::isReady);

        assertThat(discord.gateway().connected()).isEqualTo(3);
        connection.close(NO_TIME);
    }

    @Test
    void anIntentThatIsNotAllowedEndsItWithWhatToDo() throws Exception {
        Connection connection = Rig.open(Rig.settings(discord, discord.gatewayAddress(), 0, true), heard);

        assertThat(Rig.end(connection))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("DISCORD_MESSAGE_CONTENT=off");
        connection.close(NO_TIME);
    }

    @ParameterizedTest
    @CsvSource({"4004, DISCORD_BOT_TOKEN", "4010, DISCORD_SHARDS", "4011, DISCORD_SHARDS", "4012, newer", "4013, newer"
    })
    void otherRefusalsEndItToo(int code, String words) throws Exception {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.gateway().close(code);

        assertThat(Rig.end(connection)).hasMessageContaining(words);
        connection.close(NO_TIME);
    }

    @Test
    void aLongOutageOfTheGatewayIsToldOnce() throws InterruptedException {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        discord.cut();
        discord.until(() -> !warnings.lines().isEmpty());
        discord.mend();
        discord.until(connection::isReady);

        discord.until(() -> warnings.lines().size() == 2);
        assertThat(warnings.lines().getFirst()).startsWith("Discord's gateway cannot be reached");
        assertThat(warnings.lines().getLast()).startsWith("Discord's gateway is there again");
        connection.close(NO_TIME);
    }

    @Test
    void aListenerThatFailsHearsTheNextEvent() throws InterruptedException {
        Person ana = discord.person("Ana", "es-ES");
        Connection connection = Rig.open(Rig.settings(discord), event -> {
            heard.onEvent(event);
            throw new IllegalStateException("a person's words");
        });
        discord.until(connection::isReady);

        ana.direct().says("uno");
        ana.direct().says("dos");

        discord.until(() -> heard.of(MessageReceivedEvent.class).size() == 2);
        assertThat(heard.of(MessageReceivedEvent.class))
                .extracting(event -> event.getMessage().getContentRaw())
                .isEqualTo(List.of("uno", "dos"));
        assertThat(warnings.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).contains("could not be handled").doesNotContain("words"));
        connection.close(NO_TIME);
    }

    private Connection open(Heard listener) {
        try {
            return Rig.open(Rig.settings(discord), listener);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
