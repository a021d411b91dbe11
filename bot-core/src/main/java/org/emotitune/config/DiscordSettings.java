package org.emotitune.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bot reaches Discord.
 *
 * @param token of the application's bot; null where none is set; in no log
 * @param api where REST calls go, with the version and without a slash at its end: a proxy, or Discord itself
 * @param gateway where events come from, without a slash at its end; null for the one that Discord names
 * @param shards how many connections share the servers; 0 for as many as Discord recommends
 * @param messageContent whether the bot may ask for the text of ordinary messages, which needs the privileged intent
 */
public record DiscordSettings(
        @Nullable String token, URI api, @Nullable URI gateway, int shards, boolean messageContent) {
    private static final String TOKEN = "DISCORD_BOT_TOKEN";
    private static final String API = "DISCORD_API_URL";
    private static final String GATEWAY = "DISCORD_GATEWAY_URL";
    private static final String SHARDS = "DISCORD_SHARDS";

    private static final String USUAL_API = "https://discord.com/api/v10";
    private static final Pattern TOKENS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_SHARDS = 1_000;

    /** Where nothing is set. */
    public static final DiscordSettings DEFAULT = of(new Variables(Map.of()));

    static DiscordSettings of(Variables variables) {
        return new DiscordSettings(
                token(variables),
                api(variables),
                gateway(variables),
                shards(variables),
                variables.choice("DISCORD_MESSAGE_CONTENT", "off", "on") == 1);
    }

    /** A wrong value is told without the value: it may be the right one with a slip of the keyboard in it. */
    private static @Nullable String token(Variables variables) {
        String value = variables.textOrNull(TOKEN);
        if (value != null && !TOKENS.matcher(value).matches()) {
            variables.problem(TOKEN + " is no token of a bot: those are three parts of letters, digits, - and _,"
                    + " with a dot between them, from the page \"Bot\" of the developer portal");
            return null;
        }
        return value;
    }

    private static URI api(Variables variables) {
        URI address = address(variables.text(API), List.of("http", "https"));
        if (address == null && !variables.text(API).isEmpty()) {
            tell(variables, API, USUAL_API);
        }
        return address == null ? URI.create(USUAL_API) : address;
    }

    private static @Nullable URI gateway(Variables variables) {
        URI address = address(variables.text(GATEWAY), List.of("ws", "wss"));
        if (address == null && !variables.text(GATEWAY).isEmpty()) {
            tell(variables, GATEWAY, "wss://gateway.discord.gg");
        }
        return address;
    }

    /** Without the value: whoever adds a user to it adds a password, and some paste the token into the wrong line. */
    private static void tell(Variables variables, String name, String example) {
        variables.problem("%s is an address such as %s: without a user or a query".formatted(name, example));
    }

    /** @return null for what is none, or has parts that JDA cannot carry over to what it asks for */
    private static @Nullable URI address(String value, List<String> schemes) {
        try {
            URI address = URI.create(value.replaceAll("/+$", ""));
            boolean fits = schemes.contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getPort() <= HIGHEST_PORT;
            return fits ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int shards(Variables variables) {
        return variables.text(SHARDS).equalsIgnoreCase("auto") ? 0 : variables.number(SHARDS, 0, 1, MOST_SHARDS);
    }

    @Override
    public String toString() {
        return "DiscordSettings[%s, %s, %d, %b]".formatted(api, gateway, shards, messageContent);
    }
}
