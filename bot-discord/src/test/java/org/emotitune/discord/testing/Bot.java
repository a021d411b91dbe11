package org.emotitune.discord.testing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA as a bot has it, without a bot. */
final class Bot implements AutoCloseable {
    static final List<GatewayIntent> INTENTS = List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JDA jda;

    private Bot(JDA jda) {
        this.jda = jda;
    }

    /** Ready to hear. */
    static Bot start(LocalDiscord discord, Object... listeners) throws InterruptedException {
        return start(builder(discord, LocalDiscord.TOKEN, INTENTS).addEventListeners(listeners));
    }

    static Bot start(JDABuilder builder) throws InterruptedException {
        return new Bot(builder.build().awaitReady());
    }

    static JDABuilder builder(LocalDiscord discord, String token, List<GatewayIntent> intents) {
        return JDABuilder.createLight(token, EnumSet.copyOf(intents))
                .setRestConfig(new RestConfig().setBaseUrl(discord.api()))
                .setSessionController(sessions(discord))
                .setCompression(Compression.NONE);
    }

    static SessionController sessions(LocalDiscord discord) {
        return new SessionControllerAdapter() {
            @Override
            public String getGateway() {
                return discord.gatewayAddress();
            }
        };
    }

    JDA jda() {
        return jda;
    }

    @Override
    public void close() {
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(PATIENCE)) {
                jda.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
