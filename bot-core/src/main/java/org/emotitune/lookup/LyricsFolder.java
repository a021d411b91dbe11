package org.emotitune.lookup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An operator's own files: "Artist - Title.txt", "Title.txt", "ISRC.txt", or "Title.txt" in a folder that is named after
 * the artist; ".lrc" as well. Text is UTF-8, or Latin-1 where it is not valid UTF-8. What is asked for never becomes a
 * path: files are found by the names that the folder has.
 */
public final class LyricsFolder implements LyricsSource {
    /** Larger files are no lyrics. */
    public static final int MOST_BYTES = 1_000_000;

    /** How long a file may lie there unseen: a job asks for thousands of songs, and each look is at every folder. */
    static final Duration LOOKS_APART = Duration.ofSeconds(5);

    private final Path folder;
    private final LongSupplier nanos;
    private @Nullable LyricsFiles files;
    private long lookedAt;

    /** @param folder need not exist before something is asked for */
    public LyricsFolder(Path folder) {
        this(folder, System::nanoTime);
    }

    /** @param nanos a time that only its differences say, as {@link System#nanoTime} */
    LyricsFolder(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Lyrics find(Recording recording) {
        Optional<Path> file = current().of(recording);
        return file.isEmpty() ? new Lyrics.Missing() : lyrics(read(file.get()));
    }

    /** Read once, and again when a file was added or taken away, which is looked for only now and then. */
    private synchronized LyricsFiles current() {
        long now = nanos.getAsLong();
        if (files != null && now - lookedAt < LOOKS_APART.toNanos()) {
            return files;
        }
        lookedAt = now;
        try {
            LyricsFiles known = files;
            // Until the new list stands there is none, should listing fail.
            files = null;
            files = known != null && known.isCurrent() ? known : LyricsFiles.in(folder);
            return files;
        } catch (IOException e) {
            throw new ServiceUnavailableException(
                    "The lyrics folder %s cannot be read. It has to be a directory that this program may list."
                            .formatted(folder),
                    e);
        }
    }

    /** Through no link: the path was real when the folder was listed. */
    private static String read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new ServiceUnavailableException("The lyrics file %s cannot be read.".formatted(file), e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new ServiceUnavailableException(
                    "The lyrics file %s is larger than %,d bytes.".formatted(file, MOST_BYTES), null);
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private static Lyrics lyrics(String text) {
        String words = LyricsCleaner.clean(text);
        if (words.equalsIgnoreCase("instrumental")) {
            return new Lyrics.Instrumental();
        }
        if (!words.isEmpty()) {
            return new Lyrics.Found(text);
        }
        return text.toLowerCase(Locale.ROOT).contains("[instrumental")
                ? new Lyrics.Instrumental()
                : new Lyrics.Missing();
    }
}
