package org.emotitune.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.emotitune.song.Era;
import org.emotitune.song.Isrc;
import org.emotitune.song.MatchKey;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Sees to it that what a source offers can be kept: one song that cannot would hold up a thousand others. */
final class OfferCheck {
    /** In Unicode characters. */
    static final int LONGEST_NAME = 500;

    /** In bytes: less than what an entry of an index holds. */
    private static final int LONGEST_KEY = 2600;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final OfferedSong offered;
    private final List<String> notes = new ArrayList<>();

    OfferCheck(OfferedSong offered) {
        this.offered = offered;
    }

    /** @return why the song cannot be kept; empty if it can, once it is {@link #trimmed} */
    Optional<String> problem() {
        SongFacts facts = offered.facts();
        String artist = facts.artist() == null ? "" : facts.artist();
        if (!isText(facts.title()) || !isText(artist)) {
            return Optional.of("title or artist hold characters that are no text");
        }
        if (length(facts.title()) > LONGEST_NAME || length(artist) > LONGEST_NAME) {
            return Optional.of("title or artist is longer than %d characters: '%s…'"
                    .formatted(
                            LONGEST_NAME,
                            facts.title()
                                    .substring(0, Math.min(40, facts.title().length()))));
        }
        int key = MatchKey.of(facts.title(), facts.artist()).getBytes(StandardCharsets.UTF_8).length;
        return key > LONGEST_KEY ? Optional.of("title and artist together are too long") : Optional.empty();
    }

    /** @return the song without what is wrong and need not be there; {@link #notes} tell of it */
    OfferedSong trimmed() {
        SongFacts facts = offered.facts();
        SongFacts good = new SongFacts(
                facts.spotifyId(),
                facts.title(),
                facts.artist(),
                good("year", facts.year(), year -> year >= Era.FIRST && year <= Era.LAST),
                good(
                        "language",
                        facts.language(),
                        code -> LANGUAGE.matcher(code).matches()),
                good("duration", facts.durationMs(), duration -> duration > 0),
                facts.popularity(),
                artwork());
        return new OfferedSong(
                good,
                good("album", offered.album(), name -> isText(name) && !name.isEmpty() && length(name) <= LONGEST_NAME),
                good("ISRC", offered.isrc(), Isrc::isOne),
                offered.lyrics(),
                offered.terms());
    }

    private @Nullable URI artwork() {
        String artwork = good("artwork", offered.artwork(), SongFacts::isArtwork);
        return artwork == null ? offered.facts().artwork() : URI.create(artwork);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private <T> @Nullable T good(String what, @Nullable T value, Predicate<T> rule) {
        if (value == null || rule.test(value)) {
            return value;
        }
        notes.add("%s was left out: '%s'".formatted(what, shortened(value.toString())));
        return null;
    }

    /** For reports. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The database keeps neither the character 0 nor half a character. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
