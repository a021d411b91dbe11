package org.emotitune.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.emotitune.conversation.Visitor.Guest;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Wishes;

/**
 * What a question was about, so that an answer in words means as much as a tap: the wishes that were noted, and the
 * themes of a feeling that is being corrected. In memory, for a few minutes, until the next message. Thread-safe.
 */
final class Afterthoughts {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_PEOPLE = 10_000;

    /**
     * @param wishes to be added to those of the next message
     * @param themes of the next message, where it has none of its own
     */
    record Afterthought(Wishes wishes, List<WeightedWord> themes) {
        static final Afterthought NONE = new Afterthought(Wishes.NONE, List.of());

        Afterthought {
            themes = List.copyOf(themes);
        }
    }

    private final Cache<Guest, Afterthought> kept = Caffeine.newBuilder()
            .maximumSize(MOST_PEOPLE)
            .expireAfterWrite(LIFE)
            .build();

    void keep(Visitor visitor, Afterthought afterthought) {
        Guest guest = visitor.guest();
        if (guest != null) {
            kept.put(guest, afterthought);
        }
    }

    /** The one that was kept last, which is then forgotten. */
    Afterthought take(Visitor visitor) {
        return Optional.ofNullable(visitor.guest())
                .map(guest -> kept.asMap().remove(guest))
                .orElse(Afterthought.NONE);
    }
}
