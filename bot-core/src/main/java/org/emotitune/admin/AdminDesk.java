package org.emotitune.admin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.Shown;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.JobReport;

/**
 * Answers admins on chat platforms. Everything throws {@link org.emotitune.reindex.NotAllowedException} to callers who
 * are none, before anything is done. May take as long as its work does; thread-safe.
 */
public final class AdminDesk implements AutoCloseable {

    /**
     * @param askAbove money that is spent on a reindex without asking
     * @param mostBytes of a file that the platform lets a bot fetch, to be told
     */
    public record Limits(double askAbove, long mostBytes) {}

    private final Admin admin;
    private final Limits limits;
    private final Imports imports;
    private final Supplier<Figures> figures;
    private final ReindexDesk reindexes;

    /**
     * @param imports closed with it
     * @param figures asked for every time that they are told
     */
    public AdminDesk(Admin admin, Limits limits, Imports imports, Supplier<Figures> figures, InstantSource clock) {
        this.admin = admin;
        this.limits = limits;
        this.imports = imports;
        this.figures = figures;
        this.reindexes = new ReindexDesk(admin, limits.askAbove(), clock);
    }

    /** Whether this is a command of admins: {@code /reindex}, {@code /import}, {@code /stats}, {@code /cancel}. */
    public static boolean isCommand(String text) {
        return AdminCommand.of(text).isPresent();
    }

    /** Whether a button is one of admins. */
    public static boolean isAction(String action) {
        return action.startsWith(AdminAction.PREFIX);
    }

    /**
     * Whether this command or button may begin something that goes on after its answer, or that takes long: for platforms
     * that have to know beforehand whether they can show it. What cancels or tells figures does not.
     */
    public static boolean isLong(String textOrAction) {
        return isAction(textOrAction)
                ? AdminAction.of(textOrAction).filter(AdminAction::isLong).isPresent()
                : AdminCommand.of(textOrAction).filter(AdminCommand::isLong).isPresent();
    }

    /** For work of admins that is done elsewhere. */
    public void check(Caller caller) {
        admin.check(caller);
    }

    /** @param text for which {@link #isCommand} is true */
    public AdminReply command(Caller caller, String text) {
        return answer(caller, () -> {
            AdminCommand command =
                    AdminCommand.of(text).orElseThrow(() -> new IllegalArgumentException("no command of admins"));
            return switch (command.name()) {
                case REINDEX -> reindexes.command(caller, command.words());
                case IMPORT -> Said.of(Imports.usage(limits.mostBytes()));
                case STATS -> command.words().isEmpty() ? stats(caller) : takesNothing(command);
                case CANCEL -> command.words().isEmpty() ? cancel(caller) : takesNothing(command);
            };
        });
    }

    /**
     * @param action for which {@link #isAction} is true
     * @param progress told, a few words at a time, how far it is
     */
    public AdminReply tapped(Caller caller, String action, Consumer<String> progress) {
        return answer(
                caller,
                () -> AdminAction.of(action)
                        .map(known -> tapped(caller, known, progress))
                        .orElseGet(() -> Said.of("This button is of another version. Write the command again.")));
    }

    private AdminReply tapped(Caller caller, AdminAction action, Consumer<String> progress) {
        return switch (action.kind()) {
            case REINDEX -> reindexes.startOrAsk(caller, false);
            case START -> reindexes.confirmed(caller, false, action.number());
            case FULL -> reindexes.confirmed(caller, true, action.number());
            case CANCEL -> reindexes.cancel(caller, action.number());
            case IMPORT -> imports.confirmed(action.about(), progress);
            case DROP -> imports.dropped(action.about());
            case NO -> Said.of("Nothing was started.");
        };
    }

    /**
     * Fetches a file, tells what its import would do, and asks.
     *
     * @param progress told, a few words at a time, how far it is
     */
    public AdminReply offered(Caller caller, Upload upload, Consumer<String> progress) {
        return answer(caller, () -> imports.offered(upload, progress));
    }

    private AdminReply answer(Caller caller, Supplier<AdminReply> work) {
        admin.check(caller);
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            return Said.of("The database does not answer. Try again in a moment.\n" + Shown.printable(said(e)));
        } catch (ServiceUnavailableException e) {
            return Said.of(
                    "This needs a service that does not answer. Try again in a moment.\n" + Shown.printable(said(e)));
        }
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static AdminReply takesNothing(AdminCommand command) {
        return Said.of(
                "/%s takes no other words.".formatted(command.name().name().toLowerCase(Locale.ROOT)));
    }

    private AdminReply cancel(Caller caller) {
        List<String> ended = new ArrayList<>();
        if (reindexes.cancel(caller)) {
            ended.add("The reindex ends; the index stays as it is.");
        }
        if (imports.cancel()) {
            ended.add("The import ends with the song that it is at.");
        }
        return Said.of(ended.isEmpty() ? "Nothing is under way here." : String.join("\n", ended));
    }

    private AdminReply stats(Caller caller) {
        Optional<JobReport> last = admin.lastReports(caller, 1).stream().findFirst();
        String job = last.map(report -> "Last reindex: " + JobTexts.status(report, admin.spent(caller, report.id())))
                .orElse("There has been no reindex yet.");
        return Said.of(figures.get().text() + "\n" + job);
    }

    /** Ends what is being imported, and deletes the files that wait for an answer. */
    @Override
    public void close() {
        imports.close();
    }
}
