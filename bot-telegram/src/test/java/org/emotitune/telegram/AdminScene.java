package org.emotitune.telegram;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Upload;
import org.emotitune.telegram.testing.Voice;

/** A bot that can be started again, its admin, and songs of which nobody has heard. */
final class AdminScene implements AutoCloseable {
    final LocalTelegram telegram = new LocalTelegram();
    final Person boss = telegram.person("Boss", "en");
    /** A small group, so that it can become a supergroup. */
    final LocalChat office = telegram.group("Office", boss);

    private final SlowLyrics lyrics = new SlowLyrics();
    private final AdminSetup setup;
    private RunningBot bot;
    private int songs;

    AdminScene(TestDatabase database, Path home) {
        setup = AdminSetup.empty(database, home).asking(lyrics.address());
        bot = started();
    }

    private RunningBot started() {
        return setup.start(telegram, boss.id(), office.id());
    }

    SlowLyrics lyrics() {
        return lyrics;
    }

    void stop() {
        bot.close();
    }

    void restart() {
        bot.close();
        bot = started();
    }

    /** Songs without words, so that a reindex has to look for them: three a second at most. */
    Upload songs(int found, int lost) {
        String rows = IntStream.range(0, found + lost)
                .mapToObj(i -> "%s %d,Nobody %d,200000".formatted(i < found ? "Song" : "Lost", ++songs, songs))
                .collect(Collectors.joining("\n"));
        return Upload.of("songs.csv", "title,artist,duration_ms\n" + rows + "\n");
    }

    void imports(Upload file) {
        int before = boss.chat().ofBot().size();
        boss.privately().sends(file, "");
        telegram.until(() -> boss.chat().ofBot().size() > before
                && boss.chat().answer().labels().contains("Import"));
        int question = boss.chat().answer().id();
        boss.taps("Import");
        telegram.until(() -> shown(boss.chat(), question).labels().contains("Reindex"));
    }

    /** @return the message that shows it */
    int reindexes(Voice voice, LocalChat chat) {
        int asked = voice.says("/reindex");
        telegram.until(() -> chat.ofBot().stream().anyMatch(shown -> shown.replyTo() == asked));
        return chat.ofBot().stream()
                .filter(shown -> shown.replyTo() == asked)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Looked for in all, with a new message. */
    void untilLooking(LocalChat chat, int message) {
        int edits = shown(chat, message).edits();
        telegram.until(() -> shown(chat, message).edits() > edits
                && shown(chat, message).text().contains("looking for lyrics"));
    }

    static Shown shown(LocalChat chat, int message) {
        return chat.ofBot().stream()
                .filter(shown -> shown.id() == message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message " + message + " in:\n" + chat.transcript()));
    }

    @Override
    public void close() {
        bot.close();
        telegram.close();
        lyrics.close();
    }
}
