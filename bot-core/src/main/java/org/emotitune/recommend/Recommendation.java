package org.emotitune.recommend;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
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

    /** A song beside a feeling. */
    static Recommendation of(Song song, Profile profile, double similarity, Profile feeling) {
        return new Recommendation(
                song,
                profile,
                similarity,
                shared(profile.emotions(), feeling.emotions()),
                shared(profile.themes(), feeling.themes()));
    }

    private static List<String> shared(List<WeightedWord> song, List<WeightedWord> feeling) {
        Set<String> felt = feeling.stream().map(WeightedWord::word).collect(Collectors.toSet());
        return song.stream().map(WeightedWord::word).filter(felt::contains).toList();
    }

    /** The same song with what it shares with another feeling; the similarity stays that of the search. */
    Recommendation beside(Profile feeling) {
        return of(song, profile, similarity, feeling);
    }
}
