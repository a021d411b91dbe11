package org.emotitune.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Writes songs with their profiles as JSON that {@link CatalogFiles} reads: an array, a song a line. */
public final class CatalogExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CatalogExport() {}

    /** Where the songs come from. */
    public interface Exported {
        /** Tells of every song with a profile, one at a time. */
        void each(Consumer<ExportedSong> songs);
    }

    /**
     * Writes a file, or replaces one as soon as the new one is complete.
     *
     * @return number of songs
     * @throws UnwritableFileException if that cannot be; what was there before is untouched
     */
    public static long write(Path file, Exported songs) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new UnwritableFileException("%s cannot be written: it is no file.".formatted(file), null);
            }
            // Behind a link, the file changes, not the link.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            return replace(target, songs);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UnwritableFileException unwritable(Path file, IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no such directory" : CatalogFiles.reason(e);
        return new UnwritableFileException("%s cannot be written: %s.".formatted(file, reason), e);
    }

    private static long replace(Path target, Exported songs) throws IOException {
        Path part = target.resolveSibling("%s.%d.part"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        try {
            long written = writeTo(part, songs);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** On disk before it gets its name: else a power cut could leave half of it. */
    private static long writeTo(Path part, Exported songs) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            Lines lines = new Lines(part, out);
            songs.each(lines);
            out.write(lines.written == 0 ? "[]\n" : "\n]\n");
            out.flush();
            channel.force(true);
            return lines.written;
        }
    }

    private static final class Lines implements Consumer<ExportedSong> {
        private final Path file;
        private final BufferedWriter out;
        private long written;

        Lines(Path file, BufferedWriter out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void accept(ExportedSong song) {
            try {
                out.write(written == 0 ? "[\n" : ",\n");
                out.write(line(song));
                written++;
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }

    private static String line(ExportedSong song) throws JsonProcessingException {
        SongFacts facts = song.facts();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", facts.title());
        put(fields, "artist", facts.artist());
        put(fields, "album", song.album());
        put(fields, "spotify_track_url", facts.spotifyId() == null ? null : facts.link());
        put(fields, "isrc", song.isrc());
        put(fields, "popularity", facts.popularity());
        put(fields, "year", facts.year());
        put(fields, "language", facts.language());
        put(fields, "duration_ms", facts.durationMs());
        put(fields, "artwork", facts.artwork());
        fields.put("emotions", weights(song.profile().emotions()));
        fields.put("themes", weights(song.profile().themes()));
        fields.put("profile_source", song.source());
        return JSON.writeValueAsString(fields);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Map<String, Double> weights(List<WeightedWord> words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        words.forEach(word -> weights.put(word.word(), word.weight()));
        return weights;
    }
}
