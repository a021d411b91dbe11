package org.emotitune.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * Signs the operator in to Spotify from the terminal: Authorization Code with PKCE (RFC 7636, S256), with the way back
 * over this machine's loopback address (RFC 8252, 7.3). No secret of an app is needed.
 */
public final class SpotifySignIn {
    private final SpotifyAccount account;
    private final int port;
    private final Duration patience;
    private final Consumer<String> lines;

    /**
     * @param port of the loopback address, as entered in the app's settings on Spotify; 8765 is usual
     * @param patience how long the operator may take
     * @param lines told what the operator has to do, line by line, the link on a line of its own
     */
    public SpotifySignIn(SpotifyAccount account, int port, Duration patience, Consumer<String> lines) {
        this.account = account;
        this.port = port;
        this.patience = patience;
        this.lines = lines;
    }

    /**
     * Waits until the operator has signed in, and keeps the token.
     *
     * @throws SignInException if the operator does not, or Spotify does not allow it, with what to do
     * @throws org.emotitune.lookup.ServiceUnavailableException if Spotify cannot be asked now
     */
    public void signIn() {
        String verifier = random(64);
        String state = random(32);
        try (Callback callback = new Callback(port, state)) {
            tell(callback.address(), account.signInLink(callback.address(), challenge(verifier), state));
            String code = callback.code(patience);
            account.signIn(code, verifier, callback.address());
        }
        lines.accept("EmotiTune is signed in to Spotify.");
    }

    private void tell(String redirect, URI link) {
        lines.accept("Open this link in a browser on this machine and let EmotiTune read your playlists:");
        lines.accept(link.toString());
        int local = URI.create(redirect).getPort();
        lines.accept(
                "(Is the browser on another machine? There, first: ssh -L %d:127.0.0.1:%d and this machine's name.)"
                        .formatted(local, local));
        lines.accept("Your app's settings on Spotify must have this redirect URI: " + redirect);
        lines.accept("Waiting for %s at most.".formatted(Waits.words(patience)));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return base64(random);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
