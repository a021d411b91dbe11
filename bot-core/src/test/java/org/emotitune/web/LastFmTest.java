package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastFmTest implements ServiceOutageContract {
    private static final String PATH = "/2.0/";

    private final LocalServer server = new LocalServer();
    private final FakeTime time = new FakeTime();
    private final LastFm source = new LastFm(
            WebClients.of("Last.fm", time),
            server.address(),
            KEY,
            new Pace("Last.fm", Duration.ofMillis(1), time, time));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public String service() {
        return "Last.fm";
    }

    @Override
    public List<String> paths() {
        return List.of(PATH);
    }

    @Override
    public void ask(WebClient web, URI base, Pace pace) {
        new LastFm(web, base, KEY, pace).popularity(ASKED);
    }

    @Test
    void aSongIsAskedForByArtistAndTitle() {
        server.answer(PATH, listeners("\"3000000\""));

        assertThat(source.popularity(recording("¿Dónde? & más", "Cía + 1"))).hasValue(85);
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(LocalLrclib.parameters(request))
                        .isEqualTo(Map.of(
                                "method", "track.getInfo",
                                "artist", "Cía + 1",
                                "track", "¿Dónde? & más",
                                "autocorrect", "1",
                                "format", "json",
                                "api_key", KEY)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "300, 0",
        "1000, 10",
        "10000, 32",
        "100000, 53",
        "1000000, 75",
        "3000000, 85",
        "99000000, 100"
    })
    void tenTimesTheListenersAreTwentyOneAndAHalfPoints(long listeners, int popularity) {
        assertThat(LastFm.popularity(listeners)).isEqualTo(popularity);
    }

    @Test
    void moreListenersAreNeverLessPopular() {
        List<Integer> popularities = LongStream.iterate(0, listeners -> listeners * 11 / 10 + 1)
                .limit(300)
                .mapToObj(LastFm::popularity)
                .toList();

        assertThat(popularities).isSorted().startsWith(0).endsWith(100);
    }

    @Test
    void aSongOfSeveralArtistsIsFiledUnderTheFirst() {
        server.answer(PATH, error(200, 6), listeners("1000"));

        assertThat(source.popularity(recording("Paper Boat", "Nadia Rubio, Otto Lang")))
                .hasValue(10);
        assertThat(server.requests())
                .extracting(request -> LocalLrclib.parameters(request).get("artist"))
                .containsExactly("Nadia Rubio, Otto Lang", "Nadia Rubio");
    }

    @ParameterizedTest
    @CsvSource({"Paper Boat - Remastered 2011, Paper Boat", "Paper Boat - Live, Paper Boat - Live"})
    void aRemasterIsAsPopularAsItsSongAndALiveRecordingIsNot(String title, String asked) {
        server.answer(PATH, listeners("1000"));

        source.popularity(recording(title, "Nadia Rubio"));

        assertThat(server.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(LocalLrclib.parameters(request)).containsEntry("track", asked));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void aSongThatLastFmDoesNotKnowHasNoPopularity(int status) {
        server.answer(PATH, error(status, 6));

        assertThat(source.popularity(recording("Paper Boat", "Nadia Rubio"))).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aTitleAloneIsNotEnoughToAskFor(@Nullable String artist) {
        assertThat(source.popularity(recording("Paper Boat", artist))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, 10, does not know", "403, 10, does not know", "403, 26, has suspended"})
    void aKeyThatDoesNotWorkIsToldWithoutTheKey(int status, int error, String what) {
        server.answer(PATH, error(status, error));

        assertThatThrownBy(() -> source.popularity(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("Last.fm %s the API key", what)
                .hasMessageContaining("last.fm/api/accounts")
                .hasMessageNotContaining(KEY);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 16, 29})
    void whatPassesIsWaitedFor(int error) {
        server.answer(PATH, error(200, error), listeners("1000"));

        assertThat(source.popularity(ASKED)).hasValue(10);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void aLimitThatStaysExceededIsAnOutage() {
        server.answer(PATH, error(200, 29));

        assertThatThrownBy(() -> source.popularity(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("Last.fm answered with its error 29.");
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"track\": []}", "{\"track\": {\"listeners\": \"many\"}}", "{\"track\": {}}"})
    void whatCannotBeUnderstoodIsAnOutageAndNotAnUnknownSong(String json) {
        server.answer(PATH, Reply.json(json));

        assertThatThrownBy(() -> source.popularity(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("another form");
    }

    private static Reply listeners(String listeners) {
        return Reply.json("{\"track\": {\"name\": \"Paper Boat\", \"listeners\": %s}}".formatted(listeners));
    }

    private static Reply error(int status, int error) {
        return Reply.json(status, "{\"error\": %d, \"message\": \"no\", \"links\": []}".formatted(error));
    }

    private static Recording recording(String title, @Nullable String artist) {
        return new Recording(title, artist, null, null, null);
    }
}
