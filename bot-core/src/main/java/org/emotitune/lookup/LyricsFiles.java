package org.emotitune.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotitune.song.Isrc;
import org.emotitune.song.MatchKey;
import org.jspecify.annotations.Nullable;

/** What lies in a folder of lyrics, by title and by ISRC, as it was at one moment. */
final class LyricsFiles {
    private static final Pattern SUFFIX = Pattern.compile("(?i)\\.(?:txt|lrc)$");
    private static final String SEPARATOR = " - ";
    private static final int ARTIST_FOLDERS = 2;

    private record Named(String title, @Nullable String artist, Path file) {}

    private final Map<Path, FileTime> folders = new HashMap<>();
    private final Map<String, List<Named>> byTitle = new HashMap<>();
    private final Map<String, Path> byIsrc = new HashMap<>();

    private LyricsFiles() {}

    /** @throws IOException if the folder or one of its folders cannot be listed */
    static LyricsFiles in(Path folder) throws IOException {
        LyricsFiles files = new LyricsFiles();
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new IOException("no directory: " + folder);
        }
        try (Stream<Path> paths = Files.walk(root, ARTIST_FOLDERS)) {
            for (Path path : paths.sorted().toList()) {
                files.add(root, path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /** @return whether no file was added, renamed or taken away since; changes within a file need no second listing */
    boolean isCurrent() {
        return folders.entrySet().stream().allMatch(folder -> {
            try {
                return Files.getLastModifiedTime(folder.getKey()).equals(folder.getValue());
            } catch (IOException e) {
                return false;
            }
        });
    }

    /**
     * By ISRC first, then by title and artist, then by title alone. Where nobody knows the artist, files of two artists
     * answer nothing: the words could be another song's.
     */
    Optional<Path> of(Recording wanted) {
        Path byCode = wanted.isrc() == null ? null : byIsrc.get(Isrc.plain(wanted.isrc()));
        if (byCode != null) {
            return Optional.of(byCode);
        }
        List<Named> same = byTitle.getOrDefault(TitleMatch.titleKey(wanted.title()), List.of()).stream()
                .filter(each -> TitleMatch.sameRecording(wanted, each.title(), each.artist(), null))
                .toList();
        List<Named> nobodys =
                same.stream().filter(each -> each.artist() == null).toList();
        List<Named> somebodys =
                same.stream().filter(each -> each.artist() != null).toList();
        boolean clear = wanted.artist() != null || artists(somebodys) == 1;
        return Stream.concat(clear ? somebodys.stream() : Stream.empty(), nobodys.stream())
                .map(Named::file)
                .findFirst();
    }

    private static long artists(List<Named> files) {
        return files.stream()
                .map(each -> MatchKey.ofName(String.valueOf(each.artist())))
                .distinct()
                .count();
    }

    private void add(Path root, Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            folders.put(path, Files.getLastModifiedTime(path));
            return;
        }
        String file = path.getFileName().toString();
        String name = SUFFIX.matcher(file).replaceAll("").strip();
        if (name.equals(file) || name.isEmpty() || !isFileWithin(root, path)) {
            return;
        }
        Path parent = path.getParent();
        String artist = parent == null || parent.equals(root)
                ? null
                : parent.getFileName().toString();
        Path real = path.toRealPath();
        String code = Isrc.plain(name);
        if (Isrc.isOne(code)) {
            byIsrc.putIfAbsent(code, real);
        }
        name(new Named(name, artist, real));
        int separator = name.indexOf(SEPARATOR);
        if (separator > 0) {
            name(new Named(name.substring(separator + SEPARATOR.length()), name.substring(0, separator), real));
        }
    }

    private void name(Named named) {
        byTitle.computeIfAbsent(TitleMatch.titleKey(named.title()), key -> new ArrayList<>())
                .add(named);
    }

    /** A link may stand for a file of the same folder, and for nothing else. */
    private static boolean isFileWithin(Path root, Path path) throws IOException {
        return Files.isRegularFile(path) && path.toRealPath().startsWith(root);
    }
}
