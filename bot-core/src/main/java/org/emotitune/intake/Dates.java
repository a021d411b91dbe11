package org.emotitune.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.emotitune.song.Era;

/** Reads years, and the dates of releases as Spotify has them: to the day, the month or the year. */
final class Dates {
    /** Spotify's own word for a date that nobody told it. */
    private static final String UNKNOWN = "0000";

    private Dates() {}

    /** @throws UnusableRowException if the row has a year or a date that cannot be */
    static Optional<Integer> year(RawRow row) {
        Optional<Integer> year = row.first(Field.YEAR).map(cell -> WholeNumbers.read(cell, Era.FIRST, Era.LAST));
        Optional<Integer> released = row.first(Field.DATE)
                .filter(cell -> !cell.value().asText().strip().startsWith(UNKNOWN))
                .map(Dates::yearOfDate);
        return year.or(() -> released);
    }

    private static int yearOfDate(Cell cell) {
        try {
            int year = yearOfDate(cell.value().asText().strip());
            if (year >= Era.FIRST && year <= Era.LAST) {
                return year;
            }
        } catch (DateTimeException e) {
            // Told below, with years that are out of range.
        }
        throw cell.wrong(
                "is no date from %d to %d, such as 2024, 2024-02 or 2024-02-19".formatted(Era.FIRST, Era.LAST));
    }

    private static int yearOfDate(String date) {
        if (date.length() == "2024".length()) {
            return Year.parse(date).getValue();
        }
        return date.length() == "2024-02".length()
                ? YearMonth.parse(date).getYear()
                : LocalDate.parse(date).getYear();
    }
}
