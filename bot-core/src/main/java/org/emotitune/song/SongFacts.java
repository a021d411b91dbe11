package org.emotitune.song;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 */
public record SongFacts(
        @Nullable String spotifyId,
        String title,
        @Nullable String artist,
        @Nullable Integer year,
        @Nullable String language,
        @Nullable Integer durationMs,
        @Nullable Integer popularity) {
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
