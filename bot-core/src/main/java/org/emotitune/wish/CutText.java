package org.emotitune.wish;

import java.util.List;

/** Puts together what is left of a text: where nothing was cut it stays as it is, with its spaces. */
final class CutText {
    private static final String OPENING = "¿¡([{“«";
    private static final String FULL_STOPS = ".!?…\n";
    private static final String PAUSES = ",;:—–|";

    private final String text;
    private final List<Piece> pieces;
    private final boolean[] cut;
    private final StringBuilder rest = new StringBuilder();

    CutText(MarkedText text, boolean[] cut) {
        this.text = text.text;
        this.pieces = text.pieces;
        this.cut = cut;
    }

    String text() {
        int last = -1;
        for (int at = 0; at < cut.length; at++) {
            if (!cut[at] && !pieces.get(at).isMark()) {
                join(last, at);
                rest.append(text, pieces.get(at).start(), pieces.get(at).end());
                last = at;
            }
        }
        if (last >= 0) {
            join(last, cut.length);
        }
        return cut.length > 0 && cut[cut.length - 1] ? rest.toString().stripTrailing() : rest.toString();
    }

    /** Appends what stands between two pieces that stay; there may be none before, and none after. */
    private void join(int before, int after) {
        int from = before < 0 ? 0 : pieces.get(before).end();
        int to = after == cut.length ? text.length() : pieces.get(after).start();
        int firstCut = firstCut(before + 1, after);
        if (firstCut == after) {
            rest.append(text, from, to);
            return;
        }
        String mark = before < 0 ? "" : mark(before, firstCut, after);
        rest.append(mark);
        if (after < cut.length) {
            boolean spaced = !rest.isEmpty() && Character.isWhitespace(rest.charAt(rest.length() - 1));
            rest.append(rest.isEmpty() || spaced ? "" : " ").append(opening(after));
        }
    }

    private int firstCut(int from, int to) {
        int at = from;
        while (at < to && !cut[at]) {
            at++;
        }
        return at;
    }

    /** The punctuation that ends what stands before a cut. */
    private String mark(int before, int firstCut, int after) {
        boolean inClause = firstCut == before + 1;
        int from = inClause ? firstKept(firstCut, after) : before + 1;
        int to = endOfClosing(from, after);
        String own = from == to
                ? ""
                : text.substring(pieces.get(from).start(), pieces.get(to - 1).end());
        boolean untouched = inClause && firstCut(to, after) == after;
        if (untouched || hasFullStop(own)) {
            return own;
        }
        boolean stops = hasFullStop(marks(to, after));
        String kept = stops || after == cut.length ? withoutPauses(own) : own;
        return stops ? kept + "." : kept;
    }

    private int firstKept(int from, int to) {
        int at = from;
        while (at < to && cut[at]) {
            at++;
        }
        return at;
    }

    /** The end of the marks from one piece on, up to the first that is cut or opens something. */
    private int endOfClosing(int from, int to) {
        int at = from;
        while (at < to && !cut[at] && OPENING.indexOf(pieces.get(at).text().charAt(0)) < 0) {
            at++;
        }
        return at;
    }

    private static String withoutPauses(String marks) {
        int end = marks.length();
        while (end > 0 && (PAUSES.indexOf(marks.charAt(end - 1)) >= 0 || marks.charAt(end - 1) == ' ')) {
            end--;
        }
        return marks.substring(0, end);
    }

    private String marks(int from, int to) {
        StringBuilder marks = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (!cut[at]) {
                marks.append(pieces.get(at).text());
            }
        }
        return marks.toString();
    }

    private static boolean hasFullStop(String marks) {
        return marks.chars().anyMatch(mark -> FULL_STOPS.indexOf(mark) >= 0);
    }

    /** Marks that open what follows, right before it. */
    private String opening(int at) {
        int from = at;
        while (from > 0
                && !cut[from - 1]
                && OPENING.indexOf(pieces.get(from - 1).text().charAt(0)) >= 0) {
            from--;
        }
        return from == at
                ? ""
                : text.substring(pieces.get(from).start(), pieces.get(at).start());
    }
}
