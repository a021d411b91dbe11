package org.emotitune.intake;

/** Values of a file as they may stand in a message to the operator: short, in one line. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String quoted(String value) {
        return "'" + cut(value) + "'";
    }

    /** @return the first 40 characters; what a terminal could take for a command is a question mark */
    static String cut(String value) {
        String start = value;
        if (value.codePointCount(0, value.length()) > LONGEST) {
            start = value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
        }
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }
}
