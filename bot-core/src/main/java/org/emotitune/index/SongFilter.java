package org.emotitune.index;

import java.util.Set;
import org.emotitune.song.Era;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * Which songs a search may find. A song of which a fact is not known does not fulfil a wish for it.
 *
 * @param excluded songs that are not wanted
 * @param language ISO 639 code of the language sung; null for any
 * @param era year of release; null for any
 * @param nothingSad whether sad songs are left out (see {@link SongIndex#SAD})
 */
public record SongFilter(
        Set<SongId> excluded,
        @Nullable String language,
        @Nullable Era era,
        boolean nothingSad) {
    public static final SongFilter NONE = new SongFilter(Set.of(), null, null, false);

    public SongFilter {
        excluded = Set.copyOf(excluded);
    }
}
