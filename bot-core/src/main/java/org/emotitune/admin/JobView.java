package org.emotitune.admin;

import java.util.List;
import org.emotitune.admin.AdminAction.Kind;
import org.emotitune.conversation.Button;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Spent;

/** How a message shows a job. */
final class JobView {
    private static final int CELLS = 20;

    private JobView() {}

    /** Of a job that is not over. */
    static String progress(JobReport report, Spent spent) {
        boolean left = report.state() == State.WAITING && report.stage() != null;
        String bar = report.total() > 1 ? "\n" + bar(report.done(), report.total()) : "";
        return Cut.to(
                AdminReply.LONGEST,
                name(report) + "\n" + (left ? "waiting to go on: " : "") + JobTexts.progress(report, spent) + bar);
    }

    /** Of a job that is over. */
    static String summary(JobReport report, Spent spent) {
        return Cut.to(
                AdminReply.LONGEST, name(report) + ": " + JobTexts.summary(report, spent, "the file tells which"));
    }

    private static String name(JobReport report) {
        return "Reindex %d%s".formatted(report.id(), report.everything() ? ", of everything" : "");
    }

    private static String bar(long done, long total) {
        long share = Math.clamp(done, 0, total);
        int cells = Math.toIntExact(share * CELLS / total);
        return "▓".repeat(cells) + "░".repeat(CELLS - cells) + " " + share * 100 / total + " %";
    }

    static List<Button> buttons(long job) {
        return List.of(AdminAction.button("Cancel", Kind.CANCEL, job));
    }
}
