package org.emotitune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.AdminReply;
import org.emotitune.admin.AdminReply.Follow;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.admin.JobMessages;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches;
import org.emotitune.admin.Upload;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.NotAllowedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The desk as the program puts it together. */
@Timeout(120)
class WorkshopDeskTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Caller OPERATOR = new Caller("telegram", List.of("1"), true);

    @TempDir
    private Path home;

    private Workshop workshop;
    private AdminDesk desk;

    @BeforeEach
    void open() {
        Settings settings = new Settings(
                database.address(),
                home,
                false,
                Language.ENGLISH,
                null,
                Settings.Limits.DEFAULT,
                SourceSettings.DEFAULT,
                new ReindexSettings(0.2, 1, Set.of("1"), Set.of()),
                LlmSettings.DEFAULT,
                TelegramSettings.DEFAULT,
                DiscordSettings.DEFAULT);
        workshop = Workshop.open(settings, Map.of(), Clock.systemUTC(), step -> {}, sentence -> {});
        desk = workshop.desk(20 * 1024 * 1024);
    }

    @AfterEach
    void close() {
        desk.close();
        workshop.close();
    }

    @Test
    void whatIsImportedWithEmotionsIsSearchedAtOnce() {
        assertThat(desk.command(OPERATOR, "/stats").text())
                .startsWith("Songs that are searched: 0\n")
                .doesNotContain("language model");
        String songs = "[{\"name\": \"Rain\", \"emotions\": \"sadness, grief\"}, {\"name\": \"Sun\"}]";
        Upload upload = new Upload("songs.json", songs.length(), 100, file -> Files.writeString(file, songs));

        Said question = (Said) desk.offered(OPERATOR, upload, progress -> {});
        String yes = question.buttons().getFirst().action();
        AdminReply done = desk.tapped(OPERATOR, yes, progress -> {});

        assertThat(question.text()).contains("2 new", "1 with emotions");
        assertThat(done.text()).endsWith("Songs with neither lyrics nor emotions: 1");
        assertThat(desk.command(OPERATOR, "/stats").text()).startsWith("Songs that are searched: 1\n");
        assertThat(home.resolve("offered")).isEmptyDirectory();
    }

    @Test
    void aJobIsFollowedFromItsBeginningToItsEnd() throws InterruptedException {
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        try (JobWatches watches =
                workshop.watches(new JobWatches.Platform("telegram", new Told(shown)), new Nowhere())) {
            watches.start();
            Follow follow = (Follow) desk.command(OPERATOR, "/reindex");
            watches.watch(new JobMessage(follow.job(), "telegram", "1", null, "7"));
            assertThat(shown.poll(30, TimeUnit.SECONDS)).isEqualTo(follow.text());

            String cancel = follow.buttons().getFirst().action();
            assertThat(desk.tapped(OPERATOR, cancel, progress -> {}).text()).startsWith("The reindex ends");

            assertThat(shown.poll(30, TimeUnit.SECONDS)).isEqualTo("Reindex %d: cancelled".formatted(follow.job()));
        }
    }

    @Test
    void onlyThoseOfTheListAreAdmins() {
        Caller stranger = new Caller("telegram", List.of("2"), true);

        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> desk.command(stranger, "/stats"));
    }

    private record Told(BlockingQueue<String> shown) implements JobWatches.Screen {
        @Override
        public Shown show(JobMessage message, String text, List<Button> buttons) {
            shown.add(text);
            return Shown.DONE;
        }

        @Override
        public Shown finish(JobMessage message, String text, List<TextFile> files, Optional<Path> picture) {
            shown.add(text);
            return Shown.DONE;
        }
    }

    /** Keeps no message. */
    private static final class Nowhere implements JobMessages {
        @Override
        public void keep(JobMessage message) {}

        @Override
        public List<JobMessage> of(String platform) {
            return List.of();
        }

        @Override
        public void drop(JobMessage message) {}

        @Override
        public void move(String platform, String from, String to) {}

        @Override
        public void dropAll(String platform, String place) {}
    }
}
