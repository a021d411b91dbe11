package org.emotitune.discord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole bot with a {@link SlowModel}, started once for all test classes that use it. */
final class SlowBot implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    /** What is started once. */
    private record Stage(Path home, LocalDiscord discord, SlowModel model, RunningBot bot) implements AutoCloseable {
        static Stage open(TestDatabase database) {
            LocalDiscord discord = new LocalDiscord();
            discord.clock().run(); // how soon the sign comes is looked at
            SlowModel model = new SlowModel();
            Path home = temporary();
            var settings = RunningBot.settings(database, home, RunningBot.settings(discord, 0, false), Set.of());
            return new Stage(home, discord, model, RunningBot.on(model.in(settings), discord));
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("emotitune-slow");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            model.close();
            bot.close();
            discord.close();
            LiveBot.delete(home);
        }
    }

    private @Nullable Stage stage;
    private @Nullable Warnings warnings;

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(SlowBot.class));
        Stage open = store.get(Stage.class, Stage.class);
        if (open == null) {
            TestDatabase database = new TestDatabase();
            database.beforeAll(context);
            open = Stage.open(database);
            store.put(Stage.class, open);
        }
        stage = open;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        model().seesDanger(false);
        model().thinks();
        warnings = new Warnings();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        model().answers();
        discord().faults().none();
        if (warnings != null) {
            warnings.close();
        }
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

    SlowModel model() {
        return stage().model;
    }

    /** What the log has told since the test began. */
    Warnings warnings() {
        if (warnings == null) {
            throw new IllegalStateException("no test is running");
        }
        return warnings;
    }

    /** A channel of a new server that these people are in. */
    LocalChannel channel(Person owner, Person... members) {
        var server = discord().server("Friends", owner);
        List.of(members).forEach(server::joins);
        return server.channel("music");
    }

    /** Each time in other words: what the model has read once it is not asked again. */
    LocalInteraction begins(Person person, LocalChannel channel, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put(
                "feeling",
                "mi vecino toca la trompeta, qué vida esta "
                        + discord().interactions().size());
        return person.in(channel).uses("recommend", all);
    }

    /** The same, until the bot is seen thinking. */
    LocalInteraction asks(Person person, LocalChannel channel, Map<String, ?> options) {
        LocalInteraction used = begins(person, channel, options);
        discord().until(used::isThinking);
        return used;
    }
}
