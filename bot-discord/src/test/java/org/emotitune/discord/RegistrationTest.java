package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class RegistrationTest {
    private static final List<CommandData> OWN = List.of(Commands.slash("new", "New"));
    private static final List<CommandData> OTHERS = List.of(Commands.slash("old", "Old"));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Registration.class);
    private final ScriptedDirectory directory = new ScriptedDirectory();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    /** What Discord has, and what goes wrong there. */
    private static final class ScriptedDirectory implements CommandDirectory {
        private List<CommandData> registered = OTHERS;
        private final Queue<FailedException> failures = new ArrayDeque<>();
        private @Nullable FailedException refusal;
        private int asked;
        private int replaced;

        @Override
        public List<CommandData> registered() throws FailedException {
            asked++;
            FailedException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return registered;
        }

        @Override
        public void replace(List<CommandData> commands) throws FailedException {
            replaced++;
            if (refusal != null) {
                throw refusal;
            }
            registered = commands;
        }
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private void register() throws InterruptedException {
        Registration registration = new Registration(directory, OWN, pauses::add);
        registration.start();
        assertThat(registration.await(Duration.ofSeconds(20))).isTrue();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void whatIsRegisteredAlreadyIsLeftAlone() throws InterruptedException {
        directory.registered = List.of(Commands.slash("new", "New"));

        register();

        assertThat(directory.asked).isEqualTo(1);
        assertThat(directory.replaced).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void othersAreReplacedOnce() throws InterruptedException {
        register();

        assertThat(directory.registered).isEqualTo(OWN);
        assertThat(directory.replaced).isEqualTo(1);
        assertThat(pauses).isEmpty();
        assertThat(lines()).containsExactly("Discord lists 1 commands of this bot from now on");
    }

    @Test
    void whatFailsIsTriedAgainAfterLongerAndLongerPausesEachToldInOneLine() throws InterruptedException {
        for (int i = 0; i < 11; i++) {
            directory.failures.add(new CommandDirectory.FailedException("50001: Missing Access", true));
        }

        register();

        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_600L, 3_600L, 3_600L);
        assertThat(directory.registered).isEqualTo(OWN);
        assertThat(lines())
                .hasSize(12)
                .startsWith("The commands could not be registered with Discord (50001: Missing Access); tried again in"
                        + " 15 s")
                .endsWith("Discord lists 1 commands of this bot from now on");
    }

    @Test
    void whatDiscordWillNeverTakeIsToldAndNotTriedAgain() throws InterruptedException {
        directory.refusal = new CommandDirectory.FailedException("50035: Invalid Form Body", false);

        register();

        assertThat(directory.replaced).isEqualTo(1);
        assertThat(pauses).isEmpty();
        assertThat(lines()).containsExactly("Discord does not take the commands of this bot: 50035: Invalid Form Body");
    }

    @Test
    void aPauseEndsWithTheBot() throws InterruptedException {
        directory.failures.add(new CommandDirectory.FailedException("503", true));
        CountDownLatch pausing = new CountDownLatch(1);
        Registration registration = new Registration(directory, OWN, time -> {
            pausing.countDown();
            new CountDownLatch(1).await();
        });
        registration.start();
        assertThat(pausing.await(20, TimeUnit.SECONDS)).isTrue();

        registration.close();

        assertThat(registration.await(Duration.ofSeconds(20))).isTrue();
        assertThat(directory.replaced).isZero();
    }
}
