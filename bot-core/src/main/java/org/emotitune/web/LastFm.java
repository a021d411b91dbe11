package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.emotitune.lookup.PopularitySource;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.lookup.TitleMatch;
import org.emotitune.song.ArtistLine;

/** Popularity on Last.fm, by artist and title: how many people have ever played the song. Thread-safe. */
public final class LastFm implements PopularitySource {
    private static final String SERVICE = "Last.fm";
    /** It asks for no more than five calls a second. */
    private static final Duration APART = Duration.ofMillis(250);

    private static final int UNKNOWN_SONG = 6;
    private static final int WRONG_KEY = 10;
    private static final int SUSPENDED_KEY = 26;
    /** Operation failed, service offline, temporary error, rate limit exceeded. */
    private static final Set<Integer> LATER = Set.of(8, 11, 16, 29);

    private final WebClient web;
    private final URI base;
    private final String key;
    private final Pace pace;

    /** @param key API key */
    public LastFm(WebClient web, URI base, String key) {
        this(web, base, key, new Pace(SERVICE, APART));
    }

    LastFm(WebClient web, URI base, String key, Pace pace) {
        this.web = web;
        this.base = base;
        this.key = key;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "lastfm";
    }

    /** Last.fm files a song under one name: the whole line ("Simon & Garfunkel") or the first of several artists. */
    @Override
    public OptionalInt popularity(Recording recording) {
        String artist = recording.artist();
        if (artist == null || artist.isBlank()) {
            return OptionalInt.empty();
        }
        String title = title(recording, artist);
        String first = ArtistLine.first(artist);
        OptionalInt popularity = popularity(artist, title);
        return popularity.isPresent() || first.equals(artist) ? popularity : popularity(first, title);
    }

    /** A remaster is as popular as its song, a live recording is not. */
    private static String title(Recording recording, String artist) {
        String plain = TitleMatch.searchTitle(recording.title());
        return TitleMatch.sameRecording(recording, plain, artist, null) ? plain : recording.title();
    }

    private OptionalInt popularity(String artist, String title) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("method", "track.getInfo");
        parameters.put("artist", artist);
        parameters.put("track", title);
        parameters.put("autocorrect", "1");
        parameters.put("format", "json");
        parameters.put("api_key", key);
        Call call = Call.get(Query.of(base, "/2.0/", parameters), Map.of("Accept", "application/json"));
        JsonAnswer answer = pace.inTurn(() -> web.json(call), refusal -> LATER.contains(error(refusal.body())));
        return switch (error(answer.body())) {
            case 0 -> OptionalInt.of(popularity(listeners(answer)));
            case UNKNOWN_SONG -> OptionalInt.empty();
            case WRONG_KEY -> throw unusable("does not know the API key");
            case SUSPENDED_KEY -> throw unusable("has suspended the API key");
            default ->
                throw new ServiceUnavailableException(
                        "Last.fm answered with its error %d.".formatted(error(answer.body())), null);
        };
    }

    /** Errors come with any status, 200 too. */
    private static int error(JsonNode body) {
        return body.path("error").asInt(0);
    }

    private static ServiceUnavailableException unusable(String why) {
        return new ServiceUnavailableException(
                "Last.fm %s. Look at last.fm/api/accounts and correct it in the settings.".formatted(why), null);
    }

    private static long listeners(JsonAnswer answer) {
        if (!answer.isGood()) {
            throw Strange.status(SERVICE, answer.status());
        }
        long listeners = answer.body().path("track").path("listeners").asLong(-1);
        if (listeners < 0) {
            throw Strange.form(SERVICE);
        }
        return listeners;
    }

    /**
     * People's attention to songs spans powers of ten, so a point of popularity is a constant factor of listeners. Two
     * songs fix the line, as estimated by eye, since nobody publishes the relation: with 1,000 listeners a song is known
     * to few (10), with 3,000,000 it is among the most played on Last.fm, and such songs have about 85 on Spotify.
     */
    static int popularity(long listeners) {
        double decades = Math.log10(Math.max(1, listeners) / 1e3);
        double points = 10 + (85 - 10) / Math.log10(3e6 / 1e3) * decades;
        return (int) Math.clamp(Math.round(points), 0L, 100L);
    }
}
