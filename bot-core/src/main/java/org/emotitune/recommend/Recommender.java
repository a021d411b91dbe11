package org.emotitune.recommend;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.index.Generation;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.person.Votes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Finds the songs for a profile. Thread-safe. */
public final class Recommender {
    /** How many more songs than wanted are looked at: some are for another occasion, thumbs move others. */
    private static final int ALLOWANCE = 8;

    private static final int MOST_LOOKED_AT = 1000;

    /** A search that a new generation overtakes is made again: its table may have been emptied under it. */
    private static final int ATTEMPTS = 3;

    private final SongIndex index;
    private final CatalogStore catalog;
    private final MoodSpace space;
    private final Vocabulary vocabulary;
    private final Function<Collection<SongId>, Map<SongId, Votes>> votes;
    private final PathFinder paths;
    private final LeastMisery leastMisery;
    private final KnownSongs songs;
    private volatile @Nullable Generation last;

    /** @param votes what people say of songs; songs without a vote are left out */
    public Recommender(
            SongIndex index,
            CatalogStore catalog,
            MoodSpace space,
            Vocabulary vocabulary,
            Function<Collection<SongId>, Map<SongId, Votes>> votes) {
        this.index = index;
        this.catalog = catalog;
        this.space = space;
        this.vocabulary = vocabulary;
        this.votes = votes;
        this.paths = new PathFinder(vocabulary);
        this.leastMisery = new LeastMisery(space, vocabulary);
        this.songs = new KnownSongs(catalog);
    }

    /**
     * The songs for a feeling.
     *
     * @return {@link Page.NothingClose} without songs if there is none, or none that the wishes allow
     * @throws StoreUnavailableException if the index cannot be reached, or has been rebuilt for another mood space
     */
    public Page recommend(Profile feeling, Request request) {
        Profile wanted = request.wishes().nothingSad() ? vocabulary.withoutSadness(feeling) : feeling;
        return search(generation -> {
                    Page fresh = page(generation, wanted, request, fresh(request));
                    return request.taste().recent().isEmpty() || fresh.songs().size() == request.limit()
                            ? fresh
                            : filledUp(fresh, page(generation, wanted, request, allowed(request)), generation, request);
                })
                .orElseGet(() -> new Page.NothingClose(List.of()));
    }

    /** Where too few new songs match, those given lately take the places that are left. */
    private static Page filledUp(Page fresh, Page allowed, Generation generation, Request request) {
        return switch (allowed) {
            case Page.Matches(var songs, var ignored) -> {
                List<Recommendation> news = fresh instanceof Page.Matches ? fresh.songs() : List.of();
                List<Recommendation> page = Stream.concat(news.stream(), songs.stream())
                        .distinct()
                        .limit(request.limit())
                        .sorted(Ranking.order(request.order(), generation))
                        .toList();
                yield new Page.Matches(page, page.size() > news.size());
            }
            case Page.NothingClose nothing -> fresh.songs().isEmpty() ? nothing : fresh;
        };
    }

    private Page page(Generation generation, Profile feeling, Request request, SongFilter filter) {
        List<Recommendation> candidates = candidates(generation, feeling, request.limit(), filter);
        List<SongId> ids = candidates.stream().map(song -> song.song().id()).toList();
        return new Ranking(generation, request, votes.apply(ids)).page(candidates);
    }

    /**
     * The songs for several people at once: those that fit the person best whom they fit least, see {@link LeastMisery}.
     * People who all feel the same get what one of them would get.
     *
     * @param feelings one for each person, at least one; each different one is searched for
     * @return {@link Page.NothingClose} with the least bad songs where each song misses somebody; the similarity of every
     *     song is the least of all people's
     * @throws StoreUnavailableException as {@link #recommend}
     */
    public Page together(List<Profile> feelings, Request request) {
        List<Profile> wanted = request.wishes().nothingSad()
                ? feelings.stream().map(vocabulary::withoutSadness).toList()
                : feelings;
        if (wanted.stream().distinct().count() == 1) {
            return recommend(wanted.getFirst(), request);
        }
        return search(generation -> {
                    LeastMisery.Found found = leastMisery.find(wanted, search(generation, fresh(request)));
                    return new Ranking(
                                    generation,
                                    request,
                                    votes.apply(found.means().keySet()))
                            .shared(found.songs(), found.means());
                })
                .orElseGet(() -> new Page.NothingClose(List.of()));
    }

