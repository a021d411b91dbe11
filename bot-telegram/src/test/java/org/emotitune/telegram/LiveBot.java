package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole bot, from the message on Telegram to what is shown there: started once for all test classes that talk to
 * it, each with people and groups of their own. It sends without waiting for Telegram's limits. After each test every
 * tap and inline query must have its answer, and the bot must have nothing to complain of.
 */
final class LiveBot implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    /** For tests that do not wait. */
    static final Limits HARDLY_ANY = new Limits(1_000, Duration.ZERO, 1_000);

    /** What is started once. */
    private record Stage(TestDatabase database, Path home, LocalTelegram telegram, RunningBot bot)
            implements AutoCloseable {
        static Stage open(TestDatabase database) {
            LocalTelegram telegram = new LocalTelegram();
            Path home = temporary();
            return new Stage(
                    database,
                    home,
                    telegram,
                    RunningBot.on(RunningBot.settings(database, home, telegram.address(), Set.of(), null), HARDLY_ANY));
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
            telegram.close();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
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
        telegram().faults().none();
        telegram().privacyMode(true);
        complains = false;
        leftOpen = telegram().unanswered();
        warnings = new Warnings();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (warnings != null) {
            warnings.close();
            if (context.getExecutionException().isEmpty()) {
                telegram().until(() -> telegram().unanswered() == leftOpen);
                assertThat(complains ? List.of() : warnings.lines()).isEmpty();
            }
        }
    }

    /** For tests in which something goes wrong that is told to the log. */
    void mayComplain() {
        complains = true;
    }

    /** For tests in which Telegram does not take the answer to a tap. */
    void mayLeaveOpen(int taps) {
        leftOpen = telegram().unanswered() + taps;
    }

    LocalTelegram telegram() {
        if (stage == null) {
            throw new IllegalStateException("the bot is there while tests of its class run");
        }
        return stage.telegram;
    }

    Person person(String name, String language) {
        return telegram().person(name, language);
    }

    /** Somebody writes privately. @return the bot's next message */
    Shown answer(Person person, String text) {
        return next(person.chat(), () -> person.says(text));
    }

    /** @return the bot's next message in a chat, after something was done */
    Shown next(LocalChat chat, Runnable deed) {
        int before = chat.ofBot().size();
        deed.run();
        telegram().until(() -> chat.ofBot().size() > before);
        return chat.ofBot().get(before);
    }

    /** @return the bot's newest message in a chat, edited after something was done */
    Shown edited(LocalChat chat, Runnable deed) {
        Shown before = chat.answer();
        deed.run();
        telegram().until(() -> chat.answer().edits() > before.edits());
        assertThat(chat.answer().id()).isEqualTo(before.id());
        return chat.answer();
    }

    /** What the person sees of a tap. */
    JsonNode toast(String tap) {
        telegram().until(() -> telegram().tapAnswer(tap).isPresent());
        return telegram().tapAnswer(tap).orElseThrow();
    }

    /** Waits until the bot has done with all that came in before: somebody else is answered, in two steps. */
    void settle() {
        Person bystander = person("Bob", "en");
        answer(bystander, "/help");
        answer(bystander, "/privacy");
    }
}
