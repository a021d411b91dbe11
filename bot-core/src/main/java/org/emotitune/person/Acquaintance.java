package org.emotitune.person;

import java.util.Optional;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has to know of a person.
 *
 * @param chosenLanguage language that the person has asked for; null where each message's own is wanted
 * @param lastLanguage language of the last message that showed one; null where there was none
 * @param recent songs given lately
 * @param liked songs with the person's thumb up
 * @param disliked songs with the person's thumb down
 */
public record Acquaintance(
        @Nullable Language chosenLanguage,
        @Nullable Language lastLanguage,
        Set<SongId> recent,
        Set<SongId> liked,
        Set<SongId> disliked) {
    /** Nobody that is known. */
    public static final Acquaintance NONE = new Acquaintance(null, null, Set.of(), Set.of(), Set.of());

    public Acquaintance {
        recent = Set.copyOf(recent);
        liked = Set.copyOf(liked);
        disliked = Set.copyOf(disliked);
    }

    /** The language to answer in where a message does not show its own. */
    public Optional<Language> language() {
        return Optional.ofNullable(chosenLanguage == null ? lastLanguage : chosenLanguage);
    }
}
