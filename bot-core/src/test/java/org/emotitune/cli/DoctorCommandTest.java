package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.emotitune.cli.Program.Run;
import org.emotitune.db.TestDatabase;
import org.emotitune.doctor.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A line for each finding, and an exit code that tells whether anything failed. */
class DoctorCommandTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path directory = Path.of("");

    private static final String SECRET = "hunter2";
    private static final String NONE = "ok       language model: none set; messages and songs are read by the built-in"
            + " readers, which are weaker -> set OPENAI_API_KEY or OPENAI_BASE_URL";

    @Test
    void aFindingIsALineWithItsFix() {
        assertThat(DoctorCommand.line(Finding.ok("budget", "5 of 10 tokens used today")))
                .isEqualTo("ok       budget: 5 of 10 tokens used today");
        assertThat(DoctorCommand.line(Finding.warning("clock", "is late", "set it")))
                .isEqualTo("warning  clock: is late -> set it");
        assertThat(DoctorCommand.line(Finding.failed("disk", "is full", "buy one")))
                .isEqualTo("failed   disk: is full -> buy one");
    }

    @Test
    void withoutALanguageModelAllIsWell() throws IOException, InterruptedException {
        Run run = program().on(database.address()).run(new byte[0], "doctor");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output()).hasSize(2).last().isEqualTo(NONE);
        assertThat(run.output().getFirst()).startsWith("ok       database: opens, its schema is at version ");
    }

    @Test
    void aDatabaseThatCannotBeOpenedKeepsNothingElseFromBeingChecked() throws IOException, InterruptedException {
        Run run = program()
                .with("DATABASE_URL", "postgres://ana:hunter2@127.0.0.1:1/none")
                .run(new byte[0], "doctor");

        assertThat(run.exitCode()).as(run.all()).isEqualTo(1);
        assertThat(run.output()).hasSize(2).last().isEqualTo(NONE);
        assertThat(run.output().getFirst())
                .startsWith("failed   database: ")
                .contains("cannot be reached")
                .contains(" -> check DATABASE_URL");
        assertThat(run.hasStackTrace()).as(run.all()).isFalse();
        assertThat(run.all()).doesNotContain(SECRET);
    }

    @Test
    void aServerThatIsNotThereIsAFailureAndNoSecretIsTold() throws IOException, InterruptedException {
        Run run = program()
                .on(database.address())
                .with("OPENAI_API_KEY", "sk-hunter2")
                .with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
                .run(new byte[0], "doctor");

        assertThat(run.exitCode()).as(run.all()).isEqualTo(1);
        assertThat(run.output())
                .contains("failed   language model: the server cannot be reached (http://127.0.0.1:1/v1/models)"
                        + " -> start the server, or set OPENAI_BASE_URL to where it is");
        assertThat(run.all()).doesNotContain(SECRET);
    }

    private static Program program() {
        return new Program(directory).with("OPENAI_API_KEY", "").with("OPENAI_BASE_URL", "");
    }
}
