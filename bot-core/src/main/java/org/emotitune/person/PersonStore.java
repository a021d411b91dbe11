package org.emotitune.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of people: languages, songs given, votes. Never a word of what they wrote, nor what they felt.
 * Thread-safe. Every method throws {@link org.emotitune.index.StoreUnavailableException} where the store does not
 * answer.
 */
public interface PersonStore {

    /**
     * What an answer has to know of a person; {@link Acquaintance#NONE} of somebody new.
     *
     * @param givenSince songs given at or after this moment count as recent
     */
    Acquaintance of(PersonKey person, Instant givenSince);

    /**
     * Notes that songs were given, and that the person was here. A song given again counts from now.
     *
     * @param language of the message; null where it showed none: then the last one stays
     */
    void given(PersonKey person, PlaceKey place, Collection<SongId> songs, @Nullable Language language, Instant now);

    /** @return songs given in a place, to whomever, at or after a moment */
    Set<SongId> givenIn(PlaceKey place, Instant since);

    /** Notes what a person says of a song, in place of what they said before; does nothing if there is no such song. */
    void vote(PersonKey person, SongId song, Stance stance, Instant now);

    /** Takes a vote back, if there is one. */
    void unvote(PersonKey person, SongId song, Instant now);

    /** @return what people say of these songs; songs without a vote are left out */
    Map<SongId, Votes> votes(Collection<SongId> songs);

    /** @param language to answer in from now on; null for each message's own */
    void choose(PersonKey person, @Nullable Language language, Instant now);

    /** @return all that is kept of a person */
    Keepsakes export(PersonKey person);

    /**
     * Deletes all that is kept of a person.
     *
     * @return whether anything was kept
     */
    boolean forget(PersonKey person);

    /**
     * Deletes everything of people who were last here before a moment, and every song given before it.
     *
     * @return how many people were forgotten
     */
    int forgetBefore(Instant moment);
}
