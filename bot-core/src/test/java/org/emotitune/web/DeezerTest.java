package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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

class DeezerTest implements ServiceOutageContract {
    private static final String PATH = "/track/isrc:ESA012345678";
    private static final Reply TOO_MANY =
            Reply.json("{\"error\":{\"type\":\"Exception\",\"message\":\"Quota limit exceeded\",\"code\":4}}");
    private static final Reply NO_DATA =
            Reply.json("{\"error\":{\"type\":\"DataException\",\"message\":\"no data\",\"code\":800}}");

    private final LocalServer server = new LocalServer();
    private final FakeTime time = new FakeTime();
    private final Deezer source = new Deezer(
            WebClients.of("Deezer", time), server.address(), new Pace("Deezer", Duration.ofMillis(1), time, time));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public String service() {
        return "Deezer";
    }

    @Override
    public List<String> paths() {
        return List.of(PATH);
    }

    @Override
    public void ask(WebClient web, URI base, Pace pace) {
        new Deezer(web, base, pace).popularity(ASKED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4999, 0", "5000, 1", "567890, 57", "994999, 99", "1000000, 100", "2500000, 100"})
    void rankIsPopularityInTenThousands(int rank, int popularity) {
        server.answer(PATH, Reply.json("{\"id\": 7, \"title\": \"Paper Boat\", \"rank\": %d}".formatted(rank)));

        assertThat(source.popularity(ASKED)).hasValue(popularity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESA012345678", "ES-A01-23-45678", "esa012345678 "})
    void anIsrcMayBeWrittenInSeveralWays(String isrc) {
        server.answer(PATH, Reply.json("{\"rank\": \"567890\"}"));

        assertThat(source.popularity(recording(isrc))).hasValue(57);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ESA01234567", "../../user/me", "ESA01234567/?"})
    void whatIsNoIsrcIsNotAskedFor(@Nullable String isrc) {
        assertThat(source.popularity(recording(isrc))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aTrackThatDeezerDoesNotKnowHasNoPopularity() {
        server.answer(PATH, NO_DATA);

        assertThat(source.popularity(ASKED)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void afterTooManyRequestsTheNextComesWhenDeezerHasForgottenThem() {
        server.answer(PATH, TOO_MANY, TOO_MANY, Reply.json("{\"rank\": 567890}"));

        assertThat(source.popularity(ASKED)).hasValue(57);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void aQuotaThatStaysExceededIsAnOutage() {
        server.answer(PATH, TOO_MANY);

        assertThatThrownBy(() -> source.popularity(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("Deezer answered with its error 4.");
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"type\":\"OAuthException\",\"message\":\"no\",\"code\":200}}",
                "{\"error\":{}}",
                "{\"error\":\"no data\"}",
                "{\"id\": 7}",
                "{\"rank\": null}",
                "{\"rank\": -5}",
                "{\"rank\": \"high\"}"
            })
    void whatCannotBeUnderstoodIsAnOutageAndNotAnUnknownTrack(String json) {
        server.answer(PATH, Reply.json(json));

        assertThatThrownBy(() -> source.popularity(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageStartingWith("Deezer answered");
    }

    private static Recording recording(@Nullable String isrc) {
        return new Recording("Paper Boat", "Nadia Rubio", null, null, isrc);
    }
}
