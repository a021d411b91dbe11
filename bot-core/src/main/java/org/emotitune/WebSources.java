package org.emotitune;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.emotitune.config.SourceSettings;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.lookup.LyricsFolder;
import org.emotitune.lookup.LyricsSource;
import org.emotitune.lookup.PopularitySource;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deezer;
import org.emotitune.web.Genius;
import org.emotitune.web.LastFm;
import org.emotitune.web.Lrclib;
import org.emotitune.web.PlaylistId;
import org.emotitune.web.Policy;
import org.emotitune.web.SignInException;
import org.emotitune.web.SpotifyAccount;
import org.emotitune.web.SpotifyPlaylist;
import org.emotitune.web.SpotifySignIn;
import org.emotitune.web.WebClient;

/**
 * Makes the services outside that the operator has not switched off.
 *
 * @param tell what the operator is to do or to wait for, a sentence at a time
 */
record WebSources(Consumer<String> tell) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Spotify may ask for hours; an operator who sees that can still interrupt it. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** In the order in which they are asked. */
    List<LyricsSource> lyrics(SourceSettings settings) {
        List<LyricsSource> sources = new ArrayList<>();
        if (settings.lrclib() != null) {
            sources.add(new Lrclib(client("LRCLIB", Policy.usual()), settings.lrclib()));
        }
        if (settings.lyricsFolder() != null) {
            sources.add(new LyricsFolder(settings.lyricsFolder()));
        }
        if (settings.genius() != null) {
            URI site = settings.geniusSite();
            sources.add(new Genius(
                    client("Genius", Policy.usual()),
                    settings.genius().address(),
                    site,
                    settings.genius().key()));
        }
        return sources;
    }

    /** In the order in which they are asked. */
    List<PopularitySource> popularities(SourceSettings settings) {
        List<PopularitySource> sources = new ArrayList<>();
        if (settings.deezer() != null) {
            sources.add(new Deezer(client("Deezer", Policy.usual()), settings.deezer()));
        }
        if (settings.lastFm() != null) {
            sources.add(new LastFm(
                    client("Last.fm", Policy.usual()),
                    settings.lastFm().address(),
                    settings.lastFm().key()));
        }
        return sources;
    }

    /** Whether an operator who writes this means a playlist and no file. */
    static boolean isPlaylist(String named) {
        return named.startsWith("spotify:") || named.startsWith("https://open.spotify.com/");
    }

    /**
     * Signs the operator in where that is needed, which may take minutes: to be done before anything is held that others
     * wait for.
     *
     * @param home where the sign-in is remembered
     * @throws UnreadableSourceException if it is no playlist that can be read, or nobody signs in
     */
    CatalogSource playlist(String named, SourceSettings.Spotify settings, Path home) {
        String clientId = settings.clientId();
        if (clientId == null) {
            throw new UnreadableSourceException(
                    "a playlist is read through an app of your own: set SPOTIFY_CLIENT_ID (see docs/songs.md)", null);
        }
        WebClient client = client("Spotify", Policy.usual().waitingUpTo(LONGEST_WAIT));
        SpotifyAccount account = new SpotifyAccount(client, settings.accounts(), clientId, home, Clock.systemUTC());
        SpotifyPlaylist playlist = new SpotifyPlaylist(client, settings.api(), account, playlistId(named));
        try {
            signInIfNeeded(account, settings.callbackPort());
        } catch (SignInException | ServiceUnavailableException e) {
            throw new UnreadableSourceException(String.valueOf(e.getMessage()), e);
        }
        return playlist;
    }

    private void signInIfNeeded(SpotifyAccount account, int port) {
        try {
            account.requireSignIn();
        } catch (SignInException e) {
            tell.accept(String.valueOf(e.getMessage()));
            new SpotifySignIn(account, port, PATIENCE, tell).signIn();
        }
    }

    private static PlaylistId playlistId(String named) {
        try {
            return PlaylistId.parse(named);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSourceException(String.valueOf(e.getMessage()), e);
        }
    }

    private WebClient client(String service, Policy policy) {
        return new WebClient(service, policy, tell);
    }
}
