package org.emotitune.discord;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.emotitune.config.Settings;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.UploadedFile;
import org.emotitune.discord.testing.Voice;
import org.slf4j.LoggerFactory;

/** Plays conversations with the whole bot on a local Discord, and prints them in Markdown: {@code docs/transcripts/record}. */
final class DiscordTranscript {
    private final LocalDiscord discord;
    private final SlowLyrics lyrics;
    private final PrintStream out;
    private final Person ana;
    private final Person ben;
    private final Person carla;
    private final Person olga;
    private final LocalServer server;
    private final LocalChannel music;
    private final LocalChannel office;

    private DiscordTranscript(LocalDiscord discord, SlowLyrics lyrics, PrintStream out) {
        this.discord = discord;
        this.lyrics = lyrics;
        this.out = out;
        ana = discord.person("Ana", "es-ES");
        ben = discord.person("Ben", "en-US");
        carla = discord.person("Carla", "es-419");
        olga = discord.person("Olga", "en-GB");
        server = discord.server("Piso 3", olga);
        List.of(ana, ben, carla).forEach(server::joins);
        music = server.channel("música");
        office = server.channel("office");
        office.denies(server.everyone(), Permission.VIEW_CHANNEL);
        office.allows(server.botRole(), Permission.VIEW_CHANNEL);
    }

    /** @param arguments a new folder for the database */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            write(Path.of(arguments[0]));
            status = 0;
        } catch (RuntimeException | AssertionError e) {
            LoggerFactory.getLogger(DiscordTranscript.class).error("It came to no end", e);
        }
        // The client's and the server's threads are not all daemons.
        System.exit(status);
    }

    private static void write(Path home) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (LocalDiscord discord = new LocalDiscord();
                SlowLyrics lyrics = SlowLyrics.held()) {
            DiscordTranscript transcript = new DiscordTranscript(discord, lyrics, out);
            RunningBot bot = RunningBot.on(settings(home, discord, lyrics), discord);
            TranscriptScene last = transcript.play();
            bot.close();
            out.print(last.end());
        }
    }

    private static final String HEAD = """

            What people see on Discord: the real bot on the tests' local Discord. `[…]` is a button, `<…>` a menu with its
            options, a box an embed with its colour. `(only for Ana)` marks what nobody else sees, `(changed)` a message that
            is shown anew in its place.
            """;

    private static Settings settings(Path home, LocalDiscord discord, SlowLyrics lyrics) {
        Map<String, String> environment = new HashMap<>();
        environment.put("EMOTITUNE_HOME", home.toString());
        environment.put("DISCORD_BOT_TOKEN", LocalDiscord.TOKEN);
        environment.put("DISCORD_API_URL", discord.api());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayAddress());
        environment.put("LRCLIB_URL", lyrics.address().toString());
        environment.put("DEEZER_URL", "off");
        return Settings.of(environment);
    }

    /** @return the last scene, which ends when the bot does */
    private TranscriptScene play() {
        out.print(HEAD);
        out.print(recommend());
        out.print(mention());
        out.print(danger());
        out.print(privacy());
        out.print(refusal());
        out.print(admin());
        return group();
    }

    private String recommend() {
        TranscriptScene scene = scene("Songs for a feeling", music);
        Voice voice = ana.in(music);
        LocalMessage page = scene.uses(
                        voice, "recommend", Map.of("feeling", "me acaba de dejar mi novia y no paro de llorar"))
                .answer();
        scene.taps(voice, page, "Más");
        scene.chooses(voice, page, "👍 · 2. Say Something");
        scene.note("(The page is Ana's: whoever else taps gets an answer of their own.)");
        scene.taps(ben.in(music), page, "Anímame");
        return scene.end();
    }

    private String mention() {
        TranscriptScene scene = scene("Mentioned, and on somebody's message", music);
        int before = music.ofBot().size();
        LocalMessage said = ben.in(music).mentions("I got the job!!! only two songs please");
        scene.until(() -> music.ofBot().size() > before);
        scene.usesOn(carla.in(music), said, "Songs for this message");
        return scene.end();
    }

    private String danger() {
        TranscriptScene scene = new TranscriptScene(
                discord, "Somebody may be in danger", List.of(music, carla.directChannel()), people());
        scene.uses(carla.in(music), "recommend", Map.of("feeling", "no quiero seguir viviendo"));
        LocalMessage unused = carla.in(music).mentions("me quiero morir");
        scene.until(() -> !carla.directChannel().ofBot().isEmpty());
        return scene.end();
    }

    private String privacy() {
        TranscriptScene scene = scene("What is kept of somebody", music);
        scene.uses(ana.in(music), "privacy", Map.of());
        scene.uses(ana.in(music), "export", Map.of());
        return scene.end();
    }

    private String refusal() {
        TranscriptScene scene = scene("An admin where everybody can read along", music);
        scene.uses(olga.in(music), "reindex", Map.of());
        return scene.end();
    }

    private String admin() {
        TranscriptScene scene = scene("An admin in a closed channel", office);
        Voice voice = olga.in(office);
        scene.note("Olga uses /import file:📎 songs.csv");
        LocalInteraction asked = voice.uses("import", Map.of("file", songs()));
        scene.until(() -> asked.isAnswered() && asked.answer().buttons().contains("Import"));
        LocalMessage question = asked.answer();
        scene.note("Olga taps [Import]");
        LocalInteraction imports = voice.taps(question, "Import");
        scene.until(() -> imports.isAcknowledged() && question.buttons().contains("Reindex"));
        int before = office.ofBot().size();
        scene.note("Olga taps [Reindex]");
        LocalInteraction reindexes = voice.taps(question, "Reindex");
        scene.until(() -> reindexes.isAcknowledged()
                && office.ofBot().size() > before
                && AdminScene.text(office.ofBot().get(before)).contains("looking for lyrics"));
        lyrics.release();
        scene.until(() -> office.ofBot().size() > before + 1);
        return scene.end();
    }

    private static UploadedFile songs() {
        return UploadedFile.of("songs.csv", """
                title,artist,duration_ms
                Song one,Nobody,200000
                Song two,Nobody,200000
                Lost song,Nobody,200000
                """);
    }

    private TranscriptScene group() {
        TranscriptScene scene = scene("Three people together", music);
        LocalMessage round = scene.uses(ana.in(music), "groupmood", Map.of()).answer();
        scene.taps(ana.in(music), round, round.buttons().get(0));
        scene.taps(ben.in(music), round, round.buttons().get(2));
        scene.taps(carla.in(music), round, round.buttons().get(5));
        scene.note("(The minute is over.)");
        return scene;
    }

    private TranscriptScene scene(String title, LocalChannel channel) {
        return new TranscriptScene(discord, title, List.of(channel), people());
    }

    private List<Person> people() {
        return List.of(ana, ben, carla, olga);
    }
}
