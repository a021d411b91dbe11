package org.emotitune.intake;

import org.emotitune.emotion.Profile;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/**
 * A song of the catalog on its way to a file. Lyrics stay here.
 *
 * @param isrc International Standard Recording Code, twelve capitals and digits
 * @param source who read the song: "authored", "file", "embedded", or the name of a language model
 */
public record ExportedSong(
        SongFacts facts, @Nullable String album, @Nullable String isrc, Profile profile, String source) {}
