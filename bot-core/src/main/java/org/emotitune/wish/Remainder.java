package org.emotitune.wish;

import java.util.List;
import org.emotitune.wish.MarkedText.Clause;

/**
 * A text without the words of its wishes, and without what depends on them alone: words of asking ("ponme canciones")
 * where nothing else is asked for, and connecting words that would be left dangling. Not thread-safe.
 */
final class Remainder {
    private final MarkedText text;
    private final boolean[] cut;

    Remainder(MarkedText text) {
        this.text = text;
        this.cut = new boolean[text.pieces.size()];
        for (int at = 0; at < cut.length; at++) {
            cut[at] = text.role(at) == Role.WISH;
        }
    }

    /** @return the text itself where it holds no wish; may be empty */
    String text() {
        text.clauses.stream().filter(clause -> text.has(clause, Role.WISH)).forEach(this::cutWhatDepends);
        cutIdleClauses();
        cutAtJoints();
        return new CutText(text, cut).text();
    }

    private void cutWhatDepends(Clause clause) {
        int end = clause.to();
        while (end > clause.from() && !text.role(end - 1).isText()) {
            end--;
        }
        if (end == clause.from()) {
            cutAll(clause);
            return;
        }
        int begin = clause.from();
        while (!text.role(begin).isText()) {
            begin++;
        }
        if (hasCut(end, clause.to())) {
            cutAfterText(end, clause.to());
        }
        if (hasCut(clause.from(), begin)) {
            cutPleas(clause.from(), begin);
            cutDangling(clause.from(), begin, 1);
            cutLinksAfterCuts(clause.from(), begin);
        }
        cutBetween(begin, end);
    }

    private void cutAll(Clause clause) {
        for (int at = clause.from(); at < clause.to(); at++) {
            cut[at] = true;
        }
    }

    /** At the end of a clause all goes that asks: "estoy triste y dame canciones en español" asks for nothing else. */
    private void cutAfterText(int from, int to) {
        cutPleas(from, to);
        boolean asking = text.role(from) == Role.LINK;
        for (int at = from; at < to; at++) {
            asking |= text.role(at) == Role.REQUEST || text.role(at) == Role.WANT;
            cut[at] |= asking;
        }
        cutDangling(to - 1, from - 1, -1);
    }

    /** Cuts connecting words from an edge on, up to the first word that stays. */
    private void cutDangling(int from, int end, int step) {
        boolean first = step > 0;
        for (int at = from; at != end && (cut[at] || isDangling(at, first)); at += step) {
            cut[at] = true;
        }
    }

    /** @param first whether nothing stands before it; else nothing stands after it */
    private boolean isDangling(int at, boolean first) {
        return switch (text.role(at)) {
            case LINK, THAT -> true;
            case PREPOSITION -> !first;
            case TEXT, STAY, HINT, REQUEST, WANT, MUSIC, PLEASE, MARK, WISH -> false;
        };
    }

    /** "Algo en español y alegre" asks for "algo alegre". */
    private void cutLinksAfterCuts(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            cut[at] |= cut[at - 1] && text.role(at) == Role.LINK;
        }
    }

    /** Between words that stay, a connecting word goes if it has lost what it joined: "canciones en español y tristes". */
    private void cutBetween(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean afterCut = at > from && cut[at - 1];
            boolean beforeCut = at + 1 < to && cut[at + 1];
            if (text.role(at) == Role.PLEASE && (afterCut || beforeCut)) {
                cut[at] = true;
            } else if (text.role(at) == Role.LINK && beforeCut && joinsAgainAfter(at, to)) {
                cut[at] = true;
            }
        }
    }

    private boolean joinsAgainAfter(int at, int to) {
        int next = at + 1;
        while (next < to && cut[next]) {
            next++;
        }
        return next < to && text.role(next) == Role.LINK;
    }

    private void cutPleas(int from, int to) {
        for (int at = from; at < to; at++) {
            cut[at] |= text.role(at) == Role.PLEASE;
        }
    }

    private boolean hasCut(int from, int to) {
        for (int at = from; at < to; at++) {
            if (cut[at]) {
                return true;
            }
        }
        return false;
    }

    /** Clauses that say nothing ("por favor") go with those beside them; where no clause says anything, all go. */
    private void cutIdleClauses() {
        List<Clause> clauses = text.clauses;
        if (hasCut(0, cut.length) && clauses.stream().noneMatch(this::saysSomething)) {
            clauses.forEach(this::cutAll);
        }
        for (int i = 1; i < clauses.size(); i++) {
            cutIfIdleBeside(clauses.get(i), clauses.get(i - 1).to() - 1);
        }
        for (int i = clauses.size() - 2; i >= 0; i--) {
            cutIfIdleBeside(clauses.get(i), clauses.get(i + 1).from());
        }
    }

    private boolean saysSomething(Clause clause) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (text.role(at).isText() && !cut[at]) {
                return true;
            }
        }
        return false;
    }

    private void cutIfIdleBeside(Clause clause, int neighbour) {
        if (cut[neighbour] && isIdle(clause)) {
            cutAll(clause);
        }
    }

    private boolean isIdle(Clause clause) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (text.role(at).isText() || text.role(at).isAsking()) {
                return false;
            }
        }
        return true;
    }

    private boolean isGone(Clause clause) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (!cut[at]) {
                return false;
            }
        }
        return true;
    }

    /** "En español, pero estoy triste": a clause loses its connecting word with the clause that it was joined to. */
    private void cutAtJoints() {
        List<Clause> clauses = text.clauses;
        boolean first = true;
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (isGone(clause)) {
                continue;
            }
            if (first && i > 0) {
                cutDangling(clause.from(), clause.to(), 1);
            }
            if (i + 1 < clauses.size() && isGone(clauses.get(i + 1))) {
                cutDangling(clause.to() - 1, clause.from() - 1, -1);
            }
            first = false;
        }
    }
}
