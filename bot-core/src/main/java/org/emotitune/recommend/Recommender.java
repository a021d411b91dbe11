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
import org.emotitune.song.SongId;

/** Finds the songs for a profile. Thread-safe. */
public final class Recommender {
    /** How many more songs than wanted are looked at, since songs for another occasion are left out. */
    private static final int OUT_OF_PLACE_ALLOWANCE = 15;

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

    /** @return a page of songs; {@link Page.NothingClose} without songs if there is no catalog */
    public Page recommend(Profile feeling, Wish wish) {
        Optional<Generation> active = index.active();
        if (active.isEmpty()) {
            return new Page.NothingClose(List.of());
        }
        List<Neighbour> nearest = index.nearest(
                active.get(), space.queryVector(feeling), wish.limit() + OUT_OF_PLACE_ALLOWANCE, wish.excluded());
        Map<SongId, ProfiledSong> songs =
                catalog.songs(nearest.stream().map(Neighbour::song).toList());
        List<Recommendation> candidates = nearest.stream()
                .map(neighbour -> recommendation(feeling, neighbour, songs))
                .flatMap(Optional::stream)
                .filter(song -> !vocabulary.isOutOfPlace(song.profile(), feeling))
                .toList();
        return Ranking.page(candidates, active.get(), wish);
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
