package org.emotitune.admin;

/** The beginning of what is too long. */
final class Cut {
    private Cut() {}

    /** @return with an ellipsis where that is not all; in all at most so many characters */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
