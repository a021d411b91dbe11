package org.emotitune.recommend;

import java.util.List;
import org.emotitune.emotion.Mood;

/**
 * A way from one mood to another in songs.
 *
 * @param from the mood that it begins at, which is not a song's
 * @param steps three to five, in order
 */
public record MoodPath(Mood from, List<Step> steps) {
    /** A song, and where it lies. */
    public record Step(Recommendation song, Mood mood) {}

    public MoodPath {
        steps = List.copyOf(steps);
    }
}
