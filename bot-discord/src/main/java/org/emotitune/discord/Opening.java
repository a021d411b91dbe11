package org.emotitune.discord;

import com.neovisionaries.ws.client.WebSocketFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.Compression;
import okhttp3.OkHttpClient;
import org.emotitune.config.DiscordSettings;
import org.emotitune.discord.Connection.Parts;
import org.emotitune.discord.Connection.Watcher;
import org.emotitune.log.Secrets;

/** How a connection begins. */
final class Opening {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    /** With everything that is uploaded: some megabytes, of admins. */
    private static final Duration A_CALL = Duration.ofSeconds(60);
    /** JDA takes no less. */
    private static final int LONGEST_PAUSE_SECONDS = 32;

    private final DiscordSettings settings;
    private final String token;
    private final EventListener listener;
    private final Patience patience;
    private final Clock clock;
    private final Outage outage;

    Opening(DiscordSettings settings, EventListener listener, Patience patience, Clock clock) {
        this.settings = settings;
        this.token = Objects.requireNonNull(settings.token());
        this.listener = listener;
        this.patience = patience;
        this.clock = clock;
        this.outage = new Outage("Discord can be reached again", clock);
        Secrets.hide(token);
        // Else each call carries a stack trace, for the case that it fails.
        RestAction.setPassContext(false);
    }

    /** Tries until it succeeds; tells once that it does not. */
    Connection insist() throws InterruptedException {
        OkHttpClient http = http();
        try {
            for (int failures = 1; ; failures++) {
                try {
                    Connection connection = connect(http);
                    outage.well();
                    return connection;
                } catch (IOException e) {
                    outage.failed("Discord cannot be reached (%s)".formatted(words(e)));
                }
                Thread.sleep(patience.pause(failures, new Random()));
            }
        } catch (RuntimeException | Error | InterruptedException e) {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
            throw e;
        }
    }

    private static String words(IOException failure) {
        // Ours are sentences; a library's may name anything.
        return failure.getClass() == IOException.class && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }

    private static OkHttpClient http() {
        return new OkHttpClient.Builder()
                // By itself it would make a call again without telling whoever counts how often it was made.
                .retryOnConnectionFailure(false)
                .addInterceptor(new Repetition())
                .addInterceptor(new Acknowledgements())
                .connectTimeout(TO_CONNECT)
                .readTimeout(TO_ANSWER)
                .writeTimeout(TO_ANSWER)
                .callTimeout(A_CALL)
                // The token goes nowhere else.
                .followRedirects(false)
                .build();
    }

    private Connection connect(OkHttpClient http) throws IOException, InterruptedException {
        Welcome welcome = Welcome.of(settings, http).at(settings);
        Pools pools = Pools.open();
        Sessions sessions = new Sessions(welcome);
        Watcher watcher = new Watcher(
                new GatewayWatch(patience.quiet(), pools.timers(), clock),
                new CompletableFuture<>(),
                sessions,
                settings.gateway() != null);
        Parts parts = new Parts(http, pools, new Underway(), sessions, new Events(listener, watcher));
        try {
            return new Connection(parts, builder(parts, welcome).build(), watcher);
        } catch (ErrorResponseException | ParsingException e) {
            Closing.parts(parts);
            throw failure(e);
        } catch (InvalidTokenException e) {
            Closing.parts(parts);
            throw new RejectedTokenException();
        }
    }

    /** JDA asks who the bot is before it connects. */
    private static IOException failure(RuntimeException failure) {
        if (failure instanceof ErrorResponseException answered) {
            int status = answered.getResponse().code;
            if (status == Welcome.UNAUTHORIZED) {
                throw new RejectedTokenException();
            }
            return answered.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("it answers " + status, failure);
        }
        return new IOException("it does not answer as Discord does", failure);
    }

    /**
     * With little memory: of channels, roles and servers what Discord tells, of members the bot itself. Others come with
     * their messages and interactions; roles' overwrites of channels are always there, and those of members are not asked
     * for.
     */
    private DefaultShardManagerBuilder builder(Parts parts, Welcome welcome) {
        return DefaultShardManagerBuilder.createLight(token, intents())
                .setHttpClient(parts.http())
                .setRestConfig(new RestConfig()
                        .setBaseUrl(settings.api() + "/")
                        .setRateLimiterFactory(parts.underway()::limiter))
                .setRequestTimeoutRetry(false)
                .setSessionController(parts.sessions())
                .setShardsTotal(settings.shards() == 0 ? welcome.shards() : settings.shards())
                .setWebsocketFactory(new WebSocketFactory().setConnectionTimeout((int) TO_CONNECT.toMillis()))
                .setCompression(settings.gateway() == null ? Compression.ZLIB : Compression.NONE)
                .setMaxReconnectDelay(LONGEST_PAUSE_SECONDS)
                .setEventManagerProvider(shard -> parts.events())
                .setRateLimitScheduler(parts.pools().timers(), false)
                .setRateLimitElastic(parts.pools().calls(), false)
                .setCallbackPool(parts.pools().callbacks(), false)
                .setGatewayPool(parts.pools().gateway(), false)
                .setThreadFactory(
                        Thread.ofPlatform().daemon().name("discord-shards").factory())
                .setEnableShutdownHook(false);
    }

    private List<GatewayIntent> intents() {
        List<GatewayIntent> intents =
                new ArrayList<>(List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES));
        if (settings.messageContent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }
}
