package org.emotitune.intake;

import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.IntakeStore.Intake;

/** Brings the songs of a source into the catalog. Nothing is read by a model here, and nothing is looked up. Thread-safe. */
public final class Importer {

    /**
     * @param trial whether to find out what would change, and to keep nothing
     * @param keepLyrics whether lyrics stay after they have been read
     */
    public record Options(boolean trial, boolean keepLyrics) {}

    private final IntakeStore store;
    private final ControlledVocabulary vocabulary;
    private final UnaryOperator<String> cleaner;
    private final UnaryOperator<String> hash;

    /**
     * @param cleaner takes the noise of their sources from lyrics; may leave nothing
     * @param hash of cleaned lyrics: SHA-256, hexadecimal
     */
    public Importer(
            IntakeStore store,
            ControlledVocabulary vocabulary,
            UnaryOperator<String> cleaner,
            UnaryOperator<String> hash) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.cleaner = cleaner;
        this.hash = hash;
    }

    /**
     * Imports until the source ends, in parts of about a thousand rows that are kept as they come.
     *
     * @param stop asked at every row: whether to end, with what has been read kept; an interrupted thread ends as well
     * @throws CatalogBusyException if another import or a reindex is under way
     * @throws StoreUnavailableException if the database fails before the first row
     */
    public ImportReport run(CatalogSource source, Options options, ImportListener listener, BooleanSupplier stop) {
        ImportTally tally = new ImportTally();
        Ending ending;
        try (Intake intake = store.begin(
                        source.popularitySource(), vocabulary.version(), options.keepLyrics(), options.trial())
                .orElseThrow(CatalogBusyException::new)) {
            RowReader reader = new RowReader(vocabulary, cleaner, hash, tally::mapped);
            ending = new RowIntake(reader, intake, tally, listener, stop).take(source);
        }
        return report(tally, options, ending);
    }

    private ImportReport report(ImportTally tally, Options options, Ending ending) {
        if (options.trial() || ending instanceof Ending.StoreFailed) {
            return tally.report(options.trial(), null, ending);
        }
        boolean interrupted = Thread.interrupted(); // a pool gives an interrupted thread nothing
        try {
            return tally.report(false, store.waiting(), ending);
        } catch (StoreUnavailableException e) {
            return tally.report(false, null, new Ending.StoreFailed(tally.lastKept(), String.valueOf(e.getMessage())));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
