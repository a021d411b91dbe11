package org.emotitune.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where songs, lyrics and popularities are looked for.
 *
 * @param spotify the operator's own Spotify app; null where there is none
 * @param lrclib null where it is not to be asked
 * @param lyricsFolder of the operator; null where there is none
 * @param genius null where it is not to be asked
 * @param geniusSite whose pages have the words
 * @param deezer null where it is not to be asked
 * @param lastFm null where it is not to be asked
 * @param keepLyrics whether lyrics stay when they have been read
 */
public record SourceSettings(
        Spotify spotify,
        @Nullable URI lrclib,
        @Nullable Path lyricsFolder,
        @Nullable Keyed genius,
        URI geniusSite,
        @Nullable URI deezer,
        @Nullable Keyed lastFm,
        boolean keepLyrics) {
    /** Where nothing is set. */
    public static final SourceSettings DEFAULT = of(new Variables(Map.of()));

    /**
     * @param clientId of the operator's own app; null where there is none
     * @param callbackPort where the browser comes back to, on this machine
     */
    public record Spotify(@Nullable String clientId, URI api, URI accounts, int callbackPort) {}

    /** A service that wants a key; the key is in no log, whoever prints the record. */
    public record Keyed(URI address, String key) {
        @Override
        public String toString() {
            return "Keyed[%s]".formatted(address);
        }
    }

    static SourceSettings of(Variables variables) {
        return new SourceSettings(
                new Spotify(
                        variables.textOrNull("SPOTIFY_CLIENT_ID"),
                        variables.address("SPOTIFY_API_URL", "https://api.spotify.com"),
                        variables.address("SPOTIFY_ACCOUNTS_URL", "https://accounts.spotify.com"),
                        variables.number("SPOTIFY_CALLBACK_PORT", 8765, 1, 65_535)),
                variables.addressOrOff("LRCLIB_URL", "https://lrclib.net"),
                folder(variables),
                keyed(variables, "GENIUS_API_URL", "https://api.genius.com", "GENIUS_ACCESS_TOKEN"),
                variables.address("GENIUS_URL", "https://genius.com"),
                variables.addressOrOff("DEEZER_URL", "https://api.deezer.com"),
                keyed(variables, "LASTFM_URL", "https://ws.audioscrobbler.com", "LASTFM_API_KEY"),
                variables.choice("LYRICS_RETENTION", "hash", "keep") == 1);
    }

    private static @Nullable Path folder(Variables variables) {
        Path folder = variables.path("LYRICS_FOLDER", null);
        if (folder != null && !Files.isDirectory(folder)) {
            variables.problem("LYRICS_FOLDER is no directory: " + folder);
        }
        return folder;
    }

    private static @Nullable Keyed keyed(Variables variables, String address, String usual, String key) {
        String value = variables.textOrNull(key);
        URI service = variables.address(address, usual);
        return value == null ? null : new Keyed(service, value);
    }
}
