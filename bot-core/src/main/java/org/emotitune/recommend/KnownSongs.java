package org.emotitune.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.index.Generation;
import org.emotitune.song.SongId;

/** The songs that were asked for last, in memory. Thread-safe. */
final class KnownSongs {
    /** Songs that are kept: some 40 MB. */
    private static final int MOST = 20_000;

    private final CatalogStore catalog;
    private final Cache<Place, ProfiledSong> songs =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** A song as it is in a generation: what is known of it changes only with the next one. */
    private record Place(long generation, SongId song) {}

    KnownSongs(CatalogStore catalog) {
        this.catalog = catalog;
    }

    /** @return the songs with these ids; songs that are not indexed are left out */
    Map<SongId, ProfiledSong> of(Generation generation, List<SongId> ids) {
        List<Place> places =
                ids.stream().map(id -> new Place(generation.id(), id)).toList();
        return songs
                .getAll(places, missing -> {
                    List<SongId> unknown = missing.stream().map(Place::song).toList();
                    return catalog.songs(unknown).values().stream()
                            .collect(Collectors.toMap(
                                    song -> new Place(
                                            generation.id(), song.song().id()),
                                    song -> song));
                })
                .values()
                .stream()
                .collect(Collectors.toMap(song -> song.song().id(), song -> song));
    }
}
