package org.emotitune.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migrations on the class path, read without Flyway, whose start costs more than everything else together. */
final class PackagedMigrations {
    private static final Pattern NAME = Pattern.compile("V([0-9]{1,9})__.+\\.sql");

    private PackagedMigrations() {}

    /**
     * Version to checksum, the checksum computed as Flyway does: CRC-32 of the UTF-8 bytes of all lines without their
     * ends.
     *
     * @throws IllegalStateException if there are none, or a file is named otherwise than {@code V1__what.sql}
     */
    static NavigableMap<Integer, Integer> checksums(String folder) {
        try {
            NavigableMap<Integer, Integer> checksums = new TreeMap<>();
            ClassLoader loader = PackagedMigrations.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(folder))) {
                for (URL file : files(url, folder)) {
                    Matcher name =
                            NAME.matcher(file.getPath().substring(file.getPath().lastIndexOf('/') + 1));
                    if (!name.matches() || checksums.put(Integer.valueOf(name.group(1)), checksum(file)) != null) {
                        throw new IllegalStateException("not a migration, or one of a version there is: " + file);
                    }
                }
            }
            if (checksums.isEmpty()) {
                throw new IllegalStateException("no migrations are packaged in " + folder);
            }
            return checksums;
        } catch (IOException e) {
            throw new IllegalStateException("the packaged migrations cannot be read", e);
        }
    }

    private static List<URL> files(URL folder, String name) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(name + "/"))
                    .map(entry -> below(jar.getJarFileURL(), entry.getName()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.map(PackagedMigrations::url).toList();
        }
    }

    private static URL below(URL jar, String entry) {
        return url(URI.create("jar:" + jar + "!/" + entry));
    }

    private static URL url(Path file) {
        return url(file.toUri());
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (IOException e) {
            throw new IllegalStateException("not a URL: " + uri, e);
        }
    }

    private static int checksum(URL file) throws IOException {
        var crc = new CRC32();
        try (var reader = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
                line = reader.readLine();
            }
        }
        return (int) crc.getValue();
    }
}
