package org.emotitune.recommend;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return of(song, profile, similarity, List.of(feeling));
    }

    /** A song beside the feelings of several people: it shares what any of them has. */
    static Recommendation of(Song song, Profile profile, double similarity, List<Profile> feelings) {
        return new Recommendation(
                song,
                profile,
                similarity,
                shared(profile.emotions(), feelings.stream().map(Profile::emotions)),
                shared(profile.themes(), feelings.stream().map(Profile::themes)));
    }

    private static List<String> shared(List<WeightedWord> song, Stream<List<WeightedWord>> feelings) {
        Set<String> felt =
                feelings.flatMap(List::stream).map(WeightedWord::word).collect(Collectors.toSet());
        return song.stream().map(WeightedWord::word).filter(felt::contains).toList();
    }

    /** The same song with what it shares with another feeling; the similarity stays that of the search. */
    Recommendation beside(Profile feeling) {
        return of(song, profile, similarity, feeling);
    }
}
