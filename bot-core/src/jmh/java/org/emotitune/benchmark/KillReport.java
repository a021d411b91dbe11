package org.emotitune.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.emotitune.db.EmbeddedPostgres;

/**
 * Kills a reindex at random moments (SIGKILL), again and again, and compares what is in the tables at the end with a run
 * that nobody disturbed. The real program, as processes; songs with made-up lyrics.
 */
final class KillReport {
    private static final String[] LINES = {
        "I cry alone in the dark tonight", "you broke my heart and walked away", "I miss you more than words can say",
        "we dance until the morning light", "I feel so happy when you smile", "there is hope behind the storm",
        "I am so angry at your lies", "I am afraid of losing you", "we are free and nothing can stop us",
        "estoy llorando por tu amor", "te echo de menos cada noche", "qué alegría volver a verte",
        "tengo miedo de la soledad", "bailamos hasta el amanecer", "me rompiste el corazón",
        "hoy empiezo una nueva vida", "estoy harto de tus mentiras", "la esperanza vuelve con el sol",
    };

    /** Everything that a run leaves, but for numbers that rise with each try and for times. */
    private static final Map<String, String> TABLES = tables();

    private KillReport() {}

    /** @param arguments directory to work in, number of songs, number of kills */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        int songs = Integer.parseInt(arguments[1]);
        int kills = Integer.parseInt(arguments[2]);
        Path file = Files.createDirectories(directory).resolve("songs.jsonl");
        write(file, songs);
        Map<String, String> undisturbed = run(directory.resolve("undisturbed"), file, 0);
        Map<String, String> disturbed = run(directory.resolve("disturbed"), file, kills);
        undisturbed.forEach((table, hash) -> System.out.printf(
                "%-10s %s %s%n", table, hash, hash.equals(disturbed.get(table)) ? "the same" : "DIFFERS"));
        if (!undisturbed.equals(disturbed)) {
            System.exit(1);
        }
    }

    private static void write(Path file, int songs) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (int song = 0; song < songs; song++) {
                List<String> lines = new ArrayList<>();
                for (int line = 0; line < 24; line++) {
                    lines.add(LINES[random.nextInt(LINES.length)]);
                }
                writer.write("""
                        {"name": "Made up %d", "artist": "Nobody %d", "popularity": %d, "lyrics": "%s"}
                        """.formatted(song, song % 500, random.nextInt(101), String.join("\\n", lines)));
            }
        }
    }

    private static Map<String, String> run(Path home, Path file, int kills)
            throws IOException, SQLException, InterruptedException {
        Files.createDirectories(home);
        Map<String, String> environment = System.getenv();
        try (EmbeddedPostgres server =
                EmbeddedPostgres.open(home, EmbeddedPostgres.defaultCache(environment), step -> {})) {
            program(home, "import", file.toString()).waitFor();
            SplittableRandom random = new SplittableRandom(kills);
            long start = System.nanoTime();
            int killed = 0;
            while (killed < kills) {
                Process process = program(home, "reindex");
                if (!process.waitFor(1_200 + random.nextInt(3_000), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    System.out.printf("killed %d: %s%n", ++killed, state(server));
                } else {
                    System.out.printf("done after %d kills: take more songs%n", killed);
                    break;
                }
            }
            int code = program(home, "reindex").waitFor();
            System.out.printf(
                    "%d kills, last run ended with %d, %d s in all; %s%n",
                    killed, code, Duration.ofNanos(System.nanoTime() - start).toSeconds(), state(server));
            return hashes(server);
        }
    }

    private static Process program(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                "bot-core/target/bot-core.jar:bot-core/target/lib/*",
                "org.emotitune.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("EMOTITUNE_HOME", home.toString());
        builder.environment().put("LRCLIB_URL", "off");
        builder.environment().put("DEEZER_URL", "off");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()));
        return builder.start();
    }

    private static String state(EmbeddedPostgres server) throws SQLException {
        return text(server, """
                SELECT coalesce((SELECT format('job %s %s, stage %s, %s of %s', id, state, stage, done, total)
                                   FROM reindex_job ORDER BY id DESC LIMIT 1), 'no job')
                    || format(', %s profiles, index of %s', (SELECT count(*) FROM profile WHERE job IS NOT NULL),
                              (SELECT songs FROM generation WHERE state = 'active'))
                """);
    }

    private static Map<String, String> hashes(EmbeddedPostgres server) throws SQLException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            hashes.put(
                    table.getKey(),
                    text(server, "SELECT count(*) || ' rows ' || md5(string_agg(line, E'\\n' ORDER BY line)) FROM (%s) t"
                            .formatted(table.getValue())));
        }
        return hashes;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("songs", "SELECT concat_ws('|', title, artist, language, popularity, origin) AS line FROM song");
        tables.put("lyrics", """
                SELECT concat_ws('|', match_key, state, source, hash, words, refused_by) AS line
                  FROM lyric JOIN song ON song.id = song_id""");
        tables.put("profiles", """
                SELECT concat_ws('|', match_key, source, lyric_hash, reader, vocabulary, terms::text) AS line
                  FROM profile JOIN song ON song.id = song_id""");
        tables.put("words", """
                SELECT concat_ws('|', match_key, kind, name, weight) AS line
                  FROM profile_word JOIN song ON song.id = song_id""");
        tables.put("index", """
                    SELECT concat_ws('|', match_key, v.profile, e.embedding::text) AS line
                      FROM indexed_profile v JOIN song ON song.id = v.song_id
                      JOIN (SELECT song_id, embedding FROM song_vector_a
                             WHERE 'a' = (SELECT slot FROM generation WHERE state = 'active')
                            UNION ALL
                            SELECT song_id, embedding FROM song_vector_b
                             WHERE 'b' = (SELECT slot FROM generation WHERE state = 'active')) e
                        ON e.song_id = v.song_id""");
        tables.put("generation", """
                SELECT concat_ws('|', state, space, songs, floor, median_popularity) AS line
                  FROM generation WHERE state = 'active'""");
        return tables;
    }

    private static String text(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.address().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
