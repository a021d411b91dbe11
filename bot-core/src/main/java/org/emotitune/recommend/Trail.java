package org.emotitune.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.recommend.MoodPath.Step;
import org.emotitune.song.ArtistLine;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;

/**
 * The beginning of a path.
 *
 * @param songs in order
 * @param score sum of the songs' scores
 * @param popularity sum of the songs' popularities
 */
record Trail(List<Candidate> songs, long score, int popularity) {
    static final Trail NONE = new Trail(List.of(), 0, 0);

    /** The best score first; popularity decides only among equal ones. */
    static final Comparator<Trail> BEST_FIRST = Comparator.comparingLong((Trail trail) -> -trail.score)
            .thenComparingInt(trail -> -trail.popularity)
            .thenComparingLong(trail -> trail.songs.getLast().id().value());

    /**
     * A song for a place on the way.
     *
     * @param artist whoever of its artists is named first; of a song by nobody known its title, so that no other has it
     * @param score how well it fits the place, in hundredths
     * @param popularity 0 to 100; the middle where it is not known
     */
    record Candidate(Step step, String artist, long score, int popularity) {
        private static final int UNKNOWN = 50;

        static Candidate of(Step step, long score) {
            Integer known = step.song().song().facts().popularity();
            SongFacts facts = step.song().song().facts();
            String artist = facts.artist() == null ? facts.title() : first(facts.artist());
            return new Candidate(step, artist, score, known == null ? UNKNOWN : known);
        }

        /** The whole line stands first, then every name in it. */
        private static String first(String artists) {
            List<String> names = ArtistLine.names(artists);
            return names.size() == 1 ? names.getFirst() : names.get(1);
        }

        SongId id() {
            return step.song().song().id();
        }
    }

    Trail {
        songs = List.copyOf(songs);
    }

    Trail with(Candidate song) {
        return new Trail(
                Stream.concat(songs.stream(), Stream.of(song)).toList(),
                score + song.score,
                popularity + song.popularity);
    }

    /** Where it has come to. */
    Mood end(Mood start) {
        return songs.isEmpty() ? start : songs.getLast().step.mood();
    }

    boolean has(Candidate song) {
        return songs.stream().anyMatch(each -> each.id().equals(song.id()));
    }

    boolean hasArtistOf(Candidate song) {
        return songs.stream().anyMatch(each -> each.artist.equals(song.artist));
    }

    List<Step> steps() {
        return songs.stream().map(Candidate::step).toList();
    }
}
