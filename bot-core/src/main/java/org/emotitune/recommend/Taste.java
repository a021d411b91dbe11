package org.emotitune.recommend;

import java.util.HashSet;
import java.util.Set;
import org.emotitune.song.SongId;

/**
 * What is known of the person that songs are for.
 *
 * @param never songs that must not be given, whatever else fits
 * @param recent songs that are given again only if nothing else fits
 * @param liked songs with the person's thumb up
 */
public record Taste(Set<SongId> never, Set<SongId> recent, Set<SongId> liked) {
    public static final Taste UNKNOWN = new Taste(Set.of(), Set.of(), Set.of());

    public Taste {
        never = Set.copyOf(never);
        recent = Set.copyOf(recent);
        liked = Set.copyOf(liked);
    }

    /** The same, but for one more song that must not be given. */
    public Taste alsoNever(SongId song) {
        Set<SongId> more = new HashSet<>(never);
        more.add(song);
        return new Taste(more, recent, liked);
    }
}
