package org.emotitune.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.emotitune.config.Settings;
import org.emotitune.telegram.Chaos.Size;
import org.emotitune.telegram.testing.LocalTelegram;

/**
 * 5,000 updates of 300 chats at Telegram's published limits, while everything fails that can: prints what came of it, and
 * writes conversations that were held at its end, faults and all, to a file. Exit code 1 where anything is not as it
 * should be.
 */
final class ChaosReport {
    private static final Size WHOLE = new Size(5_000, 300, 22, Duration.ofSeconds(5), 200, 20_240_219);

    private ChaosReport() {}

    /** @param arguments folder for the database, file for the conversations; then the number of updates, if not 5,000 */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path transcript = Path.of(arguments[1]);
        Size size = arguments.length > 2 ? smaller(Integer.parseInt(arguments[2])) : WHOLE;
        StringBuilder scenes = new StringBuilder();
        ChaosFindings found;
        try (Chaos chaos =
                new Chaos(size, (api, admin) -> settings(home, api.toString(), admin), step -> System.err.println(step))) {
            found = chaos.run(telegram -> scenes.append(Scenes.of(telegram, chaos.admin())));
        }
        System.out.printf("%,d updates of %d chats%n%s%n", size.updates(), size.chats(), found);
        found.disordered().forEach(chat -> System.out.println(chat));
        Files.writeString(transcript, head(size) + scenes);
        // The client's and the server's threads are not all daemons.
        System.exit(found.isWell() ? 0 : 1);
    }

    private static Size smaller(int updates) {
        return new Size(updates, WHOLE.chats(), WHOLE.perSecond(), WHOLE.away(), WHOLE.phrases(), WHOLE.seed());
    }

    static Settings settings(Path home, String api, String admin) {
        Map<String, String> environment = new HashMap<>();
        environment.put("EMOTITUNE_HOME", home.toString());
        environment.put("EMOTITUNE_MESSAGES_PER_5_MINUTES", "10000");
        environment.put("TELEGRAM_BOT_TOKEN", LocalTelegram.TOKEN);
        environment.put("TELEGRAM_API_URL", api);
        environment.put("TELEGRAM_ADMINS", admin);
        environment.put("LRCLIB_URL", "off");
        environment.put("DEEZER_URL", "off");
        return Settings.of(environment);
    }

    private static String head(Size size) {
        return """
                <!-- Written by docs/benchmarks/run chaos: do not edit. -->

                What people see on Telegram: the real bot on the tests' local Bot API server, at the end of a run of %,d
                updates from %d chats, and while one call in twenty-five still fails. `[…]` is a button, `(to 4)` what a message
                quotes, `(changed)` a message that is shown anew in its place.
                """
                .formatted(size.updates(), size.chats());
    }
}
