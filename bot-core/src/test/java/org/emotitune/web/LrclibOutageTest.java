package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LrclibOutageTest implements ServiceOutageContract {
    private final LocalServer server = new LocalServer();
    private final FakeTime time = new FakeTime();
    private final Lrclib source = new Lrclib(
            WebClients.of("LRCLIB", time), server.address(), new Pace("LRCLIB", Duration.ofMillis(300), time, time));

    @BeforeEach
    void knowNothing() {
        server.answer("/api/get", Reply.json(404, "{\"code\": 404}"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public String service() {
        return "LRCLIB";
    }

    @Override
    public List<String> paths() {
        return List.of("/api/get", "/api/search");
    }

    @Override
    public void ask(WebClient web, URI base, Pace pace) {
        new Lrclib(web, base, pace).find(ASKED);
    }

    @Test
    void aBurstOfErrorsIsWaitedThrough() {
        server.answer("/api/search", Reply.tooMany(7), Reply.status(500), Reply.json("""
                        [{"trackName": "Paper Boat", "artistName": "Nadia Rubio", "plainLyrics": "%s"}]
                        """.formatted(WORDS)));

        assertThat(source.find(ASKED)).isEqualTo(new Lyrics.Found(WORDS));
        assertThat(time.sinceStart()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[42]", "[null]", "\"words\""})
    void aSearchThatAnswersInAnotherFormIsUnavailable(String json) {
        server.answer("/api/search", Reply.json(json));

        assertThatThrownBy(() -> source.find(ASKED)).isInstanceOf(ServiceUnavailableException.class);
    }
}
