package org.emotitune.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalServer.Request;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the part of Spotify's API that signing in and reading a playlist need: accounts and Web API at one address.
 * Everybody who follows the link of a sign-in agrees. A refresh token works once, as Spotify's do with PKCE. Thread-safe.
 */
public final class LocalSpotify implements AutoCloseable {
    public static final String CLIENT_ID = "app-of-the-operator";

    private final LocalServer server = new LocalServer();
    /** Code to the query of its sign-in. */
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    private final Set<String> accessTokens = new HashSet<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Queue<Reply> troubles = new ArrayDeque<>();
    private int made;

    public LocalSpotify() {
        server.answer("/authorize", this::authorize);
        server.answer("/api/token", this::token);
    }

    public URI address() {
        return server.address();
    }

    public LocalServer server() {
        return server;
    }

    /** A token as a sign-in leaves it. */
    public synchronized String refreshToken() {
        String token = "refresh-" + ++made;
        refreshTokens.add(token);
        return token;
    }

    /** A token for playlists. */
    public synchronized String accessToken() {
        String token = "access-" + ++made;
        accessTokens.add(token);
        return token;
    }

    /** As if the listener had taken the app's access back. */
    public synchronized void revoke() {
        refreshTokens.clear();
        accessTokens.clear();
    }

    /** All access tokens end before their time. */
    public synchronized void endAccess() {
        accessTokens.clear();
    }

    /** The next pages of playlists are these replies. */
    public synchronized void trouble(Reply... replies) {
        troubles.addAll(List.of(replies));
    }

    /** A playlist of the listener's own. */
    public void playlist(String id, List<String> entries) {
        serve("/v1/playlists/%s/items".formatted(id), entries);
    }

    /** The same as a server without "/items" has it. */
    public void oldPlaylist(String id, List<String> entries) {
        serve("/v1/playlists/%s/tracks".formatted(id), entries);
    }

    private void serve(String path, List<String> entries) {
        server.answer(path, request -> {
            synchronized (this) {
                if (!troubles.isEmpty()) {
                    return troubles.remove();
                }
                String token = request.header("Authorization").replaceFirst("^Bearer ", "");
                return accessTokens.contains(token)
                        ? Reply.json(page(path, request, entries))
                        : error(401, "The access token expired");
            }
        });
    }

    private String page(String path, Request request, List<String> entries) {
        Map<String, String> query = fields(request.query());
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        int limit = Math.min(50, Integer.parseInt(query.getOrDefault("limit", "20")));
        int end = Math.min(entries.size(), offset + limit);
        String next = end < entries.size()
                ? "\"%s\"".formatted(server.at("%s?offset=%d&limit=%d".formatted(path, end, limit)))
                : "null";
        return "{\"items\": [%s], \"limit\": %d, \"offset\": %d, \"total\": %d, \"next\": %s}"
                .formatted(String.join(",", entries.subList(offset, end)), limit, offset, entries.size(), next);
    }

    /** An error as the Web API tells it. */
    public static Reply error(int status, String message) {
        return Reply.json(status, "{\"error\": {\"status\": %d, \"message\": \"%s\"}}".formatted(status, message));
    }

    private synchronized Reply authorize(Request request) {
        Map<String, String> query = fields(request.uri().getRawQuery());
        boolean good = query.getOrDefault("client_id", "").equals(CLIENT_ID)
                && query.getOrDefault("response_type", "").equals("code")
                && query.getOrDefault("code_challenge_method", "").equals("S256")
                && query.getOrDefault("scope", "").contains("playlist-read-private");
        if (!good) {
            return Reply.html(400, "INVALID_CLIENT");
        }
        String code = "code/" + ++made;
        codes.put(code, query);
        return Reply.redirect("%s?code=%s&state=%s"
                .formatted(query.get("redirect_uri"), encoded(code), encoded(query.getOrDefault("state", ""))));
    }

    private synchronized Reply token(Request request) {
        Map<String, String> form = fields(request.body());
        if (!form.getOrDefault("client_id", "").equals(CLIENT_ID)) {
            return Reply.json(400, "{\"error\": \"invalid_client\", \"error_description\": \"Invalid client\"}");
        }
        boolean good = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> isAnswerTo(form, codes.remove(form.getOrDefault("code", "")));
            case "refresh_token" -> refreshTokens.remove(form.getOrDefault("refresh_token", ""));
            default -> false;
        };
        if (!good) {
            return Reply.json(400, "{\"error\": \"invalid_grant\", \"error_description\": \"Refresh token revoked\"}");
        }
        return Reply.json(
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600, \"refresh_token\": \"%s\"}"
                        .formatted(accessToken(), refreshToken()));
    }

    private static boolean isAnswerTo(Map<String, String> form, @Nullable Map<String, String> asked) {
        return asked != null
                && form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
                && challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return List.of(form.split("&")).stream()
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
