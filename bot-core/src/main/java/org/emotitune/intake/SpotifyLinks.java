package org.emotitune.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes Spotify track ids out of links, URIs and addresses of the Web API. */
final class SpotifyLinks {
    private static final String PAGES = "(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[A-Za-z-]++/)?(?:embed/)?";
    private static final String ID = "[0-9A-Za-z]{22}";
    private static final Pattern TRACK = Pattern.compile("(?s)(?:spotify:track:|" + PAGES
            + "track/|(?:https?://)?api\\.spotify\\.com/v1/tracks/)?(" + ID + ")(?:[/?#].*+)?");
    private static final Pattern OTHER = Pattern.compile("(?s)(?:spotify:|" + PAGES + ")([a-z]++)[:/].*+");
    private static final String LOCAL_FILE = "spotify:local:";

    private SpotifyLinks() {}

    /**
     * @return the id of the one track that all of the row's links name; empty where it has none, as a file on somebody's
     *     own disk
     * @throws UnusableRowException if a link names something else, or two of them two tracks
     */
    static Optional<String> trackId(RawRow row) {
        Optional<Link> named = Optional.empty();
        for (Cell cell : row.all(Field.SPOTIFY)) {
            named = agreed(named, link(cell));
        }
        for (Cell cell : row.all(Field.ID)) {
            if (cell.value().isTextual() && cell.text().strip().matches(ID)) {
                named = agreed(named, link(cell));
            }
        }
        return named.map(Link::id);
    }

    private record Link(String from, String id) {}

    private static Optional<Link> link(Cell cell) {
        String text = cell.text().strip();
        Matcher track = TRACK.matcher(text);
        if (track.matches()) {
            return Optional.of(new Link(cell.shownName(), track.group(1)));
        }
        if (text.startsWith(LOCAL_FILE)) {
            return Optional.empty();
        }
        Matcher other = OTHER.matcher(text);
        if (other.matches() && !other.group(1).equals("track")) {
            throw cell.wrong("is no song but a Spotify " + Shown.cut(other.group(1)));
        }
        throw cell.wrong("names no Spotify track");
    }

    private static Optional<Link> agreed(Optional<Link> before, Optional<Link> link) {
        if (before.isPresent() && link.isPresent()) {
            Link one = before.get();
            Link other = link.get();
            if (!one.id().equals(other.id())) {
                throw new UnusableRowException("%s and %s name two songs: '%s' and '%s'"
                        .formatted(one.from(), other.from(), one.id(), other.id()));
            }
        }
        return before.or(() -> link);
    }
}