    /**
     * A way from a feeling to a better or calmer mood.
     *
     * @param aim where to; not {@link Aim#MATCH}
     * @return empty where the songs do not lead there
     * @throws StoreUnavailableException as {@link #recommend}
     */
    public Optional<MoodPath> path(Profile feeling, Aim aim, Request request) {
        return search(generation -> paths.find(feeling, aim, search(generation, fresh(request)))
                        .map(path -> path.beside(feeling, false))
                        .or(() -> paths.find(feeling, aim, search(generation, allowed(request)))
                                .map(path -> path.beside(feeling, true))))
                .flatMap(found -> found);
    }

    private PathFinder.Search search(Generation generation, SongFilter filter) {
        return (query, k) ->
                candidates(generation, query, index.nearest(generation, space.queryVector(query), k, filter));
    }

    /** Whether a feeling is not yet where an aim would lead. */
    public boolean leadsSomewhere(Profile feeling, Aim aim) {
        return paths.leadsSomewhere(feeling, aim);
    }

    /** @return what a song feels like; empty if there is no such song any more */
    public Optional<ProfiledSong> song(SongId song) {
        return Optional.ofNullable(catalog.songs(List.of(song)).get(song));
    }

    /**
     * Begins in the generation that was active the last time; whether it still is shows afterwards, when it has to be
     * asked anyway.
     *
     * @return what the search found in one generation; empty before the first one
     */
    private <T> Optional<T> search(Function<Generation, T> search) {
        Optional<Generation> generation = Optional.ofNullable(last).or(index::active);
        for (int attempt = 0; attempt < ATTEMPTS && generation.isPresent(); attempt++) {
            requireSameSpace(generation.get());
            T found = search.apply(generation.get());
            Optional<Generation> active = index.active();
            if (active.equals(generation)) {
                last = generation.get();
                return Optional.of(found);
            }
            generation = active;
        }
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        throw new StoreUnavailableException("the song index was rebuilt again and again while it was searched");
    }

    private void requireSameSpace(Generation generation) {
        if (!generation.space().equals(space.digest())) {
            throw new StoreUnavailableException(
                    "the song index was rebuilt by another version of the program: restart this one");
        }
    }

    private SongFilter fresh(Request request) {
        Set<SongId> excluded = new HashSet<>(request.taste().recent());
        excluded.addAll(request.taste().never());
        return filter(request, excluded);
    }

    private SongFilter allowed(Request request) {
        return filter(request, new HashSet<>(request.taste().never()));
    }

    private SongFilter filter(Request request, Set<SongId> excluded) {
        Wishes wishes = request.wishes();
        if (!wishes.without().isEmpty()) {
            excluded.addAll(catalog.songsBy(wishes.without()));
        }
        return new SongFilter(excluded, wishes.language(), wishes.era(), wishes.nothingSad());
    }

    /** Looks further where songs for another occasion take the places of those that are wanted. */
    private List<Recommendation> candidates(Generation generation, Profile feeling, int wanted, SongFilter filter) {
        float[] query = space.queryVector(feeling);
        int k = Math.min(wanted + ALLOWANCE, MOST_LOOKED_AT);
        while (true) {
            List<Neighbour> nearest = index.nearest(generation, query, k, filter);
            List<Recommendation> candidates = candidates(generation, feeling, nearest);
            if (candidates.size() >= wanted || nearest.size() < k || k == MOST_LOOKED_AT) {
                return candidates;
            }
            k = Math.min(4 * k, MOST_LOOKED_AT);
        }
    }

    private List<Recommendation> candidates(Generation generation, Profile feeling, List<Neighbour> nearest) {
        Map<SongId, ProfiledSong> known =
                songs.of(generation, nearest.stream().map(Neighbour::song).toList());
        return nearest.stream()
                .map(neighbour -> recommendation(feeling, neighbour, known))
                .flatMap(Optional::stream)
                .filter(song -> !vocabulary.isOutOfPlace(song.profile(), feeling))
                .toList();
    }

    private Optional<Recommendation> recommendation(
            Profile feeling, Neighbour neighbour, Map<SongId, ProfiledSong> songs) {
        return Optional.ofNullable(songs.get(neighbour.song()))
                .map(song -> Recommendation.of(
                        song.song(), song.profile(), space.similarity(feeling, neighbour.cosine()), feeling));
    }
}
