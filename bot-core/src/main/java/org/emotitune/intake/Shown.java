package org.emotitune.intake;

/** What strangers wrote as it may stand in a message to the operator: short, in one line. */
public final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String quoted(String value) {
        return "'" + cut(value) + "'";
    }

    /** @return the first 40 characters; what a terminal could take for a command is a question mark */
    public static String cut(String value) {
        String start = value;
        if (value.codePointCount(0, value.length()) > LONGEST) {
            start = value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
        }
        return printable(start);
    }

    /** @return the same, with a question mark for each character that is not to be seen */
    public static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }
}
