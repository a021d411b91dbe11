package org.emotitune.song;

import java.util.Locale;
import java.util.regex.Pattern;

/** International Standard Recording Codes (ISO 3901): country, registrant, year and number of a recording. */
public final class Isrc {
    /** As it is kept: twelve capitals and digits. */
    public static final Pattern PATTERN = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

    private Isrc() {}

    /** @return the code as it is kept, if it is one: some write it with hyphens, "US-RC1-76-07839" */
    public static String plain(String written) {
        return written.replace("-", "").strip().toUpperCase(Locale.ROOT);
    }

    /** @param plain as {@link #plain} gives it */
    public static boolean isOne(String plain) {
        return PATTERN.matcher(plain).matches();
    }
}
