package org.emotitune.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.emotitune.admin.AdminAction.Kind;
import org.emotitune.admin.AdminReply.Passing;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.admin.OfferedFiles.Offer;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.CatalogBusyException;
import org.emotitune.intake.CatalogFiles;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.ImportReport;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.Importer;
import org.emotitune.intake.Shown;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.lookup.ServiceUnavailableException;

/** Imports files that admins send: looked at before they are fetched, tried before anything is kept. Thread-safe. */
public final class Imports implements AutoCloseable {

    /**
     * @param keepLyrics whether lyrics stay after they have been read
     * @param refreshIndex makes what was imported with emotions searchable
     */
    public record Intake(Importer importer, boolean keepLyrics, Runnable refreshIndex) {}

    private static final String BUSY = "Another import or a reindex is under way; try again when it is over.";
    private static final String AWAY = "The database does not answer: nothing was imported. Try again in a moment.";
    private static final String GONE = """
            That file is gone: it was imported or refused, has waited too long, or the bot was restarted.
            Send it again.""";

    private final Intake intake;
    private final OfferedFiles files;
    private final InstantSource clock;
    /** Those under way; true ends one. */
    private final Set<AtomicBoolean> stops = ConcurrentHashMap.newKeySet();

    /** @param files closed with it */
    public Imports(Intake intake, OfferedFiles files, InstantSource clock) {
        this.intake = intake;
        this.files = files;
        this.clock = clock;
    }

    static String usage(long mostBytes) {
        return """
                Send me the songs as a file: JSON (.json, .jsonl) or CSV (.csv), at most %s.
                I tell what would change, and ask, before anything is imported.
                What the files look like: docs/songs.md""".formatted(Upload.size(mostBytes));
    }

    AdminReply offered(Upload upload, Consumer<String> progress) {
        String name = Shown.cut(upload.name());
        Optional<String> objection = upload.objection();
        return objection.isPresent()
                ? Said.of(objection.get())
                : stoppable(stop -> offered(upload, name, stop, progress));
    }

    private AdminReply offered(Upload upload, String name, AtomicBoolean stop, Consumer<String> progress) {
        Path file;
        try {
            file = files.fresh();
        } catch (IOException e) {
            return Said.of("No file can be kept here: %s".formatted(e.getMessage()));
        }
        boolean asked = false;
        try {
            progress.accept("fetching the file");
            upload.fetch().to(file);
            Optional<String> objection = upload.objectionTo(Files.size(file));
            if (objection.isPresent()) {
                return Said.of(objection.get());
            }
            ImportOutcome trial = run(file, name, true, stop, progress);
            asked = trial.isWorthAsking();
            return asked ? trial.question(files.keep(name, file)) : trial.refusal();
        } catch (IOException e) {
            return Said.of("%s could not be fetched. %s".formatted(name, said(e)));
        } catch (UnreadableSourceException e) {
            return Said.of(said(e));
        } catch (CatalogBusyException e) {
            return Said.of(BUSY);
        } finally {
            if (!asked) {
                files.delete(file);
            }
        }
    }

    AdminReply confirmed(String id, Consumer<String> progress) {
        Optional<Offer> offer = files.take(id);
        return offer.isEmpty() ? new Passing(GONE) : stoppable(stop -> confirmed(id, offer.get(), stop, progress));
    }

    private AdminReply confirmed(String id, Offer offer, AtomicBoolean stop, Consumer<String> progress) {
        boolean again = false;
        try {
            ImportOutcome outcome = run(offer.file(), offer.name(), false, stop, progress);
            return outcome.done(refreshed(outcome.report(), progress));
        } catch (CatalogBusyException | StoreUnavailableException e) { // both come before the first row
            again = true;
            files.keep(id, offer);
            return Said.of(
                    e instanceof CatalogBusyException ? BUSY : AWAY, AdminAction.button("Import", Kind.IMPORT, id));
        } catch (UnreadableSourceException e) {
            return Said.of(said(e));
        } finally {
            if (!again) {
                files.delete(offer.file());
            }
        }
    }

    /** @return what is to be said of the index; nothing where it is as it should be */
    private List<String> refreshed(ImportReport report, Consumer<String> progress) {
        if (report.taken() == 0 || report.ending() instanceof Ending.StoreFailed) {
            return List.of();
        }
        try {
            progress.accept("building the song index");
            intake.refreshIndex().run();
            return List.of();
        } catch (StoreUnavailableException | ServiceUnavailableException e) {
            return List.of("The index could not be built (%s); the next reindex builds it.".formatted(said(e)));
        }
    }

    private static String said(Exception e) {
        return Shown.printable(String.valueOf(e.getMessage()));
    }

    AdminReply dropped(String id) {
        Optional<Offer> offer = files.take(id);
        offer.ifPresent(each -> files.delete(each.file()));
        return offer.isPresent() ? Said.of("Nothing was imported; the file is deleted.") : new Passing(GONE);
    }

    private ImportOutcome run(Path file, String name, boolean trial, AtomicBoolean stop, Consumer<String> progress) {
        CatalogSource source = CatalogFiles.open(file, name);
        String work = trial ? "checking" : "importing";
        RowProblems problems = new RowProblems(
                rows -> progress.accept(String.format(Locale.ROOT, "%s row %,d%s", work, rows, share(source))), clock);
        Importer.Options options = new Importer.Options(trial, intake.keepLyrics());
        return new ImportOutcome(source.name(), intake.importer().run(source, options, problems, stop::get), problems);
    }

    private static String share(CatalogSource source) {
        return source.extent()
                .filter(extent -> extent.total() > 0)
                .map(extent -> " (%d %%)".formatted(100 * extent.done() / extent.total()))
                .orElse("");
    }

    private AdminReply stoppable(Function<AtomicBoolean, AdminReply> work) {
        AtomicBoolean stop = new AtomicBoolean();
        stops.add(stop);
        try {
            return work.apply(stop);
        } finally {
            stops.remove(stop);
        }
    }

    /** @return whether there was something to cancel: it ends with the row that it is at, or when its file is there */
    boolean cancel() {
        boolean any = false;
        for (AtomicBoolean stop : stops) {
            any |= !stop.getAndSet(true);
        }
        return any;
    }

    @Override
    public void close() {
        cancel();
        files.close();
    }
}
