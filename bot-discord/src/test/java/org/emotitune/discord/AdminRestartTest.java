package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.AdminScene.text;

import java.nio.file.Path;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Route;
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

    @TempDir
    static Path home;

    private static AdminScene scene;
    private static LocalDiscord discord;

    @BeforeAll
    static void start() {
        scene = new AdminScene(database, home);
        discord = scene.discord;
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void theSameMessageGoesOnAfterARestart() {
        scene.imports(scene.songs(20, 1));
        LocalChannel left = scene.closed("left");
        LocalMessage elsewhere = scene.reindexes(left);
        LocalMessage message = scene.reindexes(scene.office);
        scene.untilLooking(message);
        int shown = scene.office.ofBot().size();
        scene.stop();
        left.delete();
        scene.start();

        discord.until(() -> scene.office.ofBot().size() > shown); // the file
        assertThat(text(message)).contains("Reindex").contains("1 song");
        assertThat(message.buttons()).isEmpty();
        assertThat(scene.office.ofBot()).hasSize(shown + 1);
        assertThat(scene.office.ofBot().getLast().files()).hasSize(1);
        assertThat(scene.lyrics().asked()).isLessThan(21 + 5);
        discord.until(() -> scene.bot().kept().isEmpty());
        assertThat(text(elsewhere)).doesNotContain("1 song");
    }

    @Test
    void aDeletedMessageIsLetBe() {
        scene.imports(scene.songs(30, 0));
        LocalMessage message = scene.reindexes(scene.office);
        discord.faults().next(Route.EDIT, Faults.refused(404, 10_008, "Unknown Message"));
        discord.until(() -> scene.bot().kept().isEmpty());
        int edits = message.edits();
        LocalMessage again = scene.reindexes(scene.office);
        scene.boss.in(scene.office).taps(again, "Cancel");
        scene.until(again, "ancelled");

        assertThat(message.edits()).isEqualTo(edits);
    }

    @Test
    void whereTheBotMayNotLookForAWhileTheEndIsToldLater() {
        scene.imports(scene.songs(30, 0));
        LocalChannel room = scene.closed("room");
        LocalMessage message = scene.reindexes(room);
        scene.untilLooking(message);
        room.deniesBot(Permission.VIEW_CHANNEL);
        scene.uses("cancel", Map.of());
        discord.until(() -> text(scene.uses("stats", Map.of())).contains("cancelled"));
        assertThat(text(message)).contains("looking for lyrics");

        room.allowsBot(Permission.VIEW_CHANNEL);
        scene.until(message, "ancelled");
    }
}
