package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Songs that admins send as files. */
@Timeout(180)
class AdminImportTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken("the river sings alone");

    @TempDir
    static Path home;

    private static final long MEGA = 1_000_000;

    private static final LocalTelegram telegram = new LocalTelegram();
    private static final Person boss = telegram.person("Boss", "en");
    private static final Person other = telegram.person("Other", "es");
    private static final LocalChat office = telegram.supergroup("Office", boss).administrators(other);
    private static final LocalChat news = telegram.channel("News", boss).administrators(other);
    private static RunningBot bot;
    private static int songs;

    @BeforeAll
    static void start() {
        bot = AdminSetup.empty(database, home).start(telegram, boss.id(), other.id(), office.id(), news.id());
    }

    @AfterAll
    static void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void aCsvIsCountedAskedAboutAndImported() {
        int waiting = waiting();
        Upload file = Upload.of("songs.csv", csv(3) + "Broken,Somebody,,,not a number\n");

        Shown question = sent(boss, file);
        assertThat(question.text())
                .startsWith("songs.csv: 4 rows, nothing is imported yet\n3 new, 0 changed, 0 unchanged, 1 refused")
                .contains("Row 4 is refused: ")
                .endsWith("Import?");
        assertThat(question.labels()).containsExactly("Import", "No");
        assertThat(waiting()).isEqualTo(waiting);

        Shown done = tapped(boss, question, "Import");
        assertThat(done.id()).isEqualTo(question.id());
        assertThat(done.text()).startsWith("songs.csv: 4 rows\n3 new, 0 changed, 0 unchanged, 1 refused");
        assertThat(done.labels()).containsExactly("Reindex");
        assertThat(waiting()).isEqualTo(waiting + 3);
        assertThat(sent(boss, file).text()).endsWith("All of it is in the catalog: there is nothing to import.");

        tapped(boss, done, "Reindex");
        telegram.until(() -> shown(boss.chat(), done.id()).text().startsWith("Reindex 1:"));
        assertThat(shown(boss.chat(), done.id()).labels()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void songsOfAJsonWithEmotionsAreSearchedAtOnce() {
        String json = """
                [{"name": "Sunrise %d", "artist": "Nobody", "emotions": {"joy": 0.9}, "themes": []},
                 {"name": "Sunset %d", "artist": "Nobody", "emotions": "sadness, longing"}]
                """.formatted(++songs, songs);
        int before = figure("Songs that are searched");

        Shown question = sent(boss, Upload.of("canciones de otoño.json", json));
        assertThat(question.text())
                .startsWith("canciones de otoño.json: 2 rows")
                .contains("2 with emotions");
        tapped(boss, question, "Import");

        assertThat(figure("Songs that are searched")).isEqualTo(before + 2);
    }

    @Test
    void noMeansNo() {
        Shown question = sent(boss, Upload.of("songs.csv", csv(2)));
        String before = stats();

        assertThat(tapped(boss, question, "No").text()).isEqualTo("Nothing was imported; the file is deleted.");
        assertThat(stats()).isEqualTo(before);
        String stale = boss.privately().tapsCode(question.id(), code(question));
        assertThat(passing(stale)).startsWith("That file is gone");
        assertThat(shown(boss.chat(), question.id()).text()).startsWith("Nothing was imported");
    }

    @Test
    void twoTapsImportOnce() {
        Shown question = sent(other, Upload.of("songs.csv", csv(200)));
        List<String> taps = List.of(
                other.privately().taps(question.id(), "Import"),
                other.privately().taps(question.id(), "Import"));
        telegram.until(() -> shown(other.chat(), question.id()).labels().contains("Reindex"));

        assertThat(taps).anyMatch(tap -> passing(tap).startsWith("That file is gone"));
        assertThat(shown(other.chat(), question.id()).text()).contains("200 new, 0 changed");
    }

    @Test
    void twoAdminsOfAGroupSeeTheSame() {
        int asked = boss.in(office).sends(Upload.of("songs.csv", csv(2)), "/import@" + LocalTelegram.BOT_NAME);
        Shown question = answerTo(office, asked);
        other.in(office).taps(question.id(), "Import");
        telegram.until(() -> shown(office, question.id()).labels().contains("Reindex"));
        String late = boss.in(office).tapsCode(question.id(), code(question));

        assertThat(passing(late)).startsWith("That file is gone");
        assertThat(shown(office, question.id()).text()).contains("2 new, 0 changed");
    }

    @Test
    void aChannelIsAskedAndItsAdministratorsAnswer() {
        int asked = news.posts().sends(Upload.of("songs.csv", csv(2)), "/import");
        Shown question = answerTo(news, asked);
        String tap = other.in(news).taps(question.id(), "Import");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());

        telegram.until(() -> shown(news, question.id()).labels().contains("Reindex"));
    }

    @Test
    void whatIsTooBigIsNotEvenAskedFor() {
        int fetched = telegram.calls("getFile").size();
        int asked = boss.privately().sends(Upload.of("songs.csv", csv(1)), 3_000 * MEGA, "");
        assertThat(answerTo(boss.chat(), asked).text()).startsWith("The file is too big: it has 2,862 MB");
        int named = boss.privately().sends(Upload.of("songs.pdf", csv(1)), "");
        assertThat(answerTo(boss.chat(), named).text()).startsWith("The name of the file must end in");
        int empty = boss.privately().sends(Upload.of("songs.csv", ""), "");
        assertThat(answerTo(boss.chat(), empty).text()).isEqualTo("The file is empty.");

        assertThat(telegram.calls("getFile")).hasSize(fetched);
    }

    @ParameterizedTest
    @CsvSource({"garbage.csv", "garbage.json"})
    void whatIsNoListOfSongsIsRefused(String name) {
        byte[] bytes = new byte[4_000];
        new Random(6).nextBytes(bytes);
        int asked = boss.privately().sends(new Upload(name, bytes), "");

        assertThat(settled(asked).text()).contains(name).doesNotContain("Exception", "\0");
        assertThat(settled(asked).labels()).isEmpty();
    }

    @Test
    void aDownloadThatFailsIsTold() {
        telegram.faults().next("getFile", Faults.status(404));
        int asked = boss.privately().sends(Upload.of("songs.csv", csv(1)), "");
        assertThat(settled(asked).text()).startsWith("songs.csv could not be fetched. Telegram ");
        telegram.faults().next("getFile", new Fault.Dropped(), Faults.tooMany(1));
        int again = boss.privately().sends(Upload.of("songs.csv", csv(1)), "");

        assertThat(settled(again).labels()).contains("Import");
    }

    /** Of the first button. */
    private static String code(Shown message) {
        return message.buttons().getFirst().getFirst().data();
    }

    /** What whoever tapped sees for a moment. */
    private static String passing(String tap) {
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        return telegram.tapAnswer(tap).orElseThrow().path("text").asText();
    }

    private static Shown settled(int asked) {
        telegram.until(() -> boss.chat().ofBot().stream()
                .anyMatch(shown -> shown.replyTo() == asked && !shown.text().contains("fetching")));
        return answerTo(boss.chat(), asked);
    }

    private static Shown sent(Person person, Upload file) {
        int asked = person.privately().sends(file, "");
        telegram.until(() -> person.chat().ofBot().stream()
                .anyMatch(shown -> shown.replyTo() == asked && shown.text().contains("rows")));
        return answerTo(person.chat(), asked);
    }

    private static Shown answerTo(LocalChat chat, int asked) {
        telegram.until(() -> chat.ofBot().stream()
                .anyMatch(shown -> shown.replyTo() == asked && !shown.text().contains("fetching")));
        return chat.ofBot().stream()
                .filter(shown -> shown.replyTo() == asked)
                .findFirst()
                .orElseThrow();
    }

    private static Shown tapped(Person person, Shown message, String label) {
        String tap = person.privately().taps(message.id(), label);
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        telegram.until(() -> {
            Shown now = shown(person.chat(), message.id());
            return !now.labels().contains(label)
                    && !now.text().startsWith("importing")
                    && !now.text().startsWith("building");
        });
        return shown(person.chat(), message.id());
    }

    private static Shown shown(LocalChat chat, int message) {
        return AdminScene.shown(chat, message);
    }

    private static String stats() {
        int asked = boss.says("/stats");
        return answerTo(boss.chat(), asked).text();
    }

    private static int waiting() {
        return figure("Songs that wait to be read");
    }

    private static int figure(String name) {
        String line = stats().lines()
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.replaceAll("\\D", ""));
    }

    private static String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "Made up %d,Nobody,\"the river sings alone, my heart is broken %d\",,\n"
                        .formatted(++songs, songs))
                .collect(Collectors.joining("", "title,artist,lyrics,isrc,popularity\n", ""));
    }
}
