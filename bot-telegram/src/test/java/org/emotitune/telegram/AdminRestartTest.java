package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.AdminScene.shown;

import java.nio.file.Path;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the message that shows a reindex while the reindex goes on. */
@Timeout(180)
class AdminRestartTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken("I cry alone");

    @TempDir
    static Path home;

    private static AdminScene scene;
    private static LocalTelegram telegram;

    @BeforeAll
    static void start() {
        scene = new AdminScene(database, home);
        telegram = scene.telegram;
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void theSameMessageGoesOnAfterARestart() {
        LocalChat chat = scene.boss.chat();
        scene.imports(scene.songs(40, 1));
        int message = scene.reindexes(scene.boss.privately(), chat);
        scene.untilLooking(chat, message);
        int shownBefore = chat.ofBot().size();
        scene.restart();
        scene.untilLooking(chat, message);

        telegram.until(() -> chat.ofBot().size() > shownBefore); // the file
        assertThat(shown(chat, message).text()).contains("Reindex").contains("1 song");
        assertThat(shown(chat, message).labels()).isEmpty();
        assertThat(chat.answer().file()).isPresent();
        assertThat(chat.ofBot()).hasSize(shownBefore + 1);
        assertThat(scene.lyrics().asked()).isLessThan(41 + 5);
        scene.restart();
        scene.restart();
        assertThat(chat.ofBot()).as("nothing is told twice").hasSize(shownBefore + 1);
    }

    @Test
    void aDeletedMessageIsLetBe() {
        LocalChat chat = scene.boss.chat();
        scene.imports(scene.songs(60, 0));
        int message = scene.reindexes(scene.boss.privately(), chat);
        scene.untilLooking(chat, message);
        scene.boss.privately().deletes(message);
        telegram.until(() -> telegram.calls("editMessageText").stream()
                .anyMatch(call -> call.status() == 400
                        && call.parameters().path("message_id").asInt() == message));
        int again = scene.reindexes(scene.boss.privately(), chat);
        scene.untilLooking(chat, again);
        scene.boss.privately().taps(again, "Cancel");
        telegram.until(() -> shown(chat, again).text().contains("ancelled"));

        assertThat(telegram.calls("editMessageText").stream()
                        .filter(call ->
                                call.parameters().path("message_id").asInt() == message && call.status() == 400))
                .hasSize(1);
    }

    @Test
    void aGroupThatBecomesASupergroupIsFollowed() {
        scene.imports(scene.songs(40, 0));
        int message = scene.reindexes(scene.boss.in(scene.office), scene.office);
        scene.untilLooking(scene.office, message);
        LocalChat supergroup = scene.office.migrates();
        scene.boss.in(supergroup).says("/cancel@" + LocalTelegram.BOT_NAME);
        telegram.until(() -> supergroup.ofBot().stream()
                .anyMatch(
                        told -> told.text().startsWith("Reindex") && told.text().contains("ancelled")));

        int again = scene.reindexes(scene.boss.in(supergroup), supergroup);
        scene.untilLooking(supergroup, again);
        String tap = scene.boss.in(supergroup).taps(again, "Cancel");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        telegram.until(() -> shown(supergroup, again).text().contains("ancelled"));
    }
}
