package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeniusTest implements ServiceOutageContract {
    private static final String PAGE = "/Nadia-rubio-paper-boat-lyrics";
    private static final Reply LYRICS =
            Reply.html(200, "<div data-lyrics-container=\"true\">%s</div>".formatted(WORDS));

    private final LocalServer server = new LocalServer();
    private final FakeTime time = new FakeTime();
    private final Genius source = new Genius(
            WebClients.of("Genius", time),
            server.at("/api"),
            server.address(),
            KEY,
            new Pace("Genius", Duration.ofSeconds(1), time, time));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public String service() {
        return "Genius";
    }

    @Override
    public List<String> paths() {
        return List.of("/search");
    }

    @Override
    public void ask(WebClient web, URI base, Pace pace) {
        new Genius(web, base, base, KEY, pace).find(ASKED);
    }

    @Test
    void theSongIsSearchedAndItsPageIsRead() {
        server.answer("/api/search", hits(hit("¿Dónde + más?", "Cía & Compañía", "https://genius.com" + PAGE)));
        server.answer(PAGE, LYRICS);

        Lyrics lyrics = source.find(new Recording("¿Dónde + más?", "Cía & Compañía", null, 200_000, null));

        assertThat(lyrics).isEqualTo(new Lyrics.Found(WORDS));
        Request search = server.requests("/api/search").getFirst();
        assertThat(LocalLrclib.parameters(search)).isEqualTo(Map.of("q", "¿Dónde + más? Cía"));
        assertThat(search.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(server.requests(PAGE))
                .singleElement()
                .satisfies(page -> assertThat(page.header("Authorization")).isEmpty());
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void theFirstHitThatIsTheSongIsTaken() {
        server.answer(
                "/api/search",
                hits(
                        hit("Paper Boat (Live)", "Nadia Rubio", "https://genius.com/live"),
                        hit("Paper Boat", "Genius Traducciones al Español", "https://genius.com/translation"),
                        hit("Paper Boat", "Otto Lang", "https://genius.com/other"),
                        hit("Paper Boat", "Nadia Rubio", "https://genius.com/article")
                                .replace("song", "article"),
                        hit("Paper Boat", "Nadia Rubio", "https://genius.com" + PAGE),
                        hit("Paper Boat", "Nadia Rubio", "https://genius.com/later")));
        server.answer(PAGE, LYRICS);

        assertThat(source.find(ASKED)).isEqualTo(new Lyrics.Found(WORDS));
        assertThat(server.requests()).extracting(Request::path).containsExactly("/api/search", PAGE);
    }

    @Test
    void aTranslationByGeniusIsNotTheSong() {
        server.answer(
                "/api/search",
                hits(hit("Paper Boat", "Genius English Translations", "https://genius.com/translation")));

        Lyrics lyrics = source.find(new Recording("Paper Boat", "Genius English Translations", null, null, null));

        assertThat(lyrics).isInstanceOf(Lyrics.Missing.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aSongThatGeniusDoesNotKnowIsMissing() {
        server.answer("/api/search", hits());

        assertThat(source.find(ASKED)).isInstanceOf(Lyrics.Missing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, <p>Lyrics will be here soon.</p>, Missing",
        "404, <p>Oops</p>, Missing",
        "200, <div>This song is an instrumental</div>, Instrumental"
    })
    void aPageMayHaveNoLyrics(int status, String html, String expected) {
        server.answer("/api/search", hits(hit("Paper Boat", "Nadia Rubio", "https://genius.com" + PAGE)));
        server.answer(PAGE, Reply.html(status, html));

        assertThat(source.find(ASKED).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void pagesThatAreRefusedToServersAreAnOutage() {
        server.answer("/api/search", hits(hit("Paper Boat", "Nadia Rubio", "https://genius.com" + PAGE)));
        server.answer(PAGE, Reply.html(403, "<p>Are you human?</p>"));

        assertThatThrownBy(() -> source.find(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("Genius refuses its pages to this server (403).");
    }

    @Test
    void aPageThatIsNoPageIsAnOutage() {
        server.answer("/api/search", hits(hit("Paper Boat", "Nadia Rubio", "https://genius.com" + PAGE)));
        server.answer(PAGE, Reply.json("{}"));

        assertThatThrownBy(() -> source.find(ASKED)).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void aTokenThatDoesNotWorkIsToldWithoutTheToken() {
        server.answer("/api/search", Reply.json(401, "{\"error\": \"invalid_token\"}"));

        assertThatThrownBy(() -> source.find(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("genius.com/api-clients")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/page",
                "https://genius.com.elsewhere.example/page",
                "http://localhost:1/page",
                "file:///etc/passwd",
                "/page",
                "no address at all",
                ""
            })
    void noOtherMachineIsAskedWhateverTheApiSays(String url) {
        server.answer("/api/search", hits(hit("Paper Boat", "Nadia Rubio", url)));

        assertThatThrownBy(() -> source.find(ASKED))
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("another form");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aTitleAloneIsNotEnoughToAskFor() {
        assertThat(source.find(new Recording("Paper Boat", null, null, null, null)))
                .isInstanceOf(Lyrics.Missing.class);
        assertThat(server.requests()).isEmpty();
    }

    private static Reply hits(String... hits) {
        return Reply.json(Arrays.stream(hits)
                .collect(Collectors.joining(",", "{\"meta\": {\"status\": 200}, \"response\": {\"hits\": [", "]}}")));
    }

    private static String hit(String title, String artist, String url) {
        return """
                {"type": "song", "result": {"title": "%s", "primary_artist": {"name": "%s"}, "url": "%s"}}
                """.formatted(title, artist, url);
    }
}
