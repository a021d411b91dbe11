package org.emotitune.discord;

import java.io.IOException;
import java.util.Objects;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.emotitune.config.DiscordSettings;

/**
 * What Discord tells a bot that is about to connect.
 *
 * @param gateway where events come from
 * @param shards how many it recommends
 * @param concurrency how many may connect at the same time, within five seconds
 */
record Welcome(String gateway, int shards, int concurrency) {
    static final int UNAUTHORIZED = 401;

    /**
     * Asks once.
     *
     * @throws IOException where there is no answer, or none of Discord's; the message may stand in a log
     * @throws RejectedTokenException if Discord does not know the token
     */
    static Welcome of(DiscordSettings settings, OkHttpClient http) throws IOException {
        Request question = new Request.Builder()
                .url(settings.api() + "/gateway/bot")
                .header("Authorization", "Bot " + Objects.requireNonNull(settings.token()))
                .build();
        try (Response answer = http.newCall(question).execute()) {
            if (answer.code() == UNAUTHORIZED) {
                throw new RejectedTokenException();
            }
            if (!answer.isSuccessful()) {
                throw new IOException("it answers " + answer.code());
            }
            return read(answer.body().bytes());
        }
    }

    /** With the gateway that is set, where one is. */
    Welcome at(DiscordSettings settings) {
        return settings.gateway() == null
                ? this
                : new Welcome(settings.gateway().toString(), shards, concurrency);
    }

    private static Welcome read(byte[] answer) throws IOException {
        try {
            DataObject welcome = DataObject.fromJson(answer);
            return new Welcome(
                    welcome.getString("url"),
                    Math.max(1, welcome.getInt("shards")),
                    Math.max(1, welcome.getObject("session_start_limit").getInt("max_concurrency", 1)));
        } catch (ParsingException e) {
            throw new IOException("it does not answer as Discord does", e);
        }
    }
}
