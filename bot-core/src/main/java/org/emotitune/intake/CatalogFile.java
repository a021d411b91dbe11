package org.emotitune.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A file of songs. */
final class CatalogFile implements CatalogSource {
    private final Path file;
    private final String name;
    private final long size;
    private final TextEncoding encoding;
    private final RowFormat format;
    private final AtomicLong bytesRead = new AtomicLong();

    /** @param name what messages call it */
    CatalogFile(Path file, String name, TextEncoding encoding, RowFormat format) throws IOException {
        this.file = file;
        this.name = name;
        this.size = Files.size(file);
        this.encoding = encoding;
        this.format = format;
    }

    /** The file, and how its bytes are read where that is not UTF-8. */
    @Override
    public String name() {
        return name + encoding.remark();
    }

    @Override
    public String popularitySource() {
        return "import";
    }

    @Override
    public Optional<Extent> extent() {
        return Optional.of(new Extent(Math.min(size, bytesRead.get()), size));
    }

    @Override
    public void read(Consumer<SourceRow> rows) {
        bytesRead.set(0);
        try (Reader reader = encoding.open(new Counted(Files.newInputStream(file), bytesRead))) {
            format.read(reader, rows);
        } catch (BrokenFileException e) {
            throw new UnreadableSourceException("%s cannot be read to its end: %s.".formatted(name, e.getMessage()), e);
        } catch (IOException e) {
            throw CatalogFiles.unreadable(name, CatalogFiles.reason(e), e);
        }
    }

    /** Counts what passes. */
    private static final class Counted extends FilterInputStream {
        private final AtomicLong count;

        Counted(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) {
                count.incrementAndGet();
            }
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int number = super.read(buffer, offset, length);
            count.addAndGet(Math.max(0, number));
            return number;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count.addAndGet(skipped);
            return skipped;
        }
    }
}
