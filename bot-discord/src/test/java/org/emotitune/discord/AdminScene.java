package org.emotitune.discord;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.UploadedFile;

/** A bot that can be started again, its admin in a private channel, and songs of which nobody has heard. */
final class AdminScene implements AutoCloseable {
    final LocalDiscord discord = new LocalDiscord();
    final Person boss = discord.person("Boss", "en-US");
    final LocalServer server = discord.server("Company", boss);
    final LocalChannel office = closed("office");

    private final SlowLyrics lyrics = new SlowLyrics();
    private final AdminRig.Setup setup;
    private AdminRig bot;
    private int songs;

    AdminScene(TestDatabase database, Path home) {
        setup = new AdminRig.Setup(database, home, lyrics.address());
        bot = setup.start(discord);
    }

    /** A channel that not everybody sees. */
    LocalChannel closed(String name) {
        LocalChannel channel = server.channel(name);
        channel.denies(server.everyone(), Permission.VIEW_CHANNEL);
        channel.allows(server.botRole(), Permission.VIEW_CHANNEL);
        return channel;
    }

    SlowLyrics lyrics() {
        return lyrics;
    }

    AdminRig bot() {
        return bot;
    }

    void stop() {
        bot.close();
    }

    void start() {
        bot = setup.start(discord);
    }

    /** @return the first answer that is more than the beginning */
    LocalMessage answer(LocalInteraction used) {
        discord.until(() -> used.isAnswered() && !isUnderWay(text(used.answer())));
        return used.answer();
    }

    private static boolean isUnderWay(String text) {
        return text.startsWith("fetching")
                || text.startsWith("checking")
                || text.startsWith("importing")
                || text.startsWith("building");
    }

    /** What admins read, without the code around it. */
    static String text(LocalMessage message) {
        return message.embeds().isEmpty()
                ? message.content()
                : message.embeds().getFirst().path("description").asText().replaceAll("^```\n|\n```$", "");
    }

    LocalMessage uses(String command, Map<String, ?> options) {
        return answer(boss.in(office).uses(command, options));
    }

    /** A button whose message tells what came of it. */
    LocalMessage taps(LocalMessage message, String label) {
        LocalInteraction tapped = boss.in(office).taps(message, label);
        discord.until(() -> tapped.isAnswered() && !isUnderWay(text(message)));
        return message;
    }

    /** Songs without words, so that a reindex has to look for them: three a second at most. */
    UploadedFile songs(int found, int lost) {
        String rows = IntStream.range(0, found + lost)
                .mapToObj(i -> "%s %d,Nobody %d,200000".formatted(i < found ? "Song" : "Lost", ++songs, songs))
                .collect(Collectors.joining("\n"));
        return UploadedFile.of("songs.csv", "title,artist,duration_ms\n" + rows + "\n");
    }

    void imports(UploadedFile file) {
        LocalMessage question = uses("import", Map.of("file", file));
        taps(question, "Import");
        discord.until(() -> question.buttons().contains("Reindex"));
    }

    /** @return the message that shows it */
    LocalMessage reindexes(LocalChannel channel) {
        int before = channel.ofBot().size();
        LocalMessage answer = answer(boss.in(channel).uses("reindex"));
        discord.until(() -> channel.ofBot().size() > before + 1);
        return channel.ofBot().stream()
                .skip(before)
                .filter(message -> message.id() != answer.id())
                .findFirst()
                .orElseThrow();
    }

    /** Its progress is shown by an edit. */
    void untilLooking(LocalMessage message) {
        discord.until(() -> message.edits() > 0 && text(message).contains("looking for lyrics"));
    }

    void until(LocalMessage message, String part) {
        discord.until(() -> text(message).contains(part));
    }

    @Override
    public void close() {
        bot.close();
        discord.close();
        lyrics.close();
    }
}
