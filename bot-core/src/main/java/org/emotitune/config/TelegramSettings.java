package org.emotitune.config;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Telegram is reached. Who its admins are is in {@link ReindexSettings}.
 *
 * @param token null where there is none; in no log, whoever prints the record
 * @param api address of the Bot API: scheme, host, port, no path
 * @param webhook null where updates are polled for
 */
public record TelegramSettings(
        @Nullable String token, URI api, @Nullable Webhook webhook) {
    /** Where nothing is set. */
    public static final TelegramSettings DEFAULT = of(new Variables(Map.of()));

    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
    private static final String API = "TELEGRAM_API_URL";
    private static final String WEBHOOK = "TELEGRAM_WEBHOOK_URL";
    private static final String SECRET = "TELEGRAM_WEBHOOK_SECRET";
    private static final String PORT = "TELEGRAM_WEBHOOK_PORT";

    private static final String USUAL_API = "https://api.telegram.org";
    private static final int USUAL_PORT = 8443;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Where Telegram sends updates to.
     *
     * @param address as Telegram reaches it: https, with any path
     * @param secret 1 to 256 of A-Z, a-z, 0-9, _ and -; null for a new one at each start; in no log
     * @param port on this machine, for the proxy that ends TLS; 0 for any
     */
    public record Webhook(URI address, @Nullable String secret, int port) {
        /** Shows no path: some take one that nobody can guess. */
        @Override
        public String toString() {
            return "Webhook[%s, %d]".formatted(address.getHost(), port);
        }
    }

    static TelegramSettings of(Variables variables) {
        return new TelegramSettings(token(variables), api(variables), webhook(variables));
    }

    /** A wrong value is told without the value: it may be the right one with a slip of the keyboard in it. */
    private static @Nullable String token(Variables variables) {
        return matching(
                variables,
                TOKEN,
                "[0-9]+:[A-Za-z0-9_-]+",
                "is no token of BotFather's: those are a number, a colon, and letters, digits, - and _");
    }

    private static @Nullable String matching(Variables variables, String name, String shape, String problem) {
        String value = variables.textOrNull(name);
        if (value != null && !Pattern.matches(shape, value)) {
            variables.problem(name + " " + problem);
            return null;
        }
        return value;
    }

    private static URI api(Variables variables) {
        URI address = variables.address(API, USUAL_API);
        if (!isHostAlone(address)) {
            variables.problem(API + " is a scheme, a host and, if need be, a port, such as http://localhost:8081:"
                    + " without a user, a path or a query");
            return URI.create(USUAL_API);
        }
        return address;
    }

    /** The library that asks Telegram has no place for more. */
    private static boolean isHostAlone(URI address) {
        return address.getRawPath().isEmpty()
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getPort() <= HIGHEST_PORT;
    }

    private static @Nullable Webhook webhook(Variables variables) {
        URI address = webhookAddress(variables);
        String secret =
                matching(variables, SECRET, "[A-Za-z0-9_-]{1,256}", "is 1 to 256 of A-Z, a-z, 0-9, '_' and '-'");
        int port = variables.number(PORT, USUAL_PORT, 0, HIGHEST_PORT);
        if (variables.text(WEBHOOK).isEmpty()) {
            needsAnAddress(variables, SECRET);
            needsAnAddress(variables, PORT);
        }
        return address == null ? null : new Webhook(address, secret, port);
    }

    private static void needsAnAddress(Variables variables, String name) {
        if (!variables.text(name).isEmpty()) {
            variables.problem("%s is for a webhook, and %s is not set".formatted(name, WEBHOOK));
        }
    }

    /** As it stands, with a slash at its end, too: a proxy may make a difference. */
    private static @Nullable URI webhookAddress(Variables variables) {
        String value = variables.text(WEBHOOK);
        try {
            URI address = URI.create(value);
            if (value.isEmpty() || isReachable(address)) {
                return value.isEmpty() ? null : address;
            }
        } catch (IllegalArgumentException e) {
            // told below, as for an address of another kind
        }
        variables.problem(WEBHOOK + " is an address such as https://bot.example.org/telegram, without a user");
        return null;
    }

    private static boolean isReachable(URI address) {
        return Objects.equals(address.getScheme(), "https")
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.getPort() <= HIGHEST_PORT;
    }

    @Override
    public String toString() {
        return "TelegramSettings[%s, %s]".formatted(api, webhook);
    }
}
