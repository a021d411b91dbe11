package org.emotitune.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reasoning models think aloud before they answer, between tags. */
final class Thinking {
    private static final Pattern TAG =
            Pattern.compile("</?(?:think|thinking|thought)>|\\[/?THINK]", Pattern.CASE_INSENSITIVE);

    private Thinking() {}

    /** Whether there are any thoughts in it. */
    static boolean isIn(String text) {
        return TAG.matcher(text).find();
    }

    /**
     * @return the text without all that is thought; where only the end of it is there, as the server's template has
     *     begun it, without everything before that
     * @throws UnusableAnswerException if it is still thinking at its end
     */
    static String without(String text) throws UnusableAnswerException {
        StringBuilder said = new StringBuilder();
        boolean thinking = false;
        int at = 0;
        for (Matcher tag = TAG.matcher(text); tag.find(); at = tag.end()) {
            boolean ends = tag.group().charAt(1) == '/';
            if (!thinking && ends) {
                said.setLength(0);
            } else if (!thinking) {
                said.append(text, at, tag.start());
            }
            thinking = !ends;
        }
        if (thinking) {
            throw new UnusableAnswerException("It ended before the thinking did.");
        }
        return said.append(text, at, text.length()).toString();
    }
}
