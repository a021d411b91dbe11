package org.emotitune.reindex;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.emotitune.reindex.Restorer.Restored;

/**
 * What admins may do, for the adapters. Every method throws {@link NotAllowedException} to those who are none, before
 * anything is done or looked up. Thread-safe.
 */
public final class Admin {
    private final Authority authority;
    private final JobBoard board;
    private final Estimator estimator;
    private final Restorer restorer;
    private final Costs costs;

    public Admin(Authority authority, JobBoard board, Estimator estimator, Restorer restorer, Costs costs) {
        this.authority = authority;
        this.board = board;
        this.estimator = estimator;
        this.restorer = restorer;
        this.costs = costs;
    }

    /** For work of admins that is done elsewhere. */
    public void check(Caller caller) {
        authority.check(caller);
    }

    /** @param everything whether songs are to be read again that have not changed */
    public JobBoard.Started start(Caller caller, boolean everything) {
        authority.check(caller);
        return board.start(everything, caller.name());
    }

    /** What {@link #start} would have to do; nothing of it is done. */
    public Estimate estimate(Caller caller, boolean everything) {
        authority.check(caller);
        return estimator.estimate(everything);
    }

    /** @return the job that is not over */
    public Optional<JobReport> progress(Caller caller) {
        authority.check(caller);
        return board.current();
    }

    /** Tells how a job stands, or how it ended; cheap enough to be asked several times a second. */
    public Optional<JobReport> job(Caller caller, long id) {
        authority.check(caller);
        return board.job(id);
    }

    /** What a job has cost so far; as cheap to ask for as {@link #job}. The last message of one that is done tells it. */
    public Spent spent(Caller caller, long id) {
        authority.check(caller);
        return costs.of(id);
    }

    /** @return whether there is a job to cancel; it ends within a moment mostly, see {@link JobBoard#cancel} */
    public boolean cancel(Caller caller) {
        authority.check(caller);
        return board.cancel();
    }

    /** @return newest first, the one that is not over among them */
    public List<JobReport> lastReports(Caller caller, int most) {
        authority.check(caller);
        return board.last(most);
    }

    /**
     * Writes the job's troubles as CSV with the columns spotify_id, title, artist, stage, kind (failure or lack), and
     * reason, ordered by title.
     *
     * @param to neither flushed nor closed
     * @return whether there is such a job; nothing is written if not
     * @throws IOException if writing fails
     */
    public boolean failuresCsv(Caller caller, long job, Appendable to) throws IOException {
        authority.check(caller);
        if (board.job(job).isEmpty()) {
            return false;
        }
        TroublesCsv.write(board, job, to);
        return true;
    }

    /** Goes back to the index before this one. */
    public Restored restore(Caller caller) {
        authority.check(caller);
        return board.current().isPresent() ? new Restored.Busy() : restorer.restore();
    }
}
