package org.emotitune.song;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a song, beside what it feels like.
 *
 * @param spotifyId Spotify track id, 22 letters and digits; null where it is not known
 * @param title as a person reads it, never blank
 * @param artist main artists, never blank; null where nobody is known
 * @param year year of the first release; null where it is not known
 * @param language ISO 639 code of the language it is sung in; null where it is not known
 * @param durationMs length in milliseconds; null where it is not known
 * @param popularity Spotify's popularity, 0 to 100; null where it is not known, which never means 0
 * @param artwork address of a picture that {@link #isArtwork} takes; null where none is known
 */
public record SongFacts(
        @Nullable String spotifyId,
        String title,
        @Nullable String artist,
        @Nullable Integer year,
        @Nullable String language,
        @Nullable Integer durationMs,
        @Nullable Integer popularity,
        @Nullable URI artwork) {
    /** Characters of the address of a picture. */
    public static final int LONGEST_ARTWORK = 512;

    private static final Pattern ARTWORK = Pattern.compile("https://[0-9A-Za-z.-]+(?::[0-9]+)?/[!-~]+");

    public SongFacts {
        if (title.isBlank() || (artist != null && artist.isBlank())) {
            throw new IllegalArgumentException("a title or an artist is blank: '%s', '%s'".formatted(title, artist));
        }
        if (spotifyId != null && !spotifyId.matches("[0-9A-Za-z]{22}")) {
            throw new IllegalArgumentException("'%s' is no Spotify track id".formatted(spotifyId));
        }
        if (popularity != null && (popularity < 0 || popularity > 100)) {
            throw new IllegalArgumentException("popularity is not in 0..100: " + popularity);
        }
        if (artwork != null && !isArtwork(artwork.toString())) {
            throw new IllegalArgumentException("'%s' is no address of a picture".formatted(artwork));
        }
    }

    /** A song of which no picture is known. */
    public SongFacts(
            @Nullable String spotifyId,
            String title,
            @Nullable String artist,
            @Nullable Integer year,
            @Nullable String language,
            @Nullable Integer durationMs,
            @Nullable Integer popularity) {
        this(spotifyId, title, artist, year, language, durationMs, popularity, null);
    }

    /** Whether an address can be a picture's: https, at most {@link #LONGEST_ARTWORK} characters, all of them ASCII. */
    public static boolean isArtwork(String address) {
        try {
            return address.length() <= LONGEST_ARTWORK
                    && ARTWORK.matcher(address).matches()
                    && new URI(address).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Where it can be heard: its page on Spotify, or a Spotify search where its id is not known. */
    public URI link() {
        if (spotifyId != null) {
            return URI.create("https://open.spotify.com/track/" + spotifyId);
        }
        String query = URLEncoder.encode(artist == null ? title : title + " " + artist, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return URI.create("https://open.spotify.com/search/" + query);
    }
}
