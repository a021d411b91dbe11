package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** All that is logged, by whichever library, at every level. */
@Timeout(60)
class ConnectionLogTest {
    private static final String SORROW = "my secret sorrow";

    private final Map<Logger, Level> usual = new LinkedHashMap<>();
    private final PrintStream terminal = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LocalDiscord discord = new LocalDiscord();
    private final AtomicReference<String> token = new AtomicReference<>("");

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        for (Logger each :
                ((Logger) LoggerFactory.getLogger("ROOT")).getLoggerContext().getLoggerList()) {
            if (each.getLevel() != null) {
                usual.put(each, each.getLevel());
                each.setLevel(Level.TRACE);
            }
        }
    }

    @AfterEach
    void stop() {
        usual.forEach(Logger::setLevel);
        System.setErr(terminal);
        discord.close();
    }

    @Test
    void noTokenAndNoWordsOfPeopleAreLogged() throws InterruptedException {
        Person ana = discord.person("Ana", "es-ES");
        ana.installs();
        Connection connection = Rig.open(Rig.settings(discord), this::answer);
        try {
            use(connection, ana);
        } finally {
            connection.close(Duration.ofSeconds(20));
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("WebSocketClient", "Requester")
                .doesNotContain(LocalDiscord.TOKEN, token.get(), SORROW, "sorrow");
        assertThat(token.get()).isNotEmpty();
    }

    private void use(Connection connection, Person ana) {
        discord.until(connection::isReady);
        connection
                .calls()
                .updateCommands()
                .addCommands(Commands.slash("recommend", "Songs").addOption(OptionType.STRING, "feeling", "It", true))
                .complete();
        discord.faults().next(Route.CALLBACK, Faults.answerLost());
        discord.faults().next(Route.FOLLOW_UP, Faults.status(502), Faults.refused(400, 50_035, SORROW));
        discord.faults().next(Route.SEND, Faults.dropped(), Faults.status(503), Faults.refused(400, 50_035, SORROW));

        ana.direct().says(SORROW);
        LocalInteraction used = ana.direct().uses("recommend", Map.of("feeling", SORROW));

        discord.until(() -> used.isAcknowledged()
                && discord.calls(Route.FOLLOW_UP).size() == 2
                && discord.calls(Route.SEND).size() == 3);
    }

    private void answer(GenericEvent event) {
        if (event instanceof MessageReceivedEvent message
                && !message.getAuthor().isBot()) {
            message.getMessage().reply(SORROW).queue(done -> {}, failure -> {});
        }
        if (event instanceof SlashCommandInteractionEvent used) {
            token.set(used.getToken());
            used.deferReply().queue(done -> {}, failure -> {});
            used.getHook().sendMessage(SORROW).queue(done -> {}, failure -> {});
            used.getHook().sendMessage(SORROW).queue(done -> {}, failure -> {});
        }
    }
}
