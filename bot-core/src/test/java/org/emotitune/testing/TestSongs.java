package org.emotitune.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.emotion.Profile;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Songs that nobody sings. */
public final class TestSongs {
    public static final String ARTIST = "The Testers";

    private TestSongs() {}

    public static SongFacts named(String title) {
        return popular(title, 50);
    }

    public static SongFacts popular(String title, @Nullable Integer popularity) {
        return new SongFacts(null, title, ARTIST, 1999, "en", 180_000, popularity);
    }

    public static CatalogEntry entry(String title, List<String> emotions, List<String> themes) {
        return new CatalogEntry(named(title), TestProfiles.of(emotions, themes));
    }

    public static CatalogEntry entry(String title, Profile profile) {
        return new CatalogEntry(named(title), profile);
    }

    /** Who sings a song of which that is known. */
    public static String artist(SongFacts song) {
        return Objects.requireNonNull(song.artist(), song.title());
    }

    /** All songs of a catalog, for a small one. */
    public static List<ProfiledSong> kept(CatalogStore catalog, boolean withStarter) {
        List<ProfiledSong> songs = new ArrayList<>();
        catalog.eachProfiledSong(withStarter, songs::add);
        return songs;
    }
}
