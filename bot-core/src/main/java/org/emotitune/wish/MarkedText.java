package org.emotitune.wish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A message in pieces, of each of which it is noted what it does. Not thread-safe. */
final class MarkedText {

    /**
     * The pieces between two marks of punctuation, or an emoji.
     *
     * @param from index of the first piece
     * @param to index after the last, greater than {@code from}
     */
    record Clause(int from, int to) {}

    final String text;
    final List<Piece> pieces;
    final List<Clause> clauses;
    private final Role[] roles;

    MarkedText(String text) {
        this.text = text;
        this.pieces = Piece.of(text);
        this.roles = new Role[pieces.size()];
        Arrays.setAll(roles, at -> pieces.get(at).isMark() ? Role.MARK : Role.TEXT);
        this.clauses = clauses();
    }

    private List<Clause> clauses() {
        List<Clause> found = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= roles.length; at++) {
            boolean face = at < roles.length && pieces.get(at).isFace();
            if (at == roles.length || face || roles[at] == Role.MARK) {
                if (at > from) {
                    found.add(new Clause(from, at));
                }
                if (face) {
                    found.add(new Clause(at, at + 1));
                }
                from = at + 1;
            }
        }
        return List.copyOf(found);
    }

    Role role(int at) {
        return roles[at];
    }

    void mark(int at, Role role) {
        roles[at] = role;
    }

    boolean has(Clause clause, Role role) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (roles[at] == role) {
                return true;
            }
        }
        return false;
    }

    /** @param except pieces that do not count */
    boolean hasText(Clause clause, Set<Integer> except) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (isText(at, except)) {
                return true;
            }
        }
        return false;
    }

    /** @param except pieces that do not count */
    boolean speaksOfMusic(Clause clause, Collection<Integer> except) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (roles[at].speaksOfMusic() && !except.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no text stands beside some pieces in their clause, or only beyond an "and", a "but", a "because". */
    boolean isAlone(Clause clause, int from, int to, Set<Integer> except) {
        int at = to;
        while (at < clause.to() && !isText(at, except)) {
            at++;
        }
        boolean openAfter =
                at == clause.to() || (at > to && (roles[at - 1] == Role.LINK || roles[at - 1] == Role.THAT));
        return openAfter && isOpenBefore(clause, from, except);
    }

    /** Whether nothing but words of asking stands before a piece in its clause, or since an "and" or "but". */
    boolean isOpenBefore(Clause clause, int piece, Set<Integer> except) {
        int at = piece;
        while (at > clause.from() && !isText(at - 1, except)) {
            at--;
        }
        return at == clause.from() || (at < piece && roles[at] == Role.LINK);
    }

    private boolean isText(int at, Set<Integer> except) {
        return roles[at].isText() && !except.contains(at);
    }

    /** Whether a clause holds no other words than these, and words around them ("mejor"). */
    boolean saysOnly(Clause clause, Collection<Integer> words) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (roles[at] == Role.WISH || (roles[at].isText() && !words.contains(at))) {
                return false;
            }
        }
        return true;
    }

    /** The clause before, if only a comma divides them; else the clause itself. */
    Clause beforeComma(Clause clause) {
        int index = clauses.indexOf(clause);
        boolean comma = index > 0 && pieces.get(clause.from() - 1).text().equals(",");
        return comma ? clauses.get(index - 1) : clause;
    }

    /** Whether it is the first clause, or the last, or a "please" stands after it. */
    boolean isAtEdge(Clause clause) {
        if (clause.equals(clauses.getFirst()) || clause.equals(clauses.getLast())) {
            return true;
        }
        return roles[clauses.get(clauses.indexOf(clause) + 1).from()] == Role.PLEASE;
    }

    /** "Qué" is not "que". */
    boolean isAccented(int at) {
        return between(at, at).chars().anyMatch(c -> c > 127);
    }

    /** The characters of pieces, and between them. */
    String between(int first, int last) {
        return text.substring(pieces.get(first).start(), pieces.get(last).end());
    }
}
