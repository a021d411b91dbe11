package org.emotitune.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotitune.admin.AdminAction.Kind;
import org.emotitune.admin.AdminReply.Follow;
import org.emotitune.admin.AdminReply.Passing;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.Spent;

/** Starts and ends reindex jobs for admins. */
final class ReindexDesk {
    /** What was estimated may be out of date afterwards. */
    private static final Duration QUESTION_LASTS = Duration.ofMinutes(15);

    private static final Set<String> WORDS = Set.of("full", "dry");
    private static final String USAGE = """
            That is none of these:
            /reindex reads the songs that are new or have changed, and builds the index
            /reindex full reads all songs again
            /reindex dry, or dry full, tells what that would cost, and does nothing""";

    private final Admin admin;
    private final double askAbove;
    private final InstantSource clock;

    /** @param askAbove money that is spent without asking */
    ReindexDesk(Admin admin, double askAbove, InstantSource clock) {
        this.admin = admin;
        this.askAbove = askAbove;
        this.clock = clock;
    }

    AdminReply command(Caller caller, List<String> words) {
        if (!WORDS.containsAll(words) || words.size() != Set.copyOf(words).size()) {
            return Said.of(USAGE);
        }
        boolean everything = words.contains("full");
        return words.contains("dry")
                ? Said.of(table(admin.estimate(caller, everything)))
                : startOrAsk(caller, everything);
    }

    /** Follows the job that is not over, if there is one. */
    AdminReply startOrAsk(Caller caller, boolean everything) {
        Optional<JobReport> current = admin.progress(caller);
        if (current.isPresent()) {
            return goesOn(caller, current.get());
        }
        Estimate estimate = admin.estimate(caller, everything);
        if (!JobTexts.isCostly(estimate, askAbove)) {
            return start(caller, everything);
        }
        return Said.of(
                table(estimate) + "\nStart the reindex?",
                AdminAction.button(
                        "Start",
                        everything ? Kind.FULL : Kind.START,
                        clock.instant().getEpochSecond()),
                AdminAction.button("No", Kind.NO));
    }

    /** @param asked when the question was, in seconds since 1970 */
    AdminReply confirmed(Caller caller, boolean everything, long asked) {
        Instant end = Instant.ofEpochSecond(Math.min(asked, clock.instant().getEpochSecond()))
                .plus(QUESTION_LASTS);
        return clock.instant().isAfter(end) ? startOrAsk(caller, everything) : start(caller, everything);
    }

    private AdminReply start(Caller caller, boolean everything) {
        return switch (admin.start(caller, everything)) {
            case Started.Begun(var report) ->
                new Follow(report.id(), JobView.progress(report, Spent.NONE), JobView.buttons(report.id()));
            case Started.Busy(var report) -> goesOn(caller, report);
        };
    }

    private Follow goesOn(Caller caller, JobReport report) {
        return new Follow(
                report.id(),
                "A reindex that is not over, asked for by %s, goes on.\n%s"
                        .formatted(report.askedBy(), JobView.progress(report, admin.spent(caller, report.id()))),
                JobView.buttons(report.id()));
    }

    /** Ends this job and no other: a button may stand there for long. */
    AdminReply cancel(Caller caller, long job) {
        boolean isThis =
                admin.progress(caller).filter(report -> report.id() == job).isPresent();
        return new Passing(
                isThis && cancel(caller) ? "The reindex ends; the index stays as it is." : "That reindex is over.");
    }

    /** @return whether there was one to cancel */
    boolean cancel(Caller caller) {
        return admin.cancel(caller);
    }

    /** Chats show letters of many widths: columns would not stand below each other. */
    private static String table(Estimate estimate) {
        return JobTexts.estimate(estimate).replaceAll(" {2,}", " ");
    }
}
