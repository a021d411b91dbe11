package org.emotitune.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lyrics in the LRC format: every line carries the time at which it is sung. */
final class SyncedLyrics {
    /** "[01:02.34]" before a line, several of them where it comes back; "<01:02.34>" before a word. */
    private static final Pattern TIME = Pattern.compile("[\\[<]\\d{1,3}:\\d{2}(?:[.:]\\d{1,3})?[]>]\\h?");

    /** A line about the file: "[ar:Somebody]". A heading such as "[Chorus]" has no colon after a short tag. */
    private static final Pattern TAG =
            Pattern.compile("\\h*\\[(?:ti|ar|al|au|by|la|re|ve|length|offset):[^]]*]\\h*", Pattern.CASE_INSENSITIVE);

    private SyncedLyrics() {}

    /** @return the words alone, line by line; may be blank */
    static String words(String synced) {
        return synced.lines()
                .filter(line -> !TAG.matcher(line).matches())
                .map(line -> TIME.matcher(line).replaceAll("").strip())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
