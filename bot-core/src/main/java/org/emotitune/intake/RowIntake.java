package org.emotitune.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.RowReader.Read;

/** Takes the rows of one source, one after the other, and keeps them part by part. */
final class RowIntake {
    private static final int MOST_ROWS = 1000;

    /** Of lyrics: a part with long ones is kept earlier, so that memory stays bounded. */
    private static final long MOST_CHARACTERS = 4_000_000;

    /** Ends the reading of the source; why is noted before it is thrown. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Ending ending;

        Ended(Ending ending) {
            super(null, null, false, false);
            this.ending = ending;
        }
    }

    private final RowReader reader;
    private final Intake intake;
    private final ImportTally tally;
    private final ImportListener listener;
    private final BooleanSupplier stop;
    private final List<Row> part = new ArrayList<>();
    private long characters;
    private long last;

    RowIntake(RowReader reader, Intake intake, ImportTally tally, ImportListener listener, BooleanSupplier stop) {
        this.reader = reader;
        this.intake = intake;
        this.tally = tally;
        this.listener = listener;
        this.stop = stop;
    }

    Ending take(CatalogSource source) {
        try {
            try {
                source.read(this::take);
            } catch (UnreadableSourceException e) {
                keep();
                return new Ending.Unreadable(String.valueOf(e.getMessage()));
            }
            keep();
            return new Ending.Whole();
        } catch (Ended e) {
            return e.ending;
        }
    }

    private void take(SourceRow row) {
        last = row.number();
        switch (row) {
            case SourceRow.Refused(long number, String reason) -> refuse(number, reason);
            case SourceRow.Offered(long number, OfferedSong song) -> take(number, song);
        }
        listener.read(tally.read());
        if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            keep();
            throw new Ended(new Ending.Interrupted());
        }
    }

    private void refuse(long number, String reason) {
        tally.refused();
        listener.refused(number, reason);
    }

    private void take(long number, OfferedSong song) {
        switch (reader.read(song)) {
            case Read.Refused(String reason) -> refuse(number, reason);
            case Read.Ready(Row row, List<String> notes) -> {
                for (String note : notes) {
                    tally.noted();
                    listener.noted(number, note);
                }
                part.add(row);
                characters += row.lyrics() == null ? 0 : row.lyrics().length();
            }
        }
        if (part.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            keep();
        }
    }

    private void keep() {
        if (part.isEmpty()) {
            return;
        }
        try {
            tally.kept(part, intake.keep(part), last);
        } catch (StoreUnavailableException e) {
            throw new Ended(new Ending.StoreFailed(tally.lastKept(), String.valueOf(e.getMessage())));
        }
        part.clear();
        characters = 0;
    }
}
