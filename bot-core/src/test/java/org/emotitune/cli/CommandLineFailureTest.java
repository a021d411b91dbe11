package org.emotitune.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.cli.Program.Run;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is told in one sentence on standard error, with the right exit code and without secrets. */
class CommandLineFailureTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path directory = Path.of("");

    private static final String SECRET = "hunter2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recommend --limit 0",
                "recommend --limit 51",
                "recommend --limit many",
                "recommend --order random",
                "recommend --language fr",
                "recommend --nonsense",
                "nonsense",
                "chat --json",
                "migrate now"
            })
    void wrongUseIsExitCode2AndOneSentence(String arguments) throws IOException, InterruptedException {
        Run run = program().on(database.address()).run(new byte[0], arguments.split(" "));

        assertFailed(run, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ana:hunter2@127.0.0.1:1/none",
                "jdbc:postgresql://127.0.0.1:1/none?user=ana&password=hunter2",
                "postgres://ana:hunter2@no-such-host.invalid/none"
            })
    void anUnreachableServerIsExitCode1AndOneSentence(String url) throws IOException, InterruptedException {
        Run run = program().with("DATABASE_URL", url).run(new byte[0], "recommend", "hola");

        assertFailed(run, 1);
        assertThat(run.sentences().getFirst()).contains("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:hunter2@db/songs",
                "postgres://ana:hunter2@db:port/songs",
                "postgres://ana:hunter2%zz@db/songs",
                "hunter2"
            })
    void aWrongAddressIsExitCode2AndOneSentence(String url) throws IOException, InterruptedException {
        Run run = program().with("DATABASE_URL", url).run(new byte[0], "recommend", "hola");

        assertFailed(run, 2);
        assertThat(run.sentences().getFirst()).contains("DATABASE_URL");
    }

    @Test
    void aDatabaseThatIsNotThereIsExitCode1() throws IOException, InterruptedException {
        String url = database.address().jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/no_such_database");
        Run run = program()
                .on(new DatabaseAddress(
                        url, database.address().user(), database.address().password()))
                .run(new byte[0], "migrate");

        assertFailed(run, 1);
        assertThat(run.sentences().getFirst()).contains("does not exist");
    }

    @Test
    void allWrongSettingsAreToldTogether() throws IOException, InterruptedException {
        Run run = program()
                .with("DATABASE_URL", "mysql://ana:hunter2@db/songs")
                .with("EMOTITUNE_STARTER", "perhaps")
                .run(new byte[0], "chat");

        assertFailed(run, 2);
        assertThat(run.sentences().getFirst()).contains("DATABASE_URL", "EMOTITUNE_STARTER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            emotion/emotions.csv         | joy,nowhere
            emotion/themes.csv           | Break Up
            catalog/starter-catalog.json | {"name": broken
            embedded/expressions-es.txt  | = = =
            embedded/expressions-en.txt  | estoy roto
            """)
    void aFileBrokenByHandIsToldWithItsNameAndLine(String file, String line) throws Exception {
        Path resources = Files.createTempDirectory(directory, "resources");
        Path broken = resources.resolve("org/emotitune").resolve(file);
        Files.createDirectories(broken.getParent());
        List<String> lines = original(file);
        int number = lines.size() / 2;
        lines.add(number - 1, line);
        Files.write(broken, lines);

        Run run = program().withResources(resources).on(database.address()).run(new byte[0], "recommend", "hola");

        assertFailed(run, 1);
        assertThat(run.sentences().getFirst()).contains("%s, line %d".formatted(broken.getFileName(), number));
    }

    @Test
    void aHomeThatCannotBeWrittenIsExitCode1() throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(directory, "home", ""), "no directory");

        Run run = program().with("EMOTITUNE_HOME", file.toString()).run(new byte[0], "migrate");

        assertFailed(run, 1);
        assertThat(run.sentences().getFirst()).contains(file.toString());
    }

    @Test
    void debugShowsWhereAFailureComesFrom() throws IOException, InterruptedException {
        Run run = program()
                .with("DATABASE_URL", "postgres://ana:hunter2@127.0.0.1:1/none")
                .run(new byte[0], "--debug", "recommend", "hola");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.hasStackTrace()).isTrue();
        assertThat(run.all()).doesNotContain(SECRET);
    }

    private static void assertFailed(Run run, int exitCode) {
        assertThat(run.exitCode()).as(run.all()).isEqualTo(exitCode);
        assertThat(run.output()).as(run.all()).isEmpty();
        assertThat(run.sentences()).as(run.all()).hasSize(1);
        assertThat(run.hasStackTrace()).as(run.all()).isFalse();
        assertThat(run.all()).doesNotContain(SECRET);
    }

    private static List<String> original(String file) throws IOException {
        try (var stream = Main.class.getResourceAsStream("/org/emotitune/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return new ArrayList<>(
                    new String(stream.readAllBytes(), UTF_8).lines().toList());
        }
    }

    private static Program program() {
        return new Program(directory);
    }
}
