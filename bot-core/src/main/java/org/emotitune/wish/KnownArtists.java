package org.emotitune.wish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotitune.song.Artist;
import org.emotitune.wish.WishReader.Artists;

/** Asks for artists on behalf of one message: each name once, and not too many of them. Not thread-safe. */
final class KnownArtists {
    /** Questions that one message may cost: two artists of five words, announced one by one, cost about 20. */
    static final int MOST_QUESTIONS = 32;

    private final Artists artists;
    private final Map<String, Optional<Artist>> answers = new HashMap<>();

    KnownArtists(Artists artists) {
        this.artists = artists;
    }

    /** @return empty, too, where too much has been asked already */
    Optional<Artist> find(String name) {
        Optional<Artist> answer = answers.get(name);
        if (answer == null && answers.size() < MOST_QUESTIONS) {
            answer = artists.find(name);
            answers.put(name, answer);
        }
        return answer == null ? Optional.empty() : answer;
    }
}
