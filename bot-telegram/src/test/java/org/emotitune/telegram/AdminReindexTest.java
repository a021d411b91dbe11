package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.telegram.AdminScene.shown;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A reindex from the command to what came of it, as its admin sees it. */
@Timeout(180)
class AdminReindexTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken("I cry alone");

    @TempDir
    static Path home;

    /** Three seconds apart where they are sent; a little less where they arrive. */
    private static final Duration APART = Duration.ofMillis(2_900);

    private static AdminScene scene;
    private static LocalTelegram telegram;
    private static Person boss;
    private static LocalChat chat;

    @BeforeAll
    static void start() {
        scene = new AdminScene(database, home);
        telegram = scene.telegram;
        boss = scene.boss;
        chat = boss.chat();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void oneMessageShowsHowFarItIsAndWhatCameOfIt() throws IOException {
        picture();
        scene.imports(scene.songs(18, 2));
        int before = chat.ofBot().size();
        int message = scene.reindexes(boss.privately(), chat);
        assertThat(shown(chat, message).labels()).containsExactly("Cancel");
        scene.untilLooking(chat, message);
        assertThat(shown(chat, message).text()).containsPattern("looking for lyrics \\d+ of \\d+.*left\n▓");

        telegram.until(() -> chat.ofBot().size() == before + 3);

        Shown end = shown(chat, message);
        assertThat(end.text()).startsWith("Reindex ").contains("2 songs", "the file tells which");
        assertThat(end.labels()).isEmpty();
        Upload csv = chat.ofBot().get(before + 1).file().orElseThrow();
        assertThat(csv.name()).endsWith("-troubles.csv");
        assertThat(csv.text()).contains("spotify_id,title,artist,stage,kind,reason", "Lost");
        assertThat(csv.text().lines()).hasSize(3);
        assertThat(chat.ofBot().get(before + 2).file().orElseThrow().content()).isEqualTo(Files.readAllBytes(png()));
        assertThat(edits(message)).hasSizeGreaterThan(1);
        assertApart(edits(message));
        Files.delete(png());
    }

    @Test
    void theButtonCancelsIt() {
        scene.imports(scene.songs(18, 0));
        int message = scene.reindexes(boss.privately(), chat);
        scene.untilLooking(chat, message);

        String tap = boss.privately().taps(message, "Cancel");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        assertThat(telegram.tapAnswer(tap).orElseThrow().path("text").asText()).startsWith("The reindex ends");
        telegram.until(() -> shown(chat, message).text().contains("ancelled"));

        String summary = shown(chat, message).text();
        String late =
                boss.privately().tapsCode(message, "admin.cancel." + summary.replaceAll("^Reindex (\\d+).*", "$1"));
        telegram.until(() -> telegram.tapAnswer(late).isPresent());
        assertThat(telegram.tapAnswer(late).orElseThrow().path("text").asText()).isEqualTo("That reindex is over.");
        assertThat(shown(chat, message).text()).isEqualTo(summary);
        assertThat(shown(chat, message).labels()).isEmpty();
        assertThat(shown(chat, message).text()).startsWith("Reindex ");
        assertThat(stats()).contains("Last reindex");
    }

    @Test
    void theCommandCancelsIt() {
        scene.imports(scene.songs(18, 0));
        int message = scene.reindexes(boss.privately(), chat);
        scene.untilLooking(chat, message);

        boss.says("/cancel");
        telegram.until(() -> chat.answer().text().equals("The reindex ends; the index stays as it is."));
        telegram.until(() -> shown(chat, message).text().contains("ancelled"));

        boss.says("/cancel");
        telegram.until(() -> chat.answer().text().equals("Nothing is under way here."));
    }

    @Test
    void aSecondOneFollowsTheFirst() {
        scene.imports(scene.songs(60, 0));
        int first = scene.reindexes(boss.privately(), chat);
        scene.untilLooking(chat, first);
        int second = scene.reindexes(boss.privately(), chat);
        int elsewhere = scene.reindexes(scene.office.anonymously(), scene.office);

        assertThat(shown(chat, second).text()).startsWith("A reindex that is not over");
        telegram.until(() -> shown(chat, first).text().equals("A newer message shows this reindex."));
        assertThat(shown(chat, first).labels()).isEmpty();
        telegram.until(() -> shown(chat, second).edits() > 0
                && shown(scene.office, elsewhere).edits() > 0);
        assertThat(shown(scene.office, elsewhere).text()).contains("looking for lyrics");

        String tap = scene.office.anonymously().taps(elsewhere, "Cancel");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        String other = boss.in(scene.office).taps(elsewhere, "Cancel");
        telegram.until(() -> telegram.tapAnswer(other).isPresent());
        telegram.until(() -> shown(scene.office, elsewhere).text().contains("ancelled"));
        telegram.until(() -> shown(chat, second).text().contains("ancelled"));
        assertApart(edits(second));
    }

    private static String stats() {
        int before = chat.ofBot().size();
        boss.says("/stats");
        telegram.until(() -> chat.ofBot().size() > before);
        return chat.answer().text();
    }

    private static List<Instant> edits(int message) {
        return telegram.calls("editMessageText").stream()
                .filter(call -> call.chat() == chat.id()
                        && call.parameters().path("message_id").asInt() == message)
                .map(Call::at)
                .toList();
    }

    private static void assertApart(List<Instant> edits) {
        for (int i = 1; i < edits.size(); i++) {
            assertThat(Duration.between(edits.get(i - 1), edits.get(i))).isGreaterThan(APART);
        }
    }

    private static Path png() {
        return home.resolve("evaluation").resolve("similarity.png");
    }

    private static void picture() throws IOException {
        Files.createDirectories(png().getParent());
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png().toFile());
    }
}
