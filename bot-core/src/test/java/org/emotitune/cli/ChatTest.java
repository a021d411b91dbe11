package org.emotitune.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.emotitune.cli.Program.Run;
import org.emotitune.conversation.Texts;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The other commands as a user runs them, on a pipe. */
class ChatTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path directory = Path.of("");

    @Test
    void aConversationOnAPipeEndsWithItsInput() throws IOException, InterruptedException {
        Run run = run("me acaba de dejar mi novio y no paro de llorar\n\nI got the job!!!\nquiero suicidarme", "chat");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.hasStackTrace()).as(run.all()).isFalse();
        assertThat(run.output())
                .containsSubsequence(
                        Texts.in(Language.SPANISH, "songs.intro"),
                        Texts.in(Language.SPANISH, "question.empty"),
                        Texts.in(Language.ENGLISH, "songs.intro"),
                        Texts.in(Language.SPANISH, "crisis.heard"))
                .noneMatch(line -> line.startsWith("> "))
                .doesNotContain(Texts.in(Language.ENGLISH, "chat.welcome"), Texts.in(Language.ENGLISH, "chat.bye"));
    }

    @Test
    void withoutACommandItChats() throws IOException, InterruptedException {
        Run run = run("estoy muy triste\n");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output()).contains(Texts.in(Language.SPANISH, "songs.intro"));
    }

    @Test
    void withoutTheStarterCatalogThereAreNoSongs() throws IOException, InterruptedException {
        Run run = new Program(directory)
                .on(database.address())
                .with("EMOTITUNE_STARTER", "off")
                .run("estoy muy triste".getBytes(UTF_8), "chat");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output()).contains(Texts.in(Language.SPANISH, "nothing.empty"));
    }

    @Test
    void anEmptyInputIsNoFailure() throws IOException, InterruptedException {
        Run run = run("", "chat");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output()).isEmpty();
    }

    @Test
    void migratingTwiceIsTheSameAsOnce() throws IOException, InterruptedException {
        Run first = run("", "migrate");
        Run second = run("", "migrate");

        assertThat(first.exitCode()).as(first.all()).isZero();
        assertThat(second.exitCode()).as(second.all()).isZero();
        assertThat(second.output()).singleElement().asString().contains("up to date");
    }

    @Test
    void helpNamesTheCommands() throws IOException, InterruptedException {
        Run run = run("", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.output())).contains("chat", "recommend", "migrate");
    }

    private static Run run(String input, String... arguments) throws IOException, InterruptedException {
        return new Program(directory).on(database.address()).run(input.getBytes(UTF_8), arguments);
    }
}
