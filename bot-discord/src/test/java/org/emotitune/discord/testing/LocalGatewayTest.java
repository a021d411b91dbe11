package org.emotitune.discord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gateways do to bots, and how the real JDA takes it. */
class LocalGatewayTest {
    private static final int DISALLOWED_INTENTS = 4_014;

    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final LocalServer friends = discord.server("Amigas", ana);
    private final LocalChannel music = friends.channel("música");
    private final Heard heard = new Heard();

    /** Remembers what has been said, and where the connection ended for good. */
    private static final class Heard extends ListenerAdapter {
        private final Queue<String> said = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> closed = new ConcurrentLinkedQueue<>();

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            said.add(event.getMessage().getContentRaw());
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            closed.add(event.getCode());
        }

        List<String> words() {
            return said.stream().map(text -> text.replaceAll("<@\\d+> ", "")).toList();
        }
    }

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void whatIsSaidWhileTheConnectionIsBrokenComesAfterItIsResumed() throws InterruptedException {
        try (Bot bot = Bot.start(discord, heard)) {
            ana.in(music).mentions("one");
            discord.until(() -> heard.words().contains("one"));
            discord.cut();
            discord.until(() -> discord.gateway().connected() == 0);
            ana.in(music).mentions("two");
            discord.mend();
            ana.in(music).mentions("three");
            discord.until(() -> heard.words().contains("three"));

            assertThat(heard.words()).containsExactly("one", "two", "three");
            assertThat(discord.gateway().identified()).isEqualTo(1);
            assertThat(discord.gateway().resumed()).isEqualTo(1);
            assertThat(bot.jda().getStatus()).isEqualTo(JDA.Status.CONNECTED);
        }
    }

    @Test
    void droppedConnectionAndRequestToReconnectAreResumed() throws InterruptedException {
        try (Bot bot = Bot.start(discord, heard)) {
            discord.gateway().drop();
            discord.until(() -> discord.gateway().resumed() == 1);
            discord.gateway().askToReconnect();
            discord.until(() -> discord.gateway().resumed() == 2);
            discord.gateway().invalidate(true);
            discord.until(() -> discord.gateway().resumed() == 3);
            ana.in(music).mentions("still there");
            discord.until(() -> heard.words().contains("still there"));

            assertThat(discord.gateway().identified()).isEqualTo(1);
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void sessionThatCannotBeResumedIsStartedAnew() throws InterruptedException {
        try (Bot bot = Bot.start(discord, heard)) {
            discord.gateway().invalidate(false);
            discord.until(() ->
                    discord.gateway().identified() == 2 && discord.gateway().connected() == 1);
            ana.in(music).mentions("again");
            discord.until(() -> heard.words().contains("again"));

            assertThat(discord.gateway().resumed()).isZero();
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void serverThatStopsToAnswerHeartbeatsIsLeft() throws InterruptedException {
        discord.gateway().heartbeatEvery(Duration.ofMillis(100));
        try (Bot bot = Bot.start(discord, heard)) {
            discord.gateway().acknowledgeHeartbeats(false);
            discord.until(() -> discord.gateway().resumed() >= 1);
            discord.gateway().acknowledgeHeartbeats(true);
            ana.in(music).mentions("alive");
            discord.until(() -> heard.words().contains("alive"));

            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void contentIntentThatIsNotSwitchedOnEndsTheConnection() {
        JDA jda = Bot.builder(discord, LocalDiscord.TOKEN, List.of(GatewayIntent.MESSAGE_CONTENT))
                .addEventListeners(heard)
                .build();
        discord.until(() -> !heard.closed.isEmpty());

        assertThat(heard.closed).containsExactly(DISALLOWED_INTENTS);
        jda.shutdownNow();
    }

    @Test
    void contentIntentThatIsSwitchedOnLetsTheBotReadAll() throws InterruptedException {
        discord.gateway().messageContent(true);
        JDABuilder builder = Bot.builder(
                discord, LocalDiscord.TOKEN, List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT));
        try (Bot bot = Bot.start(builder.addEventListeners(heard))) {
            ana.in(music).says("to all");
            discord.until(() -> !heard.said.isEmpty());

            assertThat(bot.jda().getGuilds()).hasSize(1);
            assertThat(heard.words()).containsExactly("to all");
        }
    }

    @Test
    void withoutTheContentIntentMessagesComeEmpty() throws InterruptedException {
        try (Bot bot = Bot.start(discord, heard)) {
            ana.in(music).says("to all");
            discord.until(() -> !heard.said.isEmpty());

            assertThat(bot.jda().getGuilds()).hasSize(1);
            assertThat(heard.words()).containsExactly("");
        }
    }

    @Test
    void wrongTokenIsRefused() {
        JDABuilder wrong = Bot.builder(discord, "wrong", Bot.INTENTS);

        assertThatThrownBy(wrong::build).isInstanceOf(InvalidTokenException.class);
    }

    private static List<String> servers(ShardManager shards, int shard) {
        return Objects.requireNonNull(shards.getShardById(shard)).getGuilds().stream()
                .map(Guild::getName)
                .toList();
    }

    @Test
    void eachShardHearsOfItsOwnServers() {
        LocalServer others = discord.server("Otras", ana);
        LocalChannel elsewhere = others.channel("general");
        discord.gateway().recommendShards(2);
        ShardManager shards = DefaultShardManagerBuilder.createLight(LocalDiscord.TOKEN, Bot.INTENTS)
                .setRestConfig(new RestConfig().setBaseUrl(discord.api()))
                .setSessionController(Bot.sessions(discord))
                .setCompression(Compression.NONE)
                .addEventListeners(heard)
                .build();
        discord.until(() -> shards.getGuilds().size() == 2);
        ana.in(music).mentions("here");
        ana.in(elsewhere).mentions("there");
        ana.direct().says("alone");
        discord.until(() -> heard.said.size() == 3);

        assertThat(discord.gateway().connected()).isEqualTo(2);
        assertThat(servers(shards, 0)).containsExactly("Amigas");
        assertThat(servers(shards, 1)).containsExactly("Otras");
        shards.shutdown();
    }
}
