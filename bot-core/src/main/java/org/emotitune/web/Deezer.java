package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.emotitune.lookup.PopularitySource;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.song.Isrc;

/** Popularity on Deezer, by ISRC. It needs no key. Thread-safe. */
public final class Deezer implements PopularitySource {
    private static final String SERVICE = "Deezer";
    /** It allows 50 requests in 5 s; a little slower, as they do not arrive as evenly as they leave. */
    private static final Duration APART = Duration.ofMillis(110);

    /** A track's rank is 0 to 1,000,000. */
    private static final double RANKS_PER_POINT = 10_000;

    private static final int NO_DATA = 800;
    /** Quota exceeded, service busy. Errors come with status 200. */
    private static final Set<Integer> LATER = Set.of(4, 700);

    private final WebClient web;
    private final URI base;
    private final Pace pace;

    public Deezer(WebClient web, URI base) {
        this(web, base, new Pace(SERVICE, APART));
    }

    Deezer(WebClient web, URI base, Pace pace) {
        this.web = web;
        this.base = base;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "deezer";
    }

    @Override
    public OptionalInt popularity(Recording recording) {
        String isrc = recording.isrc() == null ? "" : Isrc.plain(recording.isrc());
        if (!Isrc.isOne(isrc)) {
            return OptionalInt.empty();
        }
        Call call = Call.get(Query.of(base, "/track/isrc:" + isrc, Map.of()), Map.of("Accept", "application/json"));
        JsonAnswer answer = pace.inTurn(() -> web.json(call), refusal -> LATER.contains(error(refusal.body())));
        if (!answer.isGood()) {
            throw Strange.status(SERVICE, answer.status());
        }
        if (!answer.body().has("error")) {
            return OptionalInt.of(popularity(answer.body()));
        }
        int error = error(answer.body());
        if (error == NO_DATA) {
            return OptionalInt.empty();
        }
        throw new ServiceUnavailableException("Deezer answered with its error %d.".formatted(error), null);
    }

    private static int error(JsonNode body) {
        return body.path("error").path("code").asInt(0);
    }

    private static int popularity(JsonNode track) {
        long rank = track.path("rank").asLong(-1);
        if (rank < 0) {
            throw Strange.form(SERVICE);
        }
        return (int) Math.clamp(Math.round(rank / RANKS_PER_POINT), 0L, 100L);
    }
}
