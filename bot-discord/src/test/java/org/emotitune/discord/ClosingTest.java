package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.emotitune.discord.Rig.Heard;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest {
    private static final List<String> OURS = List.of("discord-", "JDA", "ConcurrentSession", "DefaultShard", "Connect");
    /** Below what JDA takes for it: ten seconds. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private final LocalDiscord discord = new LocalDiscord();
    private final Warnings warnings = new Warnings();
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        discord.close();
        warnings.close();
    }

    @Test
    void nothingIsLeftRunning() throws Exception {
        Connection connection = Rig.open(Rig.settings(discord, discord.gatewayAddress(), 2, false), heard);
        discord.until(connection::isReady);
        assertThat(threads()).isNotEmpty();

        assertThat(closing(connection, PATIENCE)).isLessThan(SOON);

        discord.until(() -> threads().isEmpty());
        assertThat(Rig.end(connection)).isNull();
        assertThat(connection.isReady()).isFalse();
    }

    @Test
    void aDiscordThatDoesNotSayGoodbyeIsNotWaitedFor() throws InterruptedException {
        try (Wires wires = new Wires(discord.gatewayAddress())) {
            Connection connection = Rig.open(Rig.settings(discord, wires.address(), 0, false), heard);
            discord.until(connection::isReady);
            wires.goSilent();
            Instant begin = Instant.now();

            connection.close(PATIENCE);
            discord.until(() -> threads().isEmpty());

            assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void itEndsWhileTheGatewayCannotBeReached() throws InterruptedException {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);
        discord.cut();
        discord.until(() -> !warnings.lines().isEmpty());

        assertThat(closing(connection, PATIENCE)).isLessThan(SOON);

        discord.until(() -> threads().isEmpty());
    }

    @Test
    void callsThatHaveBegunEndWell() throws Exception {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        Person ana = discord.person("Ana", "es-ES");
        discord.faults().next(Route.OPEN_DIRECT, Faults.slow(Duration.ofSeconds(2)));
        var opened = connection.calls().openPrivateChannelById(ana.id()).submit();

        connection.close(PATIENCE);

        assertThat(opened.get(1, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void callsThatTakeTooLongAreCutOff() throws Exception {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        Person ana = discord.person("Ana", "es-ES");
        discord.faults().always(Route.OPEN_DIRECT, Faults.slow(Duration.ofMinutes(1)));
        var opened = connection.calls().openPrivateChannelById(ana.id()).submit();

        assertThat(closing(connection, Duration.ofMillis(500))).isLessThan(SOON);

        assertThat(opened)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .satisfies(failure -> assertThat(Trouble.of(failure)).isEqualTo(Trouble.UNKNOWN));
        discord.until(() -> threads().isEmpty());
    }

    @Test
    void aCallAfterTheEndFails() throws Exception {
        Connection connection = Rig.open(Rig.settings(discord), heard);
        connection.close(PATIENCE);

        assertThat(Call.of("a call", () -> connection.calls().openPrivateChannelById(42)))
                .isEqualTo(new Call.Failed<>(Trouble.UNKNOWN));
    }

    @Test
    void noEventComesAfterItIsDeafButCallsGoOn() throws Exception {
        Person ana = discord.person("Ana", "es-ES");
        Connection connection = Rig.open(Rig.settings(discord), heard);
        discord.until(connection::isReady);

        connection.deafen();
        ana.direct().says("hola");
        var opened = connection.calls().openPrivateChannelById(ana.id()).submit();

        assertThat(opened.get(30, TimeUnit.SECONDS)).isNotNull();
        connection.close(PATIENCE);
        assertThat(heard.of(MessageReceivedEvent.class)).isEmpty();
    }

    @Test
    void whoGivesUpWaitingForDiscordLeavesNothingRunning() throws Exception {
        discord.cut();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread opening = Thread.startVirtualThread(() -> {
            try {
                Rig.open(Rig.settings(discord), heard);
            } catch (InterruptedException | RuntimeException e) {
                end.complete(e);
            }
        });
        discord.until(() -> !warnings.lines().isEmpty());

        opening.interrupt();

        assertThat(end.get(30, TimeUnit.SECONDS)).isNotNull();
        discord.until(() -> threads().isEmpty());
    }

    @Test
    void aRejectedTokenLeavesNothingRunning() {
        assertThatThrownBy(() -> Rig.open(Rig.withToken(discord, "MTEx.wrong.token"), heard))
                .isInstanceOf(RejectedTokenException.class);

        discord.until(() -> threads().isEmpty());
    }

    private static Duration closing(Connection connection, Duration patience) {
        Instant begin = Instant.now();
        connection.close(patience);
        return Duration.between(begin, Instant.now());
    }

    /** Of the bot and of JDA; okhttp's fall asleep by themselves and keep no process. */
    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !others.contains(thread))
                .map(Thread::getName)
                .filter(name -> OURS.stream().anyMatch(name::startsWith))
                .toList();
    }
}
