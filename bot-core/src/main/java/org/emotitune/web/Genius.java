package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.LyricsSource;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.lookup.TitleMatch;
import org.emotitune.song.ArtistLine;

/**
 * Lyrics of Genius. Its API finds songs and has no lyrics; those are on the songs' pages, which it often refuses to
 * servers. Thread-safe.
 */
public final class Genius implements LyricsSource {
    private static final String SERVICE = "Genius";
    /** Which its API names, whatever else stands for it here. */
    private static final String HOST = "genius.com";

    private static final Duration APART = Duration.ofSeconds(1);
    /** Its own accounts, which publish translations and romanizations under the title of the song. */
    private static final String OWN_ACCOUNT = "Genius ";

    private final WebClient web;
    private final URI api;
    private final URI site;
    private final String token;
    private final Pace pace;

    /**
     * @param site where all pages are fetched, wherever the API says that they are
     * @param token client access token
     */
    public Genius(WebClient web, URI api, URI site, String token) {
        this(web, api, site, token, new Pace(SERVICE, APART));
    }

    Genius(WebClient web, URI api, URI site, String token, Pace pace) {
        this.web = web;
        this.api = api;
        this.site = site;
        this.token = token;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "genius";
    }

    /** Without an artist nothing is looked for: too many songs have the same title. */
    @Override
    public Lyrics find(Recording recording) {
        String artist = recording.artist();
        if (artist == null || artist.isBlank()) {
            return new Lyrics.Missing();
        }
        String words = TitleMatch.searchTitle(recording.title()) + " " + ArtistLine.first(artist);
        Optional<JsonNode> song = StreamSupport.stream(hits(words).spliterator(), false)
                .filter(hit -> hit.path("type").asText("song").equals("song"))
                .map(hit -> hit.path("result"))
                .filter(result -> isOf(recording, result))
                .findFirst();
        return song.map(this::lyrics).orElseGet(Lyrics.Missing::new);
    }

    private JsonNode hits(String words) {
        Call call = Call.get(
                Query.of(api, "/search", Map.of("q", words)),
                Map.of("Accept", "application/json", "Authorization", "Bearer " + token));
        JsonAnswer answer = pace.inTurn(() -> web.json(call));
        if (answer.status() == 401) {
            throw new ServiceUnavailableException(
                    "Genius does not accept the token (401). Make a client access token at genius.com/api-clients.",
                    null);
        }
        if (!answer.isGood()) {
            throw Strange.status(SERVICE, answer.status());
        }
        JsonNode hits = answer.body().path("response").path("hits");
        if (!hits.isArray()) {
            throw Strange.form(SERVICE);
        }
        return hits;
    }

    private static boolean isOf(Recording recording, JsonNode result) {
        String title = result.path("title").asText("");
        String artist = result.path("primary_artist").path("name").asText("");
        return !title.isBlank()
                && !artist.isBlank()
                && !artist.startsWith(OWN_ACCOUNT)
                && TitleMatch.sameRecording(recording, title, artist, null);
    }

    private Lyrics lyrics(JsonNode song) {
        Call call = Call.get(page(song.path("url").asText("")), Map.of("Accept", "text/html"));
        Answer answer = pace.inTurn(() -> web.send(call));
        if (answer.status() == 403) {
            throw new ServiceUnavailableException("Genius refuses its pages to this server (403).", null);
        }
        if (answer.status() == 404) {
            return new Lyrics.Missing();
        }
        if (!answer.isGood()) {
            throw Strange.status(SERVICE, answer.status());
        }
        if (!answer.contentType().startsWith("text/html")) {
            throw Strange.form(SERVICE);
        }
        return GeniusPage.read(answer.body());
    }

    /** Only the path is the API's to choose: whatever it says, no other machine is asked. */
    private URI page(String url) {
        try {
            URI told = new URI(url);
            String host = told.getHost();
            if (host == null || !(host.equals(HOST) || host.equals(site.getHost()))) {
                throw Strange.form(SERVICE);
            }
            return Query.of(site, told.getRawPath(), Map.of());
        } catch (URISyntaxException e) {
            throw Strange.form(SERVICE);
        }
    }
}
