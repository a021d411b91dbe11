package org.emotitune.reindex;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jobs of all processes: asked for here, seen from everywhere. At most one is not over. Thread-safe. */
public interface JobBoard {

    /** What came of asking for a job. */
    sealed interface Started {
        /** It waits for a process to begin it, which is usually a moment. */
        record Begun(JobReport job) implements Started {}

        /** Another one is not over yet. */
        record Busy(JobReport job) implements Started {}
    }

    /** A trouble with the song it is about. */
    record SongTrouble(
            @Nullable String spotifyId,
            String title,
            @Nullable String artist,
            Trouble trouble) {}

    /**
     * @param everything whether songs are to be read again that have not changed
     * @param askedBy who wants it, for reports
     */
    Started start(boolean everything, String askedBy);

    /** @return the job that is not over */
    Optional<JobReport> current();

    Optional<JobReport> job(long id);

    /** @return the last ones, newest first */
    List<JobReport> last(int most);

    /**
     * Asks the job that is not over to end: at once if nobody is at it, else after what it is in the middle of. That is a
     * moment mostly, and a minute or so where it waits for a service or creates the index of the vectors.
     *
     * @return whether there is such a job
     */
    boolean cancel();

    /** Tells all troubles of a job, by title, one at a time. Only those of the last ten jobs are kept. */
    void troubles(long job, Consumer<SongTrouble> each);
}
