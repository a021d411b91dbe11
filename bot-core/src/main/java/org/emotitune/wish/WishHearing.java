package org.emotitune.wish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.emotitune.text.Token;
import org.emotitune.wish.ArtistNames.Announced;
import org.emotitune.wish.ArtistNames.Named;
import org.emotitune.wish.MarkedText.Clause;
import org.emotitune.wish.WishGrammar.Needs;
import org.emotitune.wish.WishGrammar.Rule;
import org.emotitune.wish.WishMeaning.Harmless;
import org.emotitune.wish.WishMeaning.NotBy;
import org.emotitune.wish.WishMeaning.NothingSad;

/** Finds the wishes of one text, counts them, and marks their words. Not thread-safe. */
final class WishHearing {

    /** @param at indices of the pieces that the phrase covers, rising */
    private record Match(Rule rule, List<Integer> at) {
        boolean isOfArtists() {
            return rule.meaning() instanceof NotBy;
        }

        boolean isHarmless() {
            return rule.meaning() instanceof Harmless;
        }
    }

    private final WishGrammar grammar;
    private final MarkedText text;
    private final WishTally tally;
    private final ArtistNames names;
    private final WishValues values;
    private boolean heard;

    WishHearing(WishGrammar grammar, MarkedText text, WishTally tally, KnownArtists artists) {
        this.grammar = grammar;
        this.text = text;
        this.tally = tally;
        this.names = new ArtistNames(text, artists, grammar.words());
        this.values = new WishValues(grammar.words(), text);
    }

    /** @return whether there was a wish */
    boolean hear() {
        List<List<Match>> matches = text.clauses.stream().map(this::matches).toList();
        if (matches.stream().flatMap(List::stream).allMatch(Match::isHarmless)) {
            return false;
        }
        text.clauses.forEach(this::markRoles);
        for (int i = 0; i < matches.size(); i++) {
            hear(matches.get(i), text.clauses.get(i));
        }
        return heard;
    }

    private List<Match> matches(Clause clause) {
        return grammar.rules(tokens(clause)).stream()
                .map(found -> new Match(found.meaning(), from(clause, found.positions())))
                .toList();
    }

    private List<Token> tokens(Clause clause) {
        return text.pieces.subList(clause.from(), clause.to()).stream()
                .map(piece -> new Token(piece.text(), false, 0))
                .toList();
    }

    private void markRoles(Clause clause) {
        grammar.roles(tokens(clause))
                .forEach(found -> from(clause, found.positions()).stream()
                        .filter(at -> found.meaning() != Role.THAT || !text.isAccented(at))
                        .forEach(at -> text.mark(at, found.meaning())));
    }

    private void hear(List<Match> matches, Clause clause) {
        matches.stream().filter(Match::isHarmless).forEach(this::keep);
        Set<Integer> perhaps = new HashSet<>();
        of(matches).forEach(match -> perhaps.addAll(match.at()));
        of(matches).filter(match -> match.rule().needs() == Needs.NOTHING).forEach(this::take);
        of(matches)
                .filter(match -> match.rule().needs() != Needs.NOTHING && isAskedFor(match, clause, perhaps))
                .forEach(this::take);
        matches.stream().filter(Match::isOfArtists).forEach(match -> takeArtists(match, clause));
    }

    private static List<Integer> from(Clause clause, List<Integer> positions) {
        return positions.stream().map(at -> clause.from() + at).toList();
    }

    /** Wishes other than artists. */
    private static Stream<Match> of(List<Match> matches) {
        return matches.stream().filter(match -> !match.isHarmless() && !match.isOfArtists());
    }

    /** Words that are no wish do not speak of music, either: "una canción me hizo llorar". */
    private void keep(Match harmless) {
        harmless.at().stream().filter(at -> text.role(at).speaksOfMusic()).forEach(at -> text.mark(at, Role.STAY));
    }

    private boolean isAskedFor(Match match, Clause clause, Set<Integer> perhaps) {
        int first = match.at().getFirst();
        boolean alone = text.isAlone(clause, first, match.at().getLast() + 1, perhaps);
        return switch (match.rule().needs()) {
            case NOTHING -> true;
            case MUSIC -> isOfMusic(clause, match.at()) || isOfMusic(text.beforeComma(clause), match.at());
            case MUSIC_OR_NOTHING -> alone || isOfMusic(clause, match.at());
            case MUSIC_OR_BEGINNING -> isOfMusic(clause, match.at()) || text.isOpenBefore(clause, first, perhaps);
            case NOTHING_ELSE -> text.saysOnly(clause, match.at()) && text.isAtEdge(clause);
        };
    }

    private boolean isOfMusic(Clause clause, List<Integer> except) {
        return text.speaksOfMusic(clause, except) || text.has(clause, Role.WISH);
    }

    private void take(Match match) {
        if (values.count(match.rule().meaning(), match.at(), tally)) {
            heard = true;
            boolean all = match.rule().meaning() instanceof NothingSad;
            match.at().stream().filter(at -> all || isOfWish(at)).forEach(at -> text.mark(at, Role.WISH));
        }
    }

    /** What is asked for ("songs") is a word of many wishes, and not taken out with each of them. */
    private boolean isOfWish(int at) {
        Role role = text.role(at);
        return values.isValue(at) || !(role.isAsking() || role == Role.HINT || role == Role.STAY);
    }

    private void takeArtists(Match match, Clause clause) {
        int first = match.at().getFirst();
        int next = match.at().getLast() + 1;
        boolean asked = match.rule().needs() == Needs.NOTHING || isOfMusic(clause, match.at());
        boolean taken = match.at().stream().anyMatch(at -> text.role(at) == Role.WISH);
        if (taken || !(asked || text.isOpenBefore(clause, first, Set.of()))) {
            return;
        }
        List<Named> named = names.from(next, clause, announced(match, clause));
        if (!named.isEmpty()
                && (asked || text.isAlone(clause, first, named.getLast().to(), Set.of()))) {
            heard = true;
            named.forEach(each -> tally.without(each.artist()));
            takeNames(first, named.getLast().to(), clause);
        }
    }

    private Announced announced(Match match, Clause clause) {
        if (match.rule().meaning() instanceof NotBy(boolean surely) && surely) {
            return Announced.SURELY;
        }
        boolean music = isOfMusic(clause, match.at()) || isOfMusic(text.beforeComma(clause), match.at());
        return music ? Announced.LIKELY : Announced.PERHAPS;
    }

    /** Names go with what announces them, and with what they are asked not to sing ("no Coldplay songs"). */
    private void takeNames(int from, int to, Clause clause) {
        for (int at = from; at < to || (at < clause.to() && text.role(at) == Role.MUSIC); at++) {
            text.mark(at, Role.WISH);
        }
    }
}
