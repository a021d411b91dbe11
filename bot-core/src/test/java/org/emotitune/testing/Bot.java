package org.emotitune.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.EmotiTune;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Content;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongId;

/** The whole program on a test database, with people who talk to it. */
public final class Bot implements AutoCloseable {
    private final EmotiTune emotiTune;

    private Bot(EmotiTune emotiTune) {
        this.emotiTune = emotiTune;
    }

    /** Started with the starter catalog; the same home keeps the same keys. */
    public static Bot on(TestDatabase database, Path home, Clock clock) {
        Settings settings = new Settings(
                database.address(),
                home,
                true,
                Language.ENGLISH,
                null,
                Settings.Limits.DEFAULT,
                SourceSettings.DEFAULT,
                ReindexSettings.DEFAULT,
                LlmSettings.DEFAULT,
                TelegramSettings.DEFAULT,
                DiscordSettings.DEFAULT);
        return new Bot(EmotiTune.start(settings, Map.of(), clock, step -> {}));
    }

    public EmotiTune emotiTune() {
        return emotiTune;
    }

    public Reply say(String user, String text) {
        return say(user, "chat of " + user, text);
    }

    public Reply say(String user, String place, String text) {
        return send(user, place, new Text(text, Options.NONE));
    }

    public Reply tap(String user, Button button) {
        return tap(user, "chat of " + user, button.action());
    }

    public Reply tap(String user, String place, String action) {
        return send(user, place, new Tapped(action));
    }

    private Reply send(String user, String place, Content content) {
        Sender sender = new Sender(new Identity("test", user, place), Language.ENGLISH, null);
        return emotiTune.conversation().answer(new IncomingMessage(sender, content));
    }

    /** What somebody is answered of whom nothing is remembered. */
    public Reply ask(String text) {
        Sender nobody = new Sender(null, Language.ENGLISH, null);
        return emotiTune.conversation().answer(new IncomingMessage(nobody, new Text(text, Options.NONE)));
    }

    /** The songs of a page, in order; none of any other reply. */
    public static List<SongLine> songs(Reply reply) {
        return reply instanceof Reply.Songs page ? page.songs() : List.of();
    }

    public static List<SongId> ids(Reply reply) {
        return songs(reply).stream().map(line -> line.song().song().id()).toList();
    }

    /** Every button of a reply, those at songs first. */
    public static List<Button> buttons(Reply reply) {
        return Stream.concat(songs(reply).stream().flatMap(line -> line.buttons().stream()), reply.buttons().stream())
                .toList();
    }

    /** The one button with this label below a reply. */
    public static Button button(Reply reply, String label) {
        return reply.buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '%s' among %s".formatted(label, reply.buttons())));
    }

    @Override
    public void close() {
        emotiTune.close();
    }
}
