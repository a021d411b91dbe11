package org.emotitune.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.emotitune.intake.CatalogFiles;
import org.emotitune.intake.SourceRow;

/** Prints how long it takes to read a million rows of a file, and in how much memory. To be run with a small heap. */
final class ImportReport {
    private static final int ROWS = 1_000_000;
    private static final String WORDS =
            "Enciendo una farola de papel y la calle me contesta con la voz de los que fueron ";

    private ImportReport() {}

    /** @param arguments number of rows, if not a million */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
        report("JSON array", rows, "[\n", ImportReport::jsonRow, ",\n", "\n]\n");
        report("JSON lines", rows, "", ImportReport::jsonRow, "\n", "\n");
        report("CSV", rows, "name,artist,uri,popularity,release_date,lyrics,emotions\n", ImportReport::csvRow, "", "");
    }

    private static void report(String form, int rows, String begin, IntFunction<String> row, String between, String end)
            throws IOException {
        Path file = Files.createTempFile("import-report-", "");
        try {
            write(file, rows, begin, row, between, end);
            read(form, file);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows, String begin, IntFunction<String> row, String between, String end)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(begin);
            for (int i = 0; i < rows; i++) {
                out.write(i == 0 ? "" : between);
                out.write(row.apply(i));
            }
            out.write(end);
        }
    }

    private static void read(String form, Path file) throws IOException {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long[] count = new long[2];
        long start = System.nanoTime();
        CatalogFiles.open(file).read(row -> count[row instanceof SourceRow.Offered ? 0 : 1]++);
        long millis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
        System.out.printf(
                "%s, %,d MB: %,d songs and %,d refused rows in %,d ms (%,d rows a second), peak heap %,d MB of %,d MB%n",
                form,
                Files.size(file) >> 20,
                count[0],
                count[1],
                millis,
                (count[0] + count[1]) * 1000 / millis,
                peakHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static String jsonRow(int i) {
        return """
                {"name": "Canción %d", "artist": "Artista %d", "uri": "spotify:track:%022d", "popularity": %d, "release_date": "%d-02-19", "lyrics": "%s", "emotions": {"joy": 0.9, "hope": 0.5}}"""
                .formatted(i, i % 5000, i, i % 120, 1950 + i % 70, WORDS.repeat(1 + i % 8));
    }

    private static String csvRow(int i) {
        return "\"Canción, %d\",Artista %d,spotify:track:%022d,%d,%d-02-19,\"%s\",\"joy 0.9, hope 0.5\"\n"
                .formatted(i, i % 5000, i, i % 120, 1950 + i % 70, WORDS.repeat(1 + i % 8));
    }
}
