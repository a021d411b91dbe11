package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.AdminScene.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.Call;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Route;
import org.emotitune.discord.testing.UploadedFile;
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

    @TempDir
    static Path home;

    /** Three seconds apart where they are sent; a little less where they arrive. */
    private static final Duration APART = Duration.ofMillis(2_900);

    private static AdminScene scene;
    private static LocalDiscord discord;

    @BeforeAll
    static void start() {
        scene = new AdminScene(database, home);
        discord = scene.discord;
        discord.clock().run(); // how far edits are apart is measured
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void oneMessageShowsHowFarItIsAndWhatCameOfIt() throws IOException {
        picture();
        scene.imports(scene.songs(14, 2));
        LocalMessage message = scene.reindexes(scene.office);
        int shown = scene.office.ofBot().size();
        assertThat(message.buttons()).containsExactly("Cancel");
        scene.untilLooking(message);
        assertThat(text(message)).containsPattern("looking for lyrics \\d+ of \\d+.*left\n▓");

        discord.until(() -> scene.office.ofBot().size() == shown + 2);

        assertThat(text(message)).startsWith("Reindex ").contains("2 songs", "the file tells which");
        assertThat(message.buttons()).isEmpty();
        UploadedFile csv = scene.office.ofBot().get(shown).files().getFirst();
        assertThat(csv.name()).endsWith("-troubles.csv");
        assertThat(csv.text()).contains("spotify_id,title,artist,stage,kind,reason", "Lost");
        assertThat(csv.text().lines()).hasSize(3);
        UploadedFile picture = scene.office.ofBot().get(shown + 1).files().getFirst();
        assertThat(picture.content().toByteArray()).isEqualTo(Files.readAllBytes(png()));
        assertThat(edits(message)).hasSizeGreaterThan(1);
        assertApart(edits(message));
        assertThat(scene.office.ofBot()).noneMatch(LocalMessage::pingsEveryone);
        Files.delete(png());
    }

    @Test
    void theButtonCancelsIt() {
        scene.imports(scene.songs(18, 0));
        LocalMessage message = scene.reindexes(scene.office);
        scene.untilLooking(message);

        LocalInteraction tap = scene.boss.in(scene.office).taps(message, "Cancel");
        discord.until(() -> !tap.answers().isEmpty());
        assertThat(tap.answer().isEphemeral()).isTrue();
        assertThat(text(tap.answer())).startsWith("The reindex ends");
        scene.until(message, "ancelled");

        String summary = text(message);
        String job = summary.replaceAll("(?s)^Reindex (\\d+).*", "$1");
        LocalInteraction late = scene.boss.in(scene.office).tapsCode(message, "a.0.admin.cancel." + job);
        discord.until(() -> !late.answers().isEmpty());
        assertThat(text(late.answer())).isEqualTo("That reindex is over.");
        assertThat(text(message)).isEqualTo(summary);
        assertThat(message.buttons()).isEmpty();
        assertThat(text(scene.uses("stats", Map.of()))).contains("Last reindex");
    }

    @Test
    void aSecondOneFollowsTheFirstAndTheCommandCancelsBoth() {
        scene.imports(scene.songs(40, 0));
        LocalMessage first = scene.reindexes(scene.office);
        LocalMessage second = scene.reindexes(scene.office);

        assertThat(text(second)).startsWith("A reindex that is not over");
        scene.until(first, "A newer message shows this reindex.");
        assertThat(first.buttons()).isEmpty();
        scene.untilLooking(second);
        assertThat(text(scene.uses("cancel", Map.of()))).isEqualTo("The reindex ends; the index stays as it is.");
        scene.until(second, "ancelled");
        assertThat(text(scene.uses("cancel", Map.of()))).isEqualTo("Nothing is under way here.");
    }

    @Test
    void theAnswerPointsToTheMessageThatStays() {
        scene.imports(scene.songs(1, 0));
        LocalInteraction used = scene.boss.in(scene.office).uses("reindex");

        assertThat(text(scene.answer(used))).matches("Reindex \\d+ is shown in a message of its own, .*");
        LocalMessage message = scene.office.ofBot().getLast();
        assertThat(message.repliesTo()).isEmpty();
        scene.uses("cancel", Map.of());
        discord.until(() -> message.buttons().isEmpty());
    }

    @Test
    void whatItWouldCostIsTold() {
        assertThat(text(scene.uses("reindex", Map.of("how", "dry")))).startsWith("songs to read: ");
    }

    private static List<Instant> edits(LocalMessage message) {
        return discord.calls(Route.EDIT).stream()
                .filter(call -> call.path().contains(Long.toString(message.id())))
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
