package org.emotitune.recommend;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.emotitune.person.Votes;
import org.emotitune.song.SongId;

/**
 * What people say of songs, asked for again only after {@link #LIFE}: a thumb moves a song a little for all, so it may
 * do so half a minute later. Thread-safe.
 */
public final class RecentVotes implements Function<Collection<SongId>, Map<SongId, Votes>> {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST_SONGS = 50_000;

    private final LoadingCache<SongId, Votes> votes;

    /** @param store asked for several songs at once; songs without a vote are left out of its answer */
    public RecentVotes(Function<Collection<SongId>, Map<SongId, Votes>> store) {
        this.votes = Caffeine.newBuilder()
                .maximumSize(MOST_SONGS)
                .expireAfterWrite(LIFE)
                .build(CacheLoader.bulk(songs -> all(store, songs)));
    }

    private static Map<SongId, Votes> all(
            Function<Collection<SongId>, Map<SongId, Votes>> store, Collection<? extends SongId> songs) {
        Map<SongId, Votes> all = new HashMap<>(store.apply(Set.copyOf(songs)));
        songs.forEach(song -> all.putIfAbsent(song, Votes.NONE));
        return all;
    }

    @Override
    public Map<SongId, Votes> apply(Collection<SongId> songs) {
        return votes.getAll(songs);
    }
}
