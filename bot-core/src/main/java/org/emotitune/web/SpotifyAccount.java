package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotitune.lookup.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The operator's account on Spotify, as far as the operator has let this program in. The refresh token is in a file, the
 * access token (an hour long) only in memory. Thread-safe.
 */
public final class SpotifyAccount {
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /** Nobody sees it, whoever prints the record. */
    private record Access(String token, Instant end) {
        @Override
        public String toString() {
            return "Access[until %s]".formatted(end);
        }
    }

    private final WebClient client;
    private final URI accounts;
    private final String clientId;
    private final TokenFile file;
    private final Clock clock;
    private @Nullable Access access;

    /**
     * @param accounts address of Spotify's accounts service, "https://accounts.spotify.com"
     * @param clientId of the operator's app, from Spotify's dashboard
     * @param home directory for the file with the refresh token
     */
    public SpotifyAccount(WebClient client, URI accounts, String clientId, Path home, Clock clock) {
        this.client = client;
        this.accounts = accounts;
        this.clientId = clientId;
        this.file = new TokenFile(home);
        this.clock = clock;
    }

    /**
     * Asks Spotify where the permission is not known to hold still.
     *
     * @throws SignInException if nobody is signed in, or not any more: then sign in
     * @throws ServiceUnavailableException if Spotify cannot be asked now
     */
    public void requireSignIn() {
        accessToken();
    }

    /**
     * @return a token for calls, which may have been revoked meanwhile
     * @throws SignInException if nobody is signed in
     * @throws ServiceUnavailableException if Spotify cannot be asked now
     */
    synchronized String accessToken() {
        if (access == null || !clock.instant().isBefore(access.end().minus(LEEWAY))) {
            refresh();
        }
        return access == null ? "" : access.token();
    }

    /** Forgets a token that Spotify has refused, unless another thread has already replaced it. */
    synchronized void refused(String token) {
        if (access != null && access.token().equals(token)) {
            access = null;
        }
    }

    /** @return where the operator lets this program in */
    URI signInLink(String redirect, String challenge, String state) {
        Map<String, String> query = new TreeMap<>(Map.of("response_type", "code", "code_challenge_method", "S256"));
        query.put("client_id", clientId);
        query.put("scope", "playlist-read-private playlist-read-collaborative");
        query.put("redirect_uri", redirect);
        query.put("code_challenge", challenge);
        query.put("state", state);
        return Urls.below(accounts, "/authorize?" + form(query));
    }

    /** Trades the code of a sign-in for tokens and keeps them. */
    synchronized void signIn(String code, String verifier, String redirect) {
        JsonAnswer answer = ask(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "client_id", clientId,
                "code_verifier", verifier));
        if (!answer.isGood()) {
            throw new SignInException(
                    "Spotify refused the sign-in (%s): see whether the client id is the one of your app, and try again."
                            .formatted(error(answer)),
                    null);
        }
        String refreshToken = answer.body().path("refresh_token").asText();
        if (!TokenFile.isToken(refreshToken)) {
            throw new ServiceUnavailableException("Spotify answered a sign-in without a token.", null);
        }
        keep(answer.body(), "");
    }

    private void refresh() {
        String token = file.read().orElseThrow(() -> new SignInException("Nobody is signed in to Spotify.", null));
        JsonAnswer answer = askWith(token);
        if (answer.status() == 400) {
            // Another process may have been faster: Spotify gives a new token each time, and the old one dies.
            String newer = file.read().orElse(token);
            answer = newer.equals(token) ? answer : askWith(newer);
        }
        if (!answer.isGood()) {
            throw new SignInException(
                    "Spotify no longer accepts the sign-in of EmotiTune (%s).".formatted(error(answer)), null);
        }
        keep(answer.body(), token);
    }

    private JsonAnswer askWith(String refreshToken) {
        return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", clientId));
    }

    private JsonAnswer ask(Map<String, String> form) {
        return client.json(Call.form(Urls.below(accounts, "/api/token"), Map.of(), form(form)));
    }

    private void keep(JsonNode tokens, String oldRefreshToken) {
        String token = tokens.path("access_token").asText();
        if (!TokenFile.isToken(token)) {
            throw new ServiceUnavailableException("Spotify answered a sign-in without a token.", null);
        }
        String refreshToken = tokens.path("refresh_token").asText();
        if (TokenFile.isToken(refreshToken) && !refreshToken.equals(oldRefreshToken)) {
            file.write(refreshToken);
        }
        long seconds = Math.clamp(tokens.path("expires_in").asLong(3600), 0, 86_400);
        access = new Access(token, clock.instant().plusSeconds(seconds));
    }

    /** Only the code of the error: its description is a stranger's text. */
    private static String error(JsonAnswer answer) {
        String code = answer.body().path("error").asText();
        return code.matches("[a-z_]{1,40}") ? code : "status " + answer.status();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
