package org.emotitune.discord.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the bot can ask of Discord over REST, as far as this Discord knows it. */
public enum Route {
    GATEWAY("GET", "/gateway"),
    GATEWAY_BOT("GET", "/gateway/bot"),
    SELF("GET", "/users/@me"),
    APPLICATION("GET", "/oauth2/applications/@me"),
    CURRENT_APPLICATION("GET", "/applications/@me"),
    COMMANDS("GET", "/applications/*/commands"),
    REGISTER_COMMANDS("PUT", "/applications/*/commands"),
    SERVER_COMMANDS("GET", "/applications/*/guilds/*/commands"),
    REGISTER_SERVER_COMMANDS("PUT", "/applications/*/guilds/*/commands"),
    /** The acknowledgement of an interaction. */
    CALLBACK("POST", "/interactions/*/*/callback"),
    FOLLOW_UP("POST", "/webhooks/*/*"),
    /** The first answer to an interaction, or a follow-up. */
    ANSWER("GET", "/webhooks/*/*/messages/*"),
    EDIT_ANSWER("PATCH", "/webhooks/*/*/messages/*"),
    DELETE_ANSWER("DELETE", "/webhooks/*/*/messages/*"),
    CHANNEL("GET", "/channels/*"),
    SEND("POST", "/channels/*/messages"),
    MESSAGES("GET", "/channels/*/messages"),
    MESSAGE("GET", "/channels/*/messages/*"),
    EDIT("PATCH", "/channels/*/messages/*"),
    DELETE("DELETE", "/channels/*/messages/*"),
    TYPING("POST", "/channels/*/typing"),
    OPEN_DIRECT("POST", "/users/@me/channels"),
    USER("GET", "/users/*"),
    SERVER("GET", "/guilds/*"),
    MEMBER("GET", "/guilds/*/members/*"),
    /** Of an attachment: no part of the API, and not asked for with the token. */
    DOWNLOAD("GET", "/attachments/*/*/*"),
    /** Whatever else was asked for. */
    UNKNOWN("", "");

    private final String method;
    private final Pattern path;

    Route(String method, String template) {
        this.method = method;
        this.path = Pattern.compile(Pattern.quote(template).replace("*", "\\E([^/]+)\\Q"));
    }

    /** A route and what stands for its stars. */
    record Found(Route route, List<String> parameters) {}

    /** @param path without "/api/v10" and without a query */
    static Found find(String method, String path) {
        return Arrays.stream(values())
                .filter(route -> route.method.equals(method))
                .flatMap(route -> route.match(path).stream())
                .findFirst()
                .orElseGet(() -> new Found(UNKNOWN, List.of()));
    }

    private Optional<Found> match(String asked) {
        Matcher matcher = path.matcher(asked);
        return matcher.matches() ? Optional.of(new Found(this, groups(matcher))) : Optional.empty();
    }

    private static List<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .toList();
    }
}
