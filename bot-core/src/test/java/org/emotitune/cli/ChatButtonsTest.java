package org.emotitune.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.emotitune.cli.Program.Run;
import org.emotitune.conversation.Texts;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Numbers for buttons, as a user types them, on a pipe. */
class ChatButtonsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    private Path directory = Path.of("");

    private Program program = new Program(directory);

    @BeforeEach
    void prepare() {
        program = new Program(directory).on(database.address());
    }

    @Test
    void aNumberTapsItsButtonHoweverItIsWrittenAndHoweverOldItIs() throws IOException, InterruptedException {
        Run run = chat("estoy muy triste", "16", "1", "[2]", " 001 ", "[3");

        List<String> songs = songs(run);
        assertThat(songs).as(run.all()).hasSize(15).doesNotHaveDuplicates();
        assertThat(run.output())
                .filteredOn(line -> line.contains("«"))
                .containsExactly(
                        text("vote.up", songs.getFirst()),
                        text("vote.down", songs.getFirst()),
                        text("vote.up", songs.getFirst()),
                        text("songs.like", songs.getFirst()));
    }

    @Test
    void aNumberWithoutAButtonIsToldInTheLanguageOfTheLastReply() throws IOException, InterruptedException {
        Run run = chat("7", "estoy muy triste", "0", "[999999]");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output())
                .contains(
                        Texts.in(Language.ENGLISH, "chat.no-number", "7"),
                        Texts.in(Language.SPANISH, "chat.no-number", "0"),
                        Texts.in(Language.SPANISH, "chat.no-number", "999999"));
    }

    @Test
    void whatIsNoNumberOfAButtonIsAMessage() throws IOException, InterruptedException {
        Run run = chat("1234567890", "-1", "1 2", "[]", "²");

        assertThat(run.output())
                .filteredOn(line -> line.equals(Texts.in(Language.ENGLISH, "question.unclear")))
                .hasSize(5);
    }

    @Test
    void anEchoRepeatsEveryMessageBeforeItsAnswerAndIsStrict() throws IOException, InterruptedException {
        program.with("EMOTITUNE_MESSAGES_PER_5_MINUTES", "2");

        Run run = run("hola\nquiero suicidarme\ngracias\nadiós\nquiero suicidarme\n", "chat", "--echo");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "> hola",
                        Texts.in(Language.SPANISH, "question.greeting"),
                        "> quiero suicidarme",
                        Texts.in(Language.SPANISH, "crisis.heard"),
                        "> gracias",
                        Texts.in(Language.SPANISH, "talk.thanks"),
                        "> adiós",
                        "> quiero suicidarme",
                        Texts.in(Language.SPANISH, "crisis.heard"))
                .doesNotContain(Texts.in(Language.SPANISH, "talk.farewell"));
    }

    @Test
    void withoutAnEchoAScriptIsHeldToNothing() throws IOException, InterruptedException {
        program.with("EMOTITUNE_MESSAGES_PER_5_MINUTES", "1");

        Run run = chat("gracias", "gracias", "gracias");

        assertThat(run.output())
                .filteredOn(line -> line.equals(Texts.in(Language.SPANISH, "talk.thanks")))
                .hasSize(3);
    }

    private Run chat(String... messages) throws IOException, InterruptedException {
        return run(String.join("\n", messages) + "\n", "chat");
    }

    private Run run(String input, String... arguments) throws IOException, InterruptedException {
        return program.run(input.getBytes(UTF_8), arguments);
    }

    /** Title and artist of every song, in order. */
    private static List<String> songs(Run run) {
        Pattern song = Pattern.compile("^ \\d\\. (.+ — .+?)(?: \\(\\d{4}\\))?$", Pattern.MULTILINE);
        return song.matcher(String.join("\n", run.output()))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(String key, String song) {
        String[] titleAndArtist = song.split(" — ");
        return Texts.in(
                Language.SPANISH, key, Texts.in(Language.SPANISH, "song.by", titleAndArtist[0], titleAndArtist[1]));
    }
}
