package org.emotitune.recommend;

import java.util.List;
import org.emotitune.emotion.Profile;
import org.emotitune.song.Song;

/**
 * A song for a message.
 *
 * @param profile of the song
 * @param similarity cosine similarity to the message on the common scale, -1 to 1
 * @param sharedEmotions emotions that the message has too, strongest in the song first
 * @param sharedThemes themes that the message has too, strongest in the song first
 */
public record Recommendation(
        Song song, Profile profile, double similarity, List<String> sharedEmotions, List<String> sharedThemes) {
    public Recommendation {
        sharedEmotions = List.copyOf(sharedEmotions);
        sharedThemes = List.copyOf(sharedThemes);
    }
}
