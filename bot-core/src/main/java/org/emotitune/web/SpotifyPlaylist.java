package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.SourceRow;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.lookup.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A playlist of the operator's own on Spotify, page by page. Speaks the API as it is since February 2026
 * ("/items", "item") and as it was before ("/tracks", "track").
 */
public final class SpotifyPlaylist implements CatalogSource {
    private static final int PAGE = 50;
    private static final String COPY_IT = "copy its songs into a playlist of your own, and import that.";

    private final WebClient client;
    private final URI api;
    private final SpotifyAccount account;
    private final PlaylistId playlist;

    /**
     * @param api address of Spotify's Web API, "https://api.spotify.com"
     * @param account that is signed in when the playlist is read
     * @throws UnreadableSourceException if Spotify gives it to nobody
     */
    public SpotifyPlaylist(WebClient client, URI api, SpotifyAccount account, PlaylistId playlist) {
        this.client = client;
        this.api = api;
        this.account = account;
        this.playlist = playlist;
        if (playlist.isMadeBySpotify()) {
            throw unreadable("Spotify gives out no playlist that it has made itself (%s): " + COPY_IT);
        }
    }

    @Override
    public String name() {
        return "https://open.spotify.com/playlist/" + playlist.value();
    }

    @Override
    public String popularitySource() {
        return "spotify";
    }

    @Override
    public void read(Consumer<SourceRow> rows) {
        Set<URI> read = new HashSet<>();
        long number = 0;
        Page page = firstPage();
        while (true) {
            for (JsonNode entry : page.entries()) {
                number++;
                rows.accept(SpotifyRow.of(number, entry));
            }
            read.add(page.uri());
            URI next = next(page, number);
            if (next == null) {
                return;
            }
            if (read.contains(next)) {
                throw unreadable("Spotify sends the same page of the playlist %s again and again.");
            }
            page = page(next, get(next));
        }
    }

    /** @param entries array of what stands on it */
    private record Page(URI uri, JsonNode body, JsonNode entries) {}

    private Page firstPage() {
        URI newer = first("items");
        JsonAnswer answer = get(newer);
        if (answer.status() == 404 || answer.status() == 400) {
            URI older = first("tracks");
            JsonAnswer old = get(older);
            if (old.isGood() || answer.status() == 400) {
                return page(older, old);
            }
        }
        return page(newer, answer);
    }

    private URI first(String path) {
        return Urls.below(api, "/v1/playlists/%s/%s?limit=%d&offset=0".formatted(playlist.value(), path, PAGE));
    }

    /** @return null after the last page; a page elsewhere is not fetched from there, as it would get the token */
    private static @Nullable URI next(Page page, long read) {
        String told = page.body().path("next").asText("");
        if (told.isEmpty() || page.entries().isEmpty()) {
            return null;
        }
        try {
            URI next = page.uri().resolve(told);
            if (next.getHost() != null && Place.sameOrigin(page.uri(), next)) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // No address at all: the page is found without it.
        }
        String first = page.uri().toString();
        return URI.create(first.replaceFirst("offset=\\d+", "offset=" + read));
    }

    /** With a fresh token once, should the one in use have ended early. */
    private JsonAnswer get(URI uri) {
        try {
            String token = account.accessToken();
            JsonAnswer answer = get(uri, token);
            if (answer.status() != 401) {
                return answer;
            }
            account.refused(token);
            return get(uri, account.accessToken());
        } catch (SignInException e) {
            // Taken back in the middle. No link now: whoever reads holds the catalog, and would for as long as it
            // takes.
            throw new UnreadableSourceException(e.getMessage() + " To sign in again: run the import again.", e);
        } catch (ServiceUnavailableException e) {
            throw new UnreadableSourceException(String.valueOf(e.getMessage()), e);
        }
    }

    private JsonAnswer get(URI uri, String token) {
        return client.json(Call.get(uri, Map.of("Authorization", "Bearer " + token, "Accept", "application/json")));
    }

    private Page page(URI uri, JsonAnswer answer) {
        return switch (answer.status()) {
            case 401 ->
                throw unreadable(
                        "Spotify refuses the sign-in for %s: delete spotify-token.json, and run the import again to sign in.");
            case 403 ->
                throw unreadable("Spotify lets you read only playlists that you own or work on (not %s): " + COPY_IT);
            case 404 ->
                throw unreadable(
                        "Spotify has no playlist %s, or has made it itself and does not give it out: see whether the link is right, or "
                                + COPY_IT);
            default -> {
                JsonNode entries = answer.body().path("items");
                if (!answer.isGood() || !entries.isArray()) {
                    throw unreadable(
                            "Spotify answered %d, and no songs, for the playlist %%s.".formatted(answer.status()));
                }
                yield new Page(uri, answer.body(), entries);
            }
        };
    }

    /** @param sentence with a place for the playlist's link */
    private UnreadableSourceException unreadable(String sentence) {
        return new UnreadableSourceException(sentence.formatted(name()), null);
    }
}
