package org.emotitune.recommend;

import java.util.List;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;

/**
 * A way from one mood to another in songs.
 *
 * @param from the mood that it begins at, which is not a song's
 * @param steps three to five, in order
 * @param again whether songs are among them that were given to the person lately, since others make no path
 */
public record MoodPath(Mood from, List<Step> steps, boolean again) {
    /** A song, and where it lies. */
    public record Step(Recommendation song, Mood mood) {}

    public MoodPath {
        steps = List.copyOf(steps);
    }

    /** The same path, its songs with what they share with a feeling. */
    MoodPath beside(Profile feeling, boolean givenLately) {
        return new MoodPath(
                from,
                steps.stream()
                        .map(step -> new Step(step.song().beside(feeling), step.mood()))
                        .toList(),
                givenLately);
    }
}
