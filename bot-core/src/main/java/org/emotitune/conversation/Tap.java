package org.emotitune.conversation;

import java.time.Instant;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** What a button stands for. All that is needed to answer it is in the button: nothing of it is kept anywhere. */
sealed interface Tap {

    /** Where songs begin: a feeling, or a song that is to be resembled. */
    sealed interface Start {}

    record Feeling(Profile profile) implements Start {}

    record LikeSong(SongId song) implements Start {}

    /**
     * Songs.
     *
     * @param since the moment of the first page where these are further songs, whole seconds; null for a first page
     */
    record Show(
            Start start, Wishes wishes, Aim aim, @Nullable Instant since) implements Tap {}

    /** The feeling was not heard right: asks for the right one. */
    record NotQuite(Profile profile, Wishes wishes) implements Tap {}

    /** @param stance null to take the vote back */
    record Vote(SongId song, @Nullable Stance stance) implements Tap {}

    /** @param language null for each message's own */
    record Speak(@Nullable Language language) implements Tap {}
}
