package org.emotitune.telegram;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Upload;
import org.emotitune.telegram.testing.Voice;

/** Conversations to be read, in both languages, with people and with an admin. */
final class Scenes {
    private static final Duration QUIET = Duration.ofSeconds(2);
    /** The message that shows a job changes every three seconds at most. */
    private static final Duration WHILE_A_JOB_RUNS = Duration.ofSeconds(8);

    private static final int SONGS = 20_000;
    private static final long SEED = 20_240_219;

    private final LocalTelegram telegram;
    private final StringBuilder text = new StringBuilder();

    private Scenes(LocalTelegram telegram) {
        this.telegram = telegram;
    }

    /** Plays them. @return them in Markdown */
    static String of(LocalTelegram telegram, Person admin) {
        Scenes scenes = new Scenes(telegram);
        scenes.spanish();
        scenes.english();
        scenes.group();
        scenes.forum();
        scenes.inline();
        scenes.admin(admin);
        return scenes.text.toString();
    }

    private void spanish() {
        Person ana = telegram.person("Ana", "es");
        Voice voice = ana.privately();
        Scene scene = new Scene(telegram, "In Spanish", ana.chat(), QUIET);
        scene.says(voice, "/start");
        scene.says(voice, "me acaba de dejar mi novia y no paro de llorar");
        scene.taps("Ana", voice, "Más");
        scene.taps("Ana", voice, "👍 2");
        scene.taps("Ana", voice, "≈ 2");
        scene.says(voice, "mañana tengo el examen y estoy de los nervios, 3 canciones");
        scene.taps("Ana", voice, "Cálmame");
        scene.taps("Ana", voice, "No exactamente: siento…");
        scene.says(voice, "gracias");
        text.append(scene.end());
    }

    private void english() {
        Person ben = telegram.person("Ben", "en");
        Voice voice = ben.privately();
        Scene scene = new Scene(telegram, "In English", ben.chat(), QUIET);
        scene.says(voice, "/start sad-but-hopeful");
        scene.taps("Ben", voice, "👎 1");
        scene.taps("Ben", voice, "✅ 1");
        scene.says(voice, "I got the job!!! only in English please");
        scene.says(voice, "/language");
        scene.taps("Ben", voice, "Español");
        scene.says(voice, "/sos");
        scene.says(voice, "/forget");
        text.append(scene.end());
    }

    private void group() {
        Person carmen = telegram.person("Carmen", "es");
        Person dan = telegram.person("Dan", "en");
        LocalChat group = telegram.group("Piso 3", carmen);
        Scene scene = new Scene(telegram, "In a group", group, QUIET);
        Voice spanish = carmen.in(group);
        Voice english = dan.in(group);
        scene.does(() -> spanish.mentions("domingo de lluvia, manta y café, qué a gusto"));
        int page = group.answer().id();
        scene.does(() -> english.replies(page, "homesick again, I've been abroad for half a year"));
        scene.taps("Dan", english, "👍 1");
        scene.note("(People talk among themselves, which Telegram does not show the bot.)");
        scene.does(() -> english.says("/privacy@" + LocalTelegram.BOT_NAME));
        scene.does(() -> spanish.says("/sos"));
        text.append(scene.end());
    }

    private void forum() {
        Person eva = telegram.person("Eva", "es");
        LocalChat forum = telegram.forum("Coro del barrio", eva);
        Voice voice = eva.in(forum).inTopic(forum.topic("Ensayos"));
        Scene scene = new Scene(telegram, "In a topic of a forum", forum, QUIET);
        scene.does(() -> voice.mentions("mañana cantamos y tengo miedo escénico"));
        text.append(scene.end());
    }

    private void inline() {
        Person fer = telegram.person("Fer", "es");
        Person gil = telegram.person("Gil", "en");
        text.append("\n## In any other chat\n```text\n");
        typed(fer, "triste pero con esperanza");
        typed(gil, "so done with my boss rn");
        text.append("```\n");
    }

    private void typed(Person person, String words) {
        String query = person.asksInline(words);
        telegram.until(() -> person.inlineResults(query).isPresent());
        text.append("types: @%s %s%n".formatted(LocalTelegram.BOT_NAME, words));
        person.inlineResults(query).ifPresent(answer -> text.append(
                StreamSupport.stream(answer.path("results").spliterator(), false)
                        .map(one -> "  %s%n      %s"
                                .formatted(
                                        one.path("title").asText(),
                                        one.path("description").asText()))
                        .collect(Collectors.joining("\n", "", "\n\n"))));
    }

    private void admin(Person olga) {
        Person hugo = telegram.person("Hugo", "en");
        Scene refused = new Scene(telegram, "Somebody who is no admin", hugo.chat(), QUIET);
        refused.says(hugo.privately(), "/stats");
        text.append(refused.end());

        Voice voice = olga.privately();
        Scene scene = new Scene(telegram, "An admin", olga.chat(), WHILE_A_JOB_RUNS);
        scene.says(voice, "/stats");
        scene.does(() -> voice.sends(Upload.of("songs.csv", songs()), ""));
        scene.taps("Olga", voice, "Import");
        scene.taps("Olga", voice, "Reindex");
        scene.says(voice, "/stats");
        text.append(scene.end());
    }

    /** Songs made of what people say, so that reading them takes some seconds. */
    private static String songs() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> lines = List.of(
                "I miss you so much tonight and the rain keeps falling",
                "we dance until the morning and the whole street is alight",
                "no te vayas, que sin ti la casa está vacía",
                "hoy me levanto con ganas de vivir y de cantar",
                "they lied to my face and I will burn it all down",
                "slow river, old friend, take my troubles to the sea");
        return IntStream.range(0, SONGS)
                .mapToObj(i -> "Song %d,Nobody,%d,\"%s\""
                        .formatted(
                                i,
                                i % 101,
                                random.ints(12, 0, lines.size())
                                        .mapToObj(lines::get)
                                        .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n", "title,artist,popularity,lyrics\n", "\n"));
    }
}
