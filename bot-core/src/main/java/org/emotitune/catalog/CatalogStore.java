package org.emotitune.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.song.Artist;
import org.emotitune.song.Song;
import org.emotitune.song.SongId;

/** Songs and their profiles, kept. Thread-safe. */
public interface CatalogStore {

    /** A kept song with its profile. */
    record ProfiledSong(Song song, Profile profile) {}

    /** Makes sure that every word and theme can be named by a profile. */
    void keepVocabulary(Vocabulary vocabulary);

    /**
     * Makes the starter catalog what it is given as, in one transaction: new songs are added, changed ones changed, and
     * starter songs that are no longer in it go. A song that was imported stays as it was imported.
     *
     * @param digest of the entries: where it is the one of the last time, nothing is done
     * @param entries asked for only if needed
     */
    void keepStarter(String digest, Supplier<List<CatalogEntry>> entries);

    /**
     * Which state of the catalog a search should find: another text whenever a song or a profile has changed.
     *
     * @param withStarter whether the starter catalog is searched
     */
    String revision(boolean withStarter);

    /**
     * Tells of every song with a profile, by id, in constant memory. Of songs with the same title and artist only the most
     * popular one is told of.
     *
     * @param withStarter whether songs of the starter catalog are told of, too
     */
    void eachProfiledSong(boolean withStarter, Consumer<ProfiledSong> each);

    /** @return the songs with these ids, with the profiles that are indexed now; songs that are not indexed are left out */
    Map<SongId, ProfiledSong> songs(Collection<SongId> ids);

    /** @return the artist of this name, case and accents aside */
    Optional<Artist> artist(String name);

    /** @return the artist with this id */
    Optional<Artist> artist(long id);

    /** @return the songs that name any of these artists */
    Set<SongId> songsBy(Collection<Artist> artists);
}
