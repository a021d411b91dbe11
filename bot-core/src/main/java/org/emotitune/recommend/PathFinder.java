package org.emotitune.recommend;

import java.util.List;
import java.util.Optional;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;

final class PathFinder {
    interface Search { List<Recommendation> nearest(Profile query, int k); }
    PathFinder(Vocabulary vocabulary) {}
    Optional<MoodPath> find(Profile feeling, Aim aim, Search search) { return Optional.empty(); }
    boolean leadsSomewhere(Profile feeling, Aim aim) { return true; }
}
