package org.emotitune.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of a playlist on Spotify.
 *
 * @param value 22 letters and digits
 */
public record PlaylistId(String value) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{22}");
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[a-z-]+/|embed/)?(?:user/[^/?#]+/)?playlist/([0-9A-Za-z]{22})/?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URI = Pattern.compile("spotify:(?:user:[^:]+:)?playlist:([0-9A-Za-z]{22})");

    public PlaylistId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is no id of a Spotify playlist".formatted(value));
        }
    }

    /**
     * @param named a link as Spotify's "Share" gives it, a Spotify URI, or the id alone
     * @throws IllegalArgumentException if it is none of these, with a sentence for the operator
     */
    public static PlaylistId parse(String named) {
        String text = named.strip();
        for (Pattern form : new Pattern[] {LINK, URI}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return new PlaylistId(matcher.group(1));
            }
        }
        if (ID.matcher(text).matches()) {
            return new PlaylistId(text);
        }
        throw new IllegalArgumentException(
                "'%s' is no link to a Spotify playlist, such as https://open.spotify.com/playlist/ and 22 letters and digits."
                        .formatted(text));
    }

    /** Whether Spotify itself made it. It gives out none of these. */
    boolean isMadeBySpotify() {
        return value.startsWith("37i9dQZ");
    }
}
