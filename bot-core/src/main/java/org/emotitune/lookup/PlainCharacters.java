package org.emotitune.lookup;

import java.nio.charset.Charset;
import java.text.Normalizer;

/** One way of writing each line break, space and accent, and no characters that cannot be seen. */
final class PlainCharacters {
    /** No language has more in a row; so says the Stream-Safe Text Format of UAX #15. Sorting long rows is quadratic. */
    private static final int MOST_MARKS = 30;

    /** What bytes 80 to 9F mean on Windows, where a text took them for Latin-1. */
    private static final String WINDOWS = windows();

    private static final char UNDEFINED = '\uFFFD';

    private PlainCharacters() {}

    private static String windows() {
        byte[] bytes = new byte[0x20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }

    static String of(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        String written = rewrite(text);
        return Normalizer.isNormalized(written, Normalizer.Form.NFC)
                ? written
                : Normalizer.normalize(written, Normalizer.Form.NFC);
    }

    /** Needs no look at all: Latin and Cyrillic letters with what belongs to them, and the signs of typography. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F)
                || c == '\n'
                || (c > 0xA0 && c < 0x300 && c != 0xAD)
                || (c >= 0x400 && c < 0x530 && !(c >= 0x483 && c <= 0x489))
                || (c >= 0x2010 && c <= 0x2027);
    }

    private static String rewrite(String text) {
        StringBuilder written = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            marks = isMark(c) ? marks + 1 : 0;
            if (c == '\r' && text.startsWith("\n", at + 1)) {
                continue;
            }
            int plain = plain(c, written);
            if (plain != UNDEFINED && marks <= MOST_MARKS) {
                written.appendCodePoint(plain);
            }
        }
        return written.toString();
    }

    /** @return the same, its plain form, or {@link #UNDEFINED} if it has to go */
    private static int plain(int c, StringBuilder before) {
        if (c >= 0x80 && c < 0xA0) {
            return WINDOWS.charAt(c - 0x80);
        }
        if (c == 0x200C || c == 0x200D) {
            return joins(before) ? c : UNDEFINED;
        }
        if (c >= 0x2669 && c <= 0x266C) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.CONTROL -> control(c);
            case Character.FORMAT, Character.SURROGATE -> UNDEFINED;
            default -> c;
        };
    }

    private static int control(int c) {
        return switch (c) {
            case '\n', '\r', '\f', 0x0B -> '\n';
            case '\t' -> ' ';
            default -> UNDEFINED;
        };
    }

    /** In Persian and Indic scripts and in emoji a joiner is part of the spelling; after Latin and the like it is not. */
    private static boolean joins(StringBuilder before) {
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        return last >= 0x590 && (last < 0x1E00 || last >= 0x2070);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
