package org.emotitune.recommend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.Generation;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.song.SongId;

/** Finds the songs for a profile. Thread-safe. */
public final class Recommender {
    /** How many more songs than wanted are looked at, since songs for another occasion are left out. */
    private static final int OUT_OF_PLACE_ALLOWANCE = 10;

    private static final int MOST_LOOKED_AT = 1000;

    /** A search that a new generation overtakes is made again: its table may have been emptied under it. */
    private static final int ATTEMPTS = 3;

    private final SongIndex index;
    private final CatalogStore catalog;
    private final MoodSpace space;
    private final Vocabulary vocabulary;

    public Recommender(SongIndex index, CatalogStore catalog, MoodSpace space, Vocabulary vocabulary) {
        this.index = index;
        this.catalog = catalog;
        this.space = space;
        this.vocabulary = vocabulary;
    }

    /**
     * The songs for a feeling.
     *
     * @return {@link Page.NothingClose} without songs if there is no catalog
     * @throws StoreUnavailableException if the index cannot be reached, or has been rebuilt for another mood space
     */
    public Page recommend(Profile feeling, Wish wish) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Generation> active = index.active();
            if (active.isEmpty()) {
                return new Page.NothingClose(List.of());
            }
            requireSameSpace(active.get());
            List<Recommendation> candidates = candidates(active.get(), feeling, wish);
            if (index.active().equals(active)) {
                return Ranking.page(candidates, active.get(), wish);
            }
        }
        throw new StoreUnavailableException("the song index was rebuilt again and again while it was searched");
    }

    private void requireSameSpace(Generation generation) {
        if (!generation.space().equals(space.digest())) {
            throw new StoreUnavailableException(
                    "the song index was rebuilt by another version of the program: restart this one");
        }
    }

    /** Looks further where songs for another occasion take the places of those that are wanted. */
    private List<Recommendation> candidates(Generation generation, Profile feeling, Wish wish) {
        float[] query = space.queryVector(feeling);
        int k = wish.limit() + OUT_OF_PLACE_ALLOWANCE;
        while (true) {
            List<Neighbour> nearest = index.nearest(generation, query, k, wish.excluded());
            List<Recommendation> candidates = candidates(feeling, nearest);
            if (candidates.size() >= wish.limit() || nearest.size() < k || k == MOST_LOOKED_AT) {
                return candidates;
            }
            k = Math.min(4 * k, MOST_LOOKED_AT);
        }
    }

    private List<Recommendation> candidates(Profile feeling, List<Neighbour> nearest) {
        Map<SongId, ProfiledSong> songs =
                catalog.songs(nearest.stream().map(Neighbour::song).toList());
        return nearest.stream()
                .map(neighbour -> recommendation(feeling, neighbour, songs))
                .flatMap(Optional::stream)
                .filter(song -> !vocabulary.isOutOfPlace(song.profile(), feeling))
                .toList();
    }

    private Optional<Recommendation> recommendation(
            Profile feeling, Neighbour neighbour, Map<SongId, ProfiledSong> songs) {
        return Optional.ofNullable(songs.get(neighbour.song()))
                .map(song -> new Recommendation(
                        song.song(),
                        song.profile(),
                        space.similarity(feeling, neighbour.cosine()),
                        shared(song.profile().emotions(), feeling.emotions()),
                        shared(song.profile().themes(), feeling.themes())));
    }

    private static List<String> shared(List<WeightedWord> song, List<WeightedWord> feeling) {
        Set<String> felt = feeling.stream().map(WeightedWord::word).collect(Collectors.toSet());
        return song.stream().map(WeightedWord::word).filter(felt::contains).toList();
    }
}
