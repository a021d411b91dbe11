package org.emotitune.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalServer.Request;
import org.jspecify.annotations.Nullable;

/** Speaks the API of LRCLIB: "get" wants all that it is told to be right, "search" takes any order of words. */
final class LocalLrclib implements AutoCloseable {
    private static final ObjectMapper MAPPER = new JsonMapper();
    private static final String NOT_FOUND =
            "{\"code\": 404, \"name\": \"TrackNotFound\", \"message\": \"Failed to find specified track\"}";
    private static final double TOLERANCE_S = 2;

    /** What it has. */
    record Track(
            String title,
            String artist,
            String album,
            double seconds,
            boolean instrumental,
            @Nullable String plain,
            @Nullable String synced) {

        static Track plain(String title, String artist, double seconds, String words) {
            return new Track(title, artist, "Some album", seconds, false, words, null);
        }
    }

    private final LocalServer server = new LocalServer();
    private final List<Track> tracks = new CopyOnWriteArrayList<>();

    LocalLrclib() {
        server.answer("/api/get", this::get);
        server.answer("/api/search", this::search);
    }

    void has(Track... more) {
        tracks.addAll(List.of(more));
    }

    LocalServer server() {
        return server;
    }

    URI address() {
        return server.address();
    }

    /** Paths and decoded parameters of all requests so far. */
    List<Map.Entry<String, Map<String, String>>> asked() {
        return server.requests().stream()
                .map(request -> Map.entry(request.path(), parameters(request)))
                .toList();
    }

    static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : request.uri().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private Reply get(Request request) {
        Map<String, String> asked = parameters(request);
        return tracks.stream()
                .filter(track -> lower(track.title()).equals(lower(asked.getOrDefault("track_name", ""))))
                .filter(track -> lower(track.artist()).equals(lower(asked.getOrDefault("artist_name", ""))))
                .filter(track -> lower(track.album()).equals(lower(asked.getOrDefault("album_name", track.album()))))
                .filter(track -> Math.abs(track.seconds() - seconds(asked, track)) <= TOLERANCE_S)
                .findFirst()
                .map(track -> Reply.json(json(track).toString()))
                .orElseGet(() -> Reply.json(404, NOT_FOUND));
    }

    private static double seconds(Map<String, String> asked, Track track) {
        String duration = asked.get("duration");
        return duration == null ? track.seconds() : Double.parseDouble(duration);
    }

    private Reply search(Request request) {
        Map<String, String> asked = parameters(request);
        ArrayNode found = MAPPER.createArrayNode();
        tracks.stream()
                .filter(track -> has(track.title(), asked.getOrDefault("track_name", "")))
                .filter(track -> has(track.artist(), asked.getOrDefault("artist_name", "")))
                .forEach(track -> found.add(json(track)));
        return Reply.json(found.toString());
    }

    private static boolean has(String text, String words) {
        return List.of(lower(text).split(" ")).containsAll(List.of(lower(words).split(" ")));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static ObjectNode json(Track track) {
        return MAPPER.createObjectNode()
                .put("id", 7)
                .put("name", track.title())
                .put("trackName", track.title())
                .put("artistName", track.artist())
                .put("albumName", track.album())
                .put("duration", track.seconds())
                .put("instrumental", track.instrumental())
                .put("plainLyrics", track.plain())
                .put("syncedLyrics", track.synced());
    }

    @Override
    public void close() {
        server.close();
    }
}
