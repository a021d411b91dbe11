package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.intake.Artwork;
import org.emotitune.intake.OfferedSong;
import org.emotitune.intake.SourceRow;
import org.emotitune.song.Isrc;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Makes a row of an entry of a playlist, in the newer shape ("item") or the older one ("track"). */
final class SpotifyRow {
    private static final int LONGEST_NAME = 500;
    private static final Pattern TRACK_ID = Pattern.compile("[0-9A-Za-z]{22}");
    private static final Pattern YEAR = Pattern.compile("(19\\d\\d|20\\d\\d|2100)(?:-.*)?");

    private SpotifyRow() {}

    static SourceRow of(long number, JsonNode entry) {
        JsonNode song = entry.path("item").isObject() ? entry.path("item") : entry.path("track");
        if (!song.isObject()) {
            return new SourceRow.Refused(number, "Spotify no longer has what stood here.");
        }
        String title = name(song);
        if ("episode".equals(song.path("type").asText()) || song.path("episode").asBoolean()) {
            return new SourceRow.Refused(number, "'%s' is an episode of a podcast.".formatted(cut(title)));
        }
        if (title.isEmpty()) {
            return new SourceRow.Refused(number, "The song has no title.");
        }
        if (title.length() > LONGEST_NAME) {
            return new SourceRow.Refused(number, "The title is too long: %s".formatted(cut(title)));
        }
        return new SourceRow.Offered(number, song(title, song));
    }

    /** What Spotify does not tell, or not in a way that makes sense, is unknown; a file of the listener's has no id. */
    private static OfferedSong song(String title, JsonNode song) {
        JsonNode album = song.path("album");
        SongFacts facts = new SongFacts(
                matching(TRACK_ID, song.path("id").asText()),
                title,
                artists(song.path("artists")),
                year(album.path("release_date").asText()),
                null,
                within(song.path("duration_ms"), 1, Integer.MAX_VALUE),
                within(song.path("popularity"), 0, 100));
        String albumName = name(album);
        String isrc = song.path("external_ids").path("isrc").asText().replace("-", "");
        return new OfferedSong(
                facts,
                albumName.isEmpty() || albumName.length() > LONGEST_NAME ? null : albumName,
                matching(Isrc.PATTERN, isrc.toUpperCase(Locale.ROOT)),
                null,
                null,
                Artwork.in(album.path("images")));
    }

    private static String name(JsonNode named) {
        return named.path("name").isTextual()
                ? named.path("name").textValue().replaceAll("\\p{Cntrl}+", " ").strip()
                : "";
    }

    /** @return as many as there is room for, the main ones first; null if there are none */
    private static @Nullable String artists(JsonNode artists) {
        List<String> names = new ArrayList<>();
        int length = 0;
        for (JsonNode artist : artists) {
            String name = name(artist);
            length += name.length() + 2;
            if (!name.isEmpty() && length <= LONGEST_NAME) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static @Nullable Integer year(String date) {
        Matcher year = YEAR.matcher(date);
        return year.matches() ? Integer.valueOf(year.group(1)) : null;
    }

    private static @Nullable Integer within(JsonNode number, int least, int most) {
        return number.isIntegralNumber()
                        && number.canConvertToInt()
                        && number.asInt() >= least
                        && number.asInt() <= most
                ? Integer.valueOf(number.asInt())
                : null;
    }

    private static @Nullable String matching(Pattern form, String text) {
        return form.matcher(text).matches() ? text : null;
    }

    private static String cut(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
