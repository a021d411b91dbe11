package org.emotitune.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.emotitune.song.Artist;
import org.emotitune.wish.MarkedText.Clause;

/** Names of artists in a message. Not thread-safe. */
final class ArtistNames {
    private static final int LONGEST_NAME = 5;

    /** Most words after an article that people leave out: "no beatles". */
    private static final int LONGEST_WITHOUT_ARTICLE = 2;

    private static final Set<String> ARTICLES = Set.of("el", "la", "los", "las", "the");
    private static final Set<String> EITHER = Set.of("ni", "o", "u", "or", "nor", "no", "sin", "without");
    private static final Set<String> AND = Set.of("y", "e", "and", "&");
    private static final Set<String> BY = Set.of("de", "a", "by", "from");

    /** @param to index after its last piece */
    record Named(Artist artist, int to) {}

    private final MarkedText text;
    private final KnownArtists artists;
    private final WishWords words;
    private final boolean capitalsTell;

    ArtistNames(MarkedText text, KnownArtists artists, WishWords words) {
        this.text = text;
        this.artists = artists;
        this.words = words;
        this.capitalsTell = text.text.chars().anyMatch(Character::isLowerCase);
    }

    /** How surely a name is announced. */
    enum Announced {
        /** Any name that is known is one. */
        SURELY,
        /** It must have two words, or a capital, or be no ordinary word. */
        LIKELY,
        /** It must have two words, or a capital. */
        PERHAPS
    }

    /** The names that begin at a piece, joined by "ni", "or", "y" … */
    List<Named> from(int piece, Clause clause, Announced announced) {
        List<Named> names = new ArrayList<>();
        Optional<Named> named = at(piece, clause, announced);
        while (named.isPresent()) {
            names.add(named.get());
            named = further(named.get().to(), clause, announced);
        }
        return names;
    }

    /** "y" and "and" may as well begin something else than a name. */
    private Optional<Named> further(int at, Clause clause, Announced announced) {
        if (at >= clause.to()) {
            return Optional.empty();
        }
        String link = text.pieces.get(at).text();
        if (!EITHER.contains(link) && !AND.contains(link)) {
            return Optional.empty();
        }
        boolean by = at + 1 < clause.to() && BY.contains(text.pieces.get(at + 1).text());
        boolean less = announced == Announced.SURELY && AND.contains(link);
        return at(at + (by ? 2 : 1), clause, less ? Announced.LIKELY : announced);
    }

    private Optional<Named> at(int from, Clause clause, Announced announced) {
        if (from >= clause.to()) {
            return Optional.empty();
        }
        boolean article = ARTICLES.contains(text.pieces.get(from).text());
        int bare = article ? from + 1 : from;
        if (bare >= clause.to() || !mayBeginName(bare, announced)) {
            return Optional.empty();
        }
        int shortest = mayBeName(bare, announced) ? 1 : 2;
        int most = Math.min(bare + LONGEST_NAME, clause.to());
        int mostWithout = Math.min(bare + LONGEST_WITHOUT_ARTICLE, clause.to());
        return longest(from, bare + shortest, most, "")
                .or(() -> article ? longest(bare, bare + shortest, most, "") : Optional.empty())
                .or(() -> longest(bare, bare + shortest, mostWithout, "The "));
    }

    private boolean mayBeginName(int at, Announced announced) {
        return announced == Announced.SURELY
                || isCapital(at)
                || !words.noNames().contains(text.pieces.get(at).text());
    }

    /** Whether the word may be a name by itself. */
    private boolean mayBeName(int at, Announced announced) {
        return switch (announced) {
            case SURELY -> true;
            case LIKELY ->
                isCapital(at) || !words.ordinary().contains(text.pieces.get(at).text());
            case PERHAPS -> isCapital(at);
        };
    }

    /** A message all in capitals does not tell names by them. */
    private boolean isCapital(int at) {
        return capitalsTell
                && Character.isUpperCase(
                        text.text.codePointAt(text.pieces.get(at).start()));
    }

    private Optional<Named> longest(int from, int leastTo, int mostTo, String article) {
        for (int to = mostTo; to >= leastTo; to--) {
            Optional<Artist> artist = known(article + text.between(from, to - 1));
            if (artist.isPresent()) {
                return Optional.of(new Named(artist.get(), to));
            }
        }
        return Optional.empty();
    }

    private Optional<Artist> known(String name) {
        boolean possessive = name.endsWith("'s") || name.endsWith("’s");
        Stream<String> spellings = possessive ? Stream.of(name, name.substring(0, name.length() - 2)) : Stream.of(name);
        return spellings.map(artists::find).flatMap(Optional::stream).findFirst();
    }
}
