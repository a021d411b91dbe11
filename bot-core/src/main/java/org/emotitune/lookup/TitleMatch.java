package org.emotitune.lookup;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.song.ArtistLine;
import org.emotitune.song.MatchKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what a service found is what was wanted. Titles are compared without what editions add to them (guests,
 * "Remastered 2011", "Radio Edit"); a live recording, a remix, a cover and the like is only ever the same as another of
 * its kind.
 */
public final class TitleMatch {
    private static final double MOST_DIFFERENCE = 0.05;

    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*+)[)\\]]");
    private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s");
    private static final Pattern GUESTS = Pattern.compile("(?i)\\s(?:feat\\.?|ft\\.?|featuring)\\s");
    private static final Pattern AND = Pattern.compile("(?i)\\s(?:&|\\+|and|y|e|i|et)(?=\\s)");
    private static final Pattern ARTICLE = Pattern.compile("(?i)^the\\s+");
    private static final Pattern GLUED_NAMES = Pattern.compile("([,;])(?=\\S)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TitleMatch() {}

    /**
     * @param title what was found; with its artist, null where unknown, and its length in milliseconds, null or not
     *     positive where unknown
     * @return whether the titles, the kinds of recording, one of the artists and the lengths (within 5 %) agree, each as
     *     far as both are known
     */
    public static boolean sameRecording(
            Recording wanted, String title, @Nullable String artist, @Nullable Integer durationMs) {
        return titleKey(wanted.title()).equals(titleKey(title))
                && kinds(wanted.title()).equals(kinds(title))
                && shareAnArtist(wanted.artist(), artist)
                && lastAsLong(wanted.durationMs(), durationMs);
    }

    /**
     * @return the title as a service is to be asked for it: without editions and "Live", for services list few live
     *     recordings and each under its own name; "Remix" and the like stay. Never blank if the title is not.
     */
    public static String searchTitle(String title) {
        return strip(title, part -> part.isEdition() || part.kinds().equals(Set.of(Kind.LIVE)));
    }

    /** The same for two titles of one song, whatever the editions and kinds of recording. */
    static String titleKey(String title) {
        String plain = strip(title, part -> part.isEdition() || !part.kinds().isEmpty());
        return MatchKey.ofName(AND.matcher(plain).replaceAll(" "));
    }

    private static Set<Kind> kinds(String title) {
        Set<Kind> kinds = Kind.none();
        strip(title, part -> kinds.addAll(part.kinds()));
        return kinds;
    }

    private interface Unwanted {
        boolean test(TitlePart part);
    }

    /** The title without the unwanted ones of its parts: those in brackets and those after a dash. */
    private static String strip(String title, Unwanted unwanted) {
        String kept = IN_BRACKETS
                .matcher(title)
                .replaceAll(part ->
                        unwanted.test(TitlePart.of(part.group(1))) ? " " : Matcher.quoteReplacement(part.group()));
        List<String> parts = List.of(DASH.split(kept));
        StringBuilder stripped = new StringBuilder(withoutGuests(parts.getFirst()));
        for (String part : parts.subList(1, parts.size())) {
            if (!unwanted.test(TitlePart.of(part))) {
                stripped.append(" - ").append(withoutGuests(part));
            }
        }
        String plain = SPACES.matcher(stripped).replaceAll(" ").strip();
        return plain.isEmpty() ? title.strip() : plain;
    }

    private static String withoutGuests(String part) {
        Matcher guests = GUESTS.matcher(part);
        return guests.find() && guests.start() > 0 ? part.substring(0, guests.start()) : part;
    }

    private static boolean shareAnArtist(@Nullable String wanted, @Nullable String found) {
        if (wanted == null || wanted.isBlank() || found == null || found.isBlank()) {
            return true;
        }
        List<String> names = names(found);
        return names(wanted).stream().anyMatch(names::contains);
    }

    private static List<String> names(String line) {
        return ArtistLine.names(GLUED_NAMES.matcher(line).replaceAll("$1 ")).stream()
                .map(name -> MatchKey.ofName(ARTICLE.matcher(name).replaceAll("")))
                .toList();
    }

    private static boolean lastAsLong(@Nullable Integer wanted, @Nullable Integer found) {
        if (wanted == null || found == null || wanted <= 0 || found <= 0) {
            return true;
        }
        return Math.abs((long) wanted - found) <= MOST_DIFFERENCE * wanted;
    }
}
