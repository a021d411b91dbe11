package org.emotitune.intake;

/** A row of a source, good or not. Rows are counted from 1, whatever the header of a file is. */
public sealed interface SourceRow {
    long number();

    record Offered(long number, OfferedSong song) implements SourceRow {}

    /** @param reason a sentence for the operator: what is wrong, with the bad value */
    record Refused(long number, String reason) implements SourceRow {}
}
