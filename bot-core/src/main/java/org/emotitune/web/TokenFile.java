package org.emotitune.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file with the token that lets the bot read its operator's playlists. It appears complete or not at all, and on
 * systems that know owners it belongs to its owner alone from the first byte.
 */
final class TokenFile {
    private static final int MOST_BYTES = 10_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Nothing that would break a header or a form; Spotify's have some 130 letters, digits, dashes and lines. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,4000}");

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path home;
    private final Path file;

    TokenFile(Path home) {
        this.home = home;
        this.file = home.resolve("spotify-token.json");
    }

    /**
     * @return the refresh token; empty if nobody has signed in
     * @throws SignInException if the file cannot be read or holds no token
     */
    Optional<String> read() {
        try {
            keepToOwner();
            String token = tree(start()).path("refresh_token").asText();
            if (!isToken(token)) {
                throw new SignInException(
                        "The file %s is damaged; signing in to Spotify makes it anew.".formatted(file), null);
            }
            return Optional.of(token);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    static boolean isToken(String token) {
        return TOKEN.matcher(token).matches();
    }

    /** @throws SignInException if it cannot be written */
    void write(String refreshToken) {
        try {
            Files.createDirectories(home, ownersOnly("rwx------"));
            Path fresh = Files.createTempFile(home, "spotify-token.new-", "", ownersOnly("rw-------"));
            try {
                Files.write(
                        fresh,
                        MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("refresh_token", refreshToken)));
                // On disk before it gets its name: else a power cut could leave an empty file.
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    private boolean knowsOwners() {
        return home.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return knowsOwners()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A copy or a backup may have given the file to others. */
    private void keepToOwner() throws IOException {
        if (knowsOwners() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            Files.setPosixFilePermissions(file, OWNER);
        }
    }

    private String start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** Without the parser's message, which shows a piece of the file. */
    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private SignInException failed(String what, IOException failure) {
        return new SignInException(
                "The file %s cannot be %s (%s)."
                        .formatted(file, what, failure.getClass().getSimpleName()),
                failure);
    }
}
