package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole bot, from what people do on Discord to what is shown there: started once for all test classes that use it,
 * each test with people and servers of its own. Rounds of group moods go by {@link #endRounds}. After each test every
 * interaction must have its answer, and the bot must have nothing to complain of.
 */
final class LiveBot implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    /** What is started once. */
    private record Stage(TestDatabase database, Path home, LocalDiscord discord, ManualTime rounds, RunningBot bot)
            implements AutoCloseable {
        static Stage open(TestDatabase database) {
            LocalDiscord discord = new LocalDiscord();
            ManualTime rounds = new ManualTime(Instant.EPOCH);
            Path home = temporary();
            return new Stage(
                    database,
                    home,
                    discord,
                    rounds,
                    RunningBot.on(
                            RunningBot.settings(database, home, RunningBot.settings(discord, 0, false), Set.of()),
                            discord,
                            rounds));
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("emotitune-live");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            bot.close();
            discord.close();
            delete(home);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private @Nullable Stage stage;
    private @Nullable Warnings warnings;
    private boolean complains;
    private long leftOpen;

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(LiveBot.class));
        Stage open = store.get(Stage.class, Stage.class);
        if (open == null) {
            // The database's server is in the store before the bot, so that it outlives it.
            TestDatabase database = new TestDatabase();
            database.beforeAll(context);
            open = Stage.open(database);
            store.put(Stage.class, open);
        }
        stage = open;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        discord().faults().none();
        complains = false;
        leftOpen = discord().unanswered();
        warnings = new Warnings();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (warnings != null) {
            warnings.close();
            if (context.getExecutionException().isEmpty()) {
                discord().until(() -> discord().unanswered() == leftOpen);
                assertThat(complains ? Stream.<String>of() : complaints(warnings))
                        .isEmpty();
            }
        }
    }

    /** That an outage of the test before is over is no complaint. */
    private static Stream<String> complaints(Warnings warnings) {
        return warnings.lines().stream().filter(line -> !line.startsWith("Calls to Discord succeed again"));
    }

    /** For tests in which something goes wrong that is told to the log. */
    void mayComplain() {
        complains = true;
    }

    /** For tests in which Discord takes no answer to so many interactions. */
    void mayLeaveOpen(int interactions) {
        leftOpen = discord().unanswered() + interactions;
    }

    /** What the log has told since the test began. */
    List<String> complaints() {
        return warnings == null ? List.of() : warnings.lines();
    }

    private Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("the bot is there while tests of its class run");
        }
        return stage;
    }

    LocalDiscord discord() {
        return stage().discord;
    }

    /** The minute of group moods is over, and the time after it for taps that are on their way. */
    void endRounds() {
        stage().rounds.advance(GroupMoods.LENGTH);
        stage().rounds.advance(GroupMoods.LAST_CHANGES);
    }

    Person ana() {
        return discord().person("Ana", "es-ES");
    }

    Person eve() {
        return discord().person("Eve", "en-US");
    }

    /** A channel of a new server that these people are in. */
    LocalChannel channel(Person owner, Person... members) {
        var server = discord().server("Friends", owner);
        List.of(members).forEach(server::joins);
        return server.channel("music");
    }

    LocalMessage answer(LocalInteraction used) {
        discord().until(used::isAnswered);
        return used.answer();
    }

    LocalMessage recommends(Person person, LocalChannel channel, String feeling) {
        return answer(person.in(channel).uses("recommend", Map.of("feeling", feeling)));
    }

    /** @return the bot's next message for all, after something was done */
    LocalMessage next(LocalChannel channel, Runnable deed) {
        int before = channel.ofBot().size();
        deed.run();
        discord().until(() -> channel.ofBot().size() > before);
        return channel.ofBot().get(before);
    }

    /** @return that message, changed after something was done */
    LocalMessage edited(LocalMessage message, Runnable deed) {
        int before = message.edits();
        deed.run();
        discord().until(() -> message.edits() > before);
        return message;
    }

    /** Waits until the bot has done with all that came in before: somebody else is answered, in two steps. */
    void settle() {
        Person bystander = discord().person("Bob", "en-GB");
        LocalChannel alone = bystander.directChannel();
        next(alone, () -> bystander.direct().says("/help"));
        next(alone, () -> bystander.direct().says("/privacy"));
    }

    /** Of the songs, in order. */
    static List<String> titles(LocalMessage page) {
        return page.embeds().stream().map(song -> song.path("title").asText()).toList();
    }
}
