package org.emotitune.recommend;

import java.util.List;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for beside the feeling.
 *
 * @param language ISO 639-1 code of the language to be sung in, two lower-case letters; null for any
 * @param era null for any
 * @param count songs on a page, 1 to {@link #MOST_SONGS}; null for the usual number
 * @param nothingSad whether sad songs are not wanted
 * @param without artists that are not wanted, at most {@link #MOST_ARTISTS}
 */
public record Wishes(
        @Nullable String language,
        @Nullable Era era,
        @Nullable Integer count,
        boolean nothingSad,
        List<Artist> without) {
    public static final int MOST_SONGS = 10;
    public static final int MOST_ARTISTS = 2;
    public static final Wishes NONE = new Wishes(null, null, null, false, List.of());

    public Wishes {
        if (language != null && !language.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("no code of a language: " + language);
        }
        if (count != null && (count < 1 || count > MOST_SONGS)) {
            throw new IllegalArgumentException("the number of songs is not in 1..%d: %d".formatted(MOST_SONGS, count));
        }
        if (without.size() > MOST_ARTISTS) {
            throw new IllegalArgumentException("more than %d artists: %s".formatted(MOST_ARTISTS, without));
        }
        without = List.copyOf(without);
    }

    /** These wishes, and the others' where these wish for nothing. */
    public Wishes orElse(Wishes others) {
        return new Wishes(
                language == null ? others.language : language,
                era == null ? others.era : era,
                count == null ? others.count : count,
                nothingSad || others.nothingSad,
                without.isEmpty() ? others.without : without);
    }

    /** The same, but for the number of songs. */
    public Wishes withoutCount() {
        return new Wishes(language, era, null, nothingSad, without);
    }
}
