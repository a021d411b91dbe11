package org.emotitune.lookup;

import java.util.ArrayList;
import java.util.List;

/**
 * Cyrillic letters that a page wrote into Latin words, to know its own text again elsewhere.
 *
 * <p>A word of Cyrillic letters alone stays as it is, and so does one with a Cyrillic letter that looks like no Latin one.
 * A mixed word is Latin if it has a Latin letter that looks like no Russian one. What could be either, a single letter
 * ("о") or a mixed word whose letters are all alike, is Latin only in a text that has Latin words and no word that is
 * certainly Cyrillic: to leave a mark in a song of two languages costs less than to take a letter from it.
 */
final class LookAlikes {
    private static final char FIRST_CYRILLIC = 0x400;
    private static final char AFTER_CYRILLIC = 0x530;

    /** By Cyrillic letter, from U+0400: the Latin one that it looks like, or 0. */
    private static final char[] LATIN =
            latin("аеорсухіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅҺԚԜӀ", "aeopcyxijshdqwlABEKMHOPCTYXIJSHQWI");

    private static final String LIKE_RUSSIAN = "aeopcyxABEKMHOPCTYX";

    private enum Script {
        LATIN,
        CYRILLIC,
        EITHER,
        NONE
    }

    private record Word(int start, int end) {}

    private final StringBuilder text;
    private final List<Word> doubtful = new ArrayList<>();
    private boolean hasLatin;
    private boolean hasCyrillic;

    private LookAlikes(String text) {
        this.text = new StringBuilder(text);
    }

    private static char[] latin(String cyrillic, String latin) {
        char[] table = new char[AFTER_CYRILLIC - FIRST_CYRILLIC];
        for (int i = 0; i < cyrillic.length(); i++) {
            table[cyrillic.charAt(i) - FIRST_CYRILLIC] = latin.charAt(i);
        }
        return table;
    }

    static String toLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isCyrillic(text.charAt(i))) {
                return new LookAlikes(text).rewritten();
            }
        }
        return text;
    }

    private String rewritten() {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
            decide(new Word(start, end));
            start = end + 1;
        }
        if (hasLatin && !hasCyrillic) {
            doubtful.forEach(this::write);
        }
        return text.toString();
    }

    private void decide(Word word) {
        switch (script(word)) {
            case LATIN -> {
                hasLatin = true;
                write(word);
            }
            case CYRILLIC -> hasCyrillic = true;
            case EITHER -> doubtful.add(word);
            case NONE -> {}
        }
    }

    private void write(Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            if (isLookAlike(text.charAt(i))) {
                text.setCharAt(i, LATIN[text.charAt(i) - FIRST_CYRILLIC]);
            }
        }
    }

    private Script script(Word word) {
        boolean latin = false;
        boolean onlyLatin = false;
        int lookAlikes = 0;
        for (int i = word.start(); i < word.end(); i++) {
            char c = text.charAt(i);
            if (isLookAlike(c)) {
                lookAlikes++;
            } else if (isCyrillic(c)) {
                return Script.CYRILLIC;
            } else if (isLatinLetter(c)) {
                latin = true;
                onlyLatin |= LIKE_RUSSIAN.indexOf(c) < 0;
            }
        }
        if (onlyLatin || (latin && lookAlikes == 0)) {
            return Script.LATIN;
        }
        if (lookAlikes > 1 && !latin) {
            return Script.CYRILLIC;
        }
        return lookAlikes > 0 ? Script.EITHER : Script.NONE;
    }

    private static boolean isOfWord(char c) {
        return c < 0x80
                ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
                : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** In Latin-1, its extensions A and B, or among the letters of Vietnamese. */
    private static boolean isLatinLetter(char c) {
        return (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && Character.isLetter(c);
    }

    private static boolean isLookAlike(char c) {
        return isCyrillic(c) && LATIN[c - FIRST_CYRILLIC] != 0;
    }

    private static boolean isCyrillic(char c) {
        return c >= FIRST_CYRILLIC && c < AFTER_CYRILLIC;
    }
}
