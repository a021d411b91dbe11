package org.emotitune.admin;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.admin.AdminAction.Kind;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.conversation.Button;
import org.emotitune.intake.ImportReport;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.IntakeStore.Waiting;
import org.emotitune.intake.Shown;

/**
 * What came of an import, or would come of it, and what admins are told.
 *
 * @param name of the file
 */
record ImportOutcome(String name, ImportReport report, RowProblems problems) {

    /** Whether an import would change anything. */
    boolean isWorthAsking() {
        return report.added() + report.changed() > 0
                && (report.ending() instanceof Ending.Whole || report.ending() instanceof Ending.Unreadable);
    }

    Said question(String id) {
        return said(
                List.of("Import?"),
                AdminAction.button("Import", Kind.IMPORT, id),
                AdminAction.button("No", Kind.DROP, id));
    }

    /** Of a trial that leaves nothing to ask. */
    Said refusal() {
        if (report.taken() == 0) {
            return said(List.of("No row can be used."));
        }
        boolean known = report.added() + report.changed() == 0;
        return said(known ? List.of("All of it is in the catalog: there is nothing to import.") : List.of());
    }

    /** @param index what is to be said of the index; empty for nothing */
    Said done(List<String> index) {
        List<String> rest = new ArrayList<>(index);
        List<String> waiting = report.waiting() == null ? List.of() : waiting(report.waiting());
        rest.addAll(waiting);
        return waiting.isEmpty() ? said(rest) : said(rest, AdminAction.button("Reindex", Kind.REINDEX));
    }

    private Said said(List<String> rest, Button... buttons) {
        List<String> lines = counts();
        lines.addAll(trouble());
        lines.addAll(rest);
        return new Said(String.join("\n", lines), problems.file(), List.of(buttons));
    }

    private List<String> counts() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %,d rows%s".formatted(name, report.read(), report.trial() ? ", nothing is imported yet" : ""));
        lines.add("%,d new, %,d changed, %,d unchanged, %,d refused"
                .formatted(report.added(), report.changed(), report.unchanged(), report.refused()));
        lines.add("%,d with emotions, %,d without".formatted(report.withProfile(), report.withoutProfile()));
        if (report.mapped() > 0) {
            lines.add("Taken as words of the vocabulary: %,d".formatted(report.mapped()));
        }
        List<String> refusals = problems.firstRefusals();
        lines.addAll(refusals);
        if (report.refused() > refusals.size()) {
            lines.add("… and %,d more: the file tells which".formatted(report.refused() - refusals.size()));
        }
        return lines;
    }

    /** What kept it from its end. */
    private List<String> trouble() {
        String kept = report.trial()
                ? "Nothing was imported."
                : "What was imported until then stays: send the file again to go on.";
        return switch (report.ending()) {
            case Ending.Whole() -> List.of();
            case Ending.Unreadable(var message) ->
                List.of(Shown.printable(message) + (report.taken() > 0 ? " What follows was not read." : ""));
            case Ending.Interrupted() -> List.of("Cancelled at row %,d. %s".formatted(report.read(), kept));
            case Ending.StoreFailed(long row, var message) ->
                List.of("After row %,d: %s. %s".formatted(row, Shown.printable(message), kept));
        };
    }

    private static List<String> waiting(Waiting waiting) {
        List<String> lines = new ArrayList<>();
        if (waiting.toRead() > 0) {
            lines.add("Songs of the catalog that wait to be read: %,d".formatted(waiting.toRead()));
        }
        if (waiting.toLookUp() > 0) {
            lines.add("Songs with neither lyrics nor emotions: %,d".formatted(waiting.toLookUp()));
        }
        return lines;
    }
}
