package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.discord.AdminScene.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.ByteString;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Route;
import org.emotitune.discord.testing.UploadedFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs that admins attach to a command. */
@Timeout(180)
class AdminImportTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static AdminScene scene;
    private static LocalDiscord discord;
    private static int songs;

    @BeforeAll
    static void start() {
        scene = new AdminScene(database, home);
        discord = scene.discord;
    }

    @AfterEach
    void mend() {
        discord.faults().none();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void aCsvIsCountedAskedAboutAndImported() {
        int waiting = figure("Songs that wait to be read");
        UploadedFile file = UploadedFile.of("my_songs_*.csv", csv(3) + "Broken,Somebody,,,not a number\n");

        LocalMessage question = imports(file);
        assertThat(text(question))
                .startsWith("my_songs_*.csv: 4 rows, nothing is imported yet\n3 new, 0 changed, 0 unchanged, 1 refused")
                .contains("Row 4 is refused: ")
                .endsWith("Import?");
        assertThat(question.buttons()).containsExactly("Import", "No");
        assertThat(figure("Songs that wait to be read")).isEqualTo(waiting);

        LocalMessage done = scene.taps(question, "Import");
        assertThat(done.id()).isEqualTo(question.id());
        assertThat(text(done)).startsWith("my_songs_*.csv: 4 rows\n3 new, 0 changed, 0 unchanged, 1 refused");
        assertThat(done.buttons()).containsExactly("Reindex");
        assertThat(figure("Songs that wait to be read")).isEqualTo(waiting + 3);
        assertThat(text(imports(file))).endsWith("All of it is in the catalog: there is nothing to import.");
        reindexesFrom(done);
    }

    /** What was imported stays to be read. */
    private static void reindexesFrom(LocalMessage done) {
        String before = text(done);
        int shown = scene.office.ofBot().size();
        scene.boss.in(scene.office).taps(done, "Reindex");
        discord.until(
                () -> scene.office.ofBot().size() > shown && done.buttons().isEmpty());

        assertThat(text(done)).isEqualTo(before);
        LocalMessage job = scene.office.ofBot().get(shown);
        discord.until(() -> text(job).startsWith("Reindex 1:"));
        assertThat(job.buttons()).isEmpty();
        assertThat(figure("Songs that wait to be read")).isZero();
    }

    @Test
    void noMeansNo() {
        LocalMessage question = imports(UploadedFile.of("songs.csv", csv(2)));
        String before = stats();
        String code = question.json().at("/components/0/components/0/custom_id").asText();

        assertThat(text(scene.taps(question, "No"))).isEqualTo("Nothing was imported; the file is deleted.");
        assertThat(stats()).isEqualTo(before);
        LocalInteraction stale = scene.boss.in(scene.office).tapsCode(question, code);
        discord.until(() -> !stale.answers().isEmpty());
        assertThat(stale.answer().isEphemeral()).isTrue();
        assertThat(text(stale.answer())).startsWith("That file is gone");
        assertThat(text(question)).startsWith("Nothing was imported");
    }

    @Test
    void manyRefusalsComeInAFile() {
        int before = scene.office.ofBot().size();
        String rows = "Broken,Somebody,,,not a number\n".repeat(20);

        assertThat(text(imports(UploadedFile.of("songs.csv", csv(1) + rows)))).contains("20 refused");
        discord.until(() -> scene.office.ofBot().size() == before + 2);
        UploadedFile file = scene.office.ofBot().getLast().files().getFirst();
        assertThat(file.name()).isEqualTo("rows.txt");
        assertThat(file.text().lines()).hasSize(20);
    }

    @Test
    void whatIsTooBigIsNotEvenAskedFor() {
        int fetched = discord.calls(Route.DOWNLOAD).size();
        ByteString content = ByteString.encodeUtf8(csv(1));

        assertThat(text(imports(new UploadedFile("songs.csv", 300 << 20, "text/csv", content))))
                .isEqualTo("The file is too big: it has 300 MB, and I can fetch 100 MB at most. Send it in parts.");
        assertThat(text(imports(UploadedFile.of("songs.pdf", csv(1))))).startsWith("The name of the file must end in");
        assertThat(text(imports(UploadedFile.of("songs.csv", "")))).isEqualTo("The file is empty.");
        assertThat(discord.calls(Route.DOWNLOAD)).hasSize(fetched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage.csv", "garbage.json"})
    void whatIsNoListOfSongsIsRefused(String name) {
        byte[] bytes = new byte[4_000];
        new Random(6).nextBytes(bytes);
        LocalMessage answer = imports(UploadedFile.of(name, "text/plain", ByteString.of(bytes)));

        assertThat(text(answer)).contains(name).doesNotContain("Exception", "\0");
        assertThat(answer.buttons()).isEmpty();
    }

    @Test
    void aDownloadThatFailsIsTold() {
        discord.faults().next(Route.DOWNLOAD, Faults.status(503));

        assertThat(text(imports(UploadedFile.of("songs.csv", csv(1)))))
                .isEqualTo("songs.csv could not be fetched. Discord answered 503 when the file was fetched");
        assertThat(imports(UploadedFile.of("songs.csv", csv(1))).buttons()).contains("Import");
    }

    @Test
    void afterAQuarterOfAnHourItGoesOnInAMessageOfItsOwn() {
        discord.faults().next(Route.DOWNLOAD, Faults.slow(Duration.ofSeconds(1)));
        int before = scene.office.ofBot().size();
        LocalInteraction used =
                scene.boss.in(scene.office).uses("import", Map.of("file", UploadedFile.of("songs.csv", csv(2))));
        discord.until(used::isAnswered);
        discord.clock().advance(LocalInteraction.TO_ANSWER.plusSeconds(1));

        discord.until(() -> scene.office.ofBot().size() == before + 2);
        LocalMessage question = scene.office.ofBot().getLast();
        assertThat(text(used.answer())).startsWith("fetching");
        assertThat(text(question)).contains("2 new").endsWith("Import?");
        scene.boss.in(scene.office).taps(question, "Import");
        discord.until(() -> question.buttons().contains("Reindex"));
    }

    @Test
    void anAnswerThatIsDeletedComesAgain() {
        discord.faults().next(Route.EDIT_ANSWER, Faults.refused(404, 10_008, "Unknown Message"));
        int before = scene.office.ofBot().size();
        scene.boss.in(scene.office).uses("stats");

        discord.until(() -> scene.office.ofBot().size() == before + 2);
        assertThat(text(scene.office.ofBot().getLast())).startsWith("Songs that are searched");
    }

    @Test
    void whatCouldNotBeAcknowledgedIsNotDone() {
        discord.faults().next(Route.CALLBACK, Faults.refused(404, 10_062, "Unknown interaction"));
        int fetched = discord.calls(Route.DOWNLOAD).size();
        int answered = discord.calls(Route.CALLBACK).size();
        LocalInteraction lost =
                scene.boss.in(scene.office).uses("import", Map.of("file", UploadedFile.of("songs.csv", csv(1))));
        discord.until(() -> discord.calls(Route.CALLBACK).size() > answered); // else the next one may meet the fault
        LocalMessage after = imports(UploadedFile.of("songs.csv", csv(1)));

        assertThat(after.buttons()).contains("Import");
        assertThat(lost.isAnswered()).isFalse();
        assertThat(discord.calls(Route.DOWNLOAD)).hasSize(fetched + 1);
    }

    private static LocalMessage imports(UploadedFile file) {
        return scene.uses("import", Map.of("file", file));
    }

    private static String stats() {
        return text(scene.uses("stats", Map.of()));
    }

    private static int figure(String name) {
        List<String> lines =
                stats().lines().filter(each -> each.startsWith(name)).toList();
        return Integer.parseInt(lines.getFirst().replaceAll("\\D", ""));
    }

    private static String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "Made up %d,Nobody,\"the river sings alone, my heart is broken %d\",,\n"
                        .formatted(++songs, songs))
                .collect(Collectors.joining("", "title,artist,lyrics,isrc,popularity\n", ""));
    }
}
