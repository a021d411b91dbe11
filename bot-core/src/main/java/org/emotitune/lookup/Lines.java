package org.emotitune.lookup;

/** Spaces and line breaks, each only where it parts something. */
final class Lines {
    private Lines() {}

    /** @return one space between words, none around a line, at most one empty line in a row, none at either end */
    static String tidy(String text) {
        if (isTidy(text)) {
            return text;
        }
        StringBuilder tidy = new StringBuilder(text.length());
        int lineBreaks = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineBreaks++;
                space = false;
            } else if (c == ' ') {
                space = true;
            } else {
                part(tidy, lineBreaks, space);
                tidy.append(c);
                lineBreaks = 0;
                space = false;
            }
        }
        return tidy.toString();
    }

    private static void part(StringBuilder tidy, int lineBreaks, boolean space) {
        if (tidy.isEmpty()) {
            return;
        }
        if (lineBreaks > 0) {
            tidy.append("\n".repeat(Math.min(lineBreaks, 2)));
        } else if (space) {
            tidy.append(' ');
        }
    }

    private static boolean isTidy(String text) {
        return text.equals(text.strip())
                && !text.contains("  ")
                && !text.contains(" \n")
                && !text.contains("\n ")
                && !text.contains("\n\n\n");
    }
}
