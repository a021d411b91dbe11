package org.emotitune.discord;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.emotitune.config.Settings;
import org.emotitune.discord.testing.LocalDiscord;
import org.slf4j.LoggerFactory;

/**
 * 3,000 interactions of 200 people while everything fails that can: prints what came of it. Exit code 1 where anything is
 * not as it should be.
 */
final class DiscordChaosReport {
    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 200;
    private static final double PER_SECOND = 50;
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final long SEED = 20_240_219;

    private DiscordChaosReport() {}

    /** @param arguments folder for the database; number of interactions */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        DiscordChaos.Size size = new DiscordChaos.Size(
                Integer.parseInt(arguments[1]), PEOPLE, AT_ONCE, PER_SECOND, AWAY, false, SEED);
        int status = 1;
        try (DiscordChaos chaos =
                new DiscordChaos(size, discord -> settings(home, discord), step -> System.err.println(step))) {
            ChaosFindings found = chaos.run();
            System.out.printf("%d people%n%s%n", size.people(), found);
            status = found.isWell() ? 0 : 1;
        } catch (RuntimeException | AssertionError e) {
            LoggerFactory.getLogger(DiscordChaosReport.class).error("It came to no end", e);
        }
        // The client's and the server's threads are not all daemons.
        System.exit(status);
    }

    private static Settings settings(Path home, LocalDiscord discord) {
        return Settings.of(environment(home, discord));
    }

    /** Of a bot that reads by itself, asks nobody about songs. */
    static Map<String, String> environment(Path home, LocalDiscord discord) {
        Map<String, String> environment = new HashMap<>();
        environment.put("EMOTITUNE_HOME", home.toString());
        environment.put("EMOTITUNE_MESSAGES_PER_5_MINUTES", "10000");
        environment.put("DISCORD_BOT_TOKEN", LocalDiscord.TOKEN);
        environment.put("DISCORD_API_URL", discord.api());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayAddress());
        environment.put("LRCLIB_URL", "off");
        environment.put("DEEZER_URL", "off");
        return environment;
    }
}
