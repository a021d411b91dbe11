package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.emotitune.lookup.Recording;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service does when it does not work: it says so, and never that it knows nothing of the song. */
interface ServiceOutageContract {
    String KEY = "k3y-of-nobody";
    String WORDS = "the paper boat is sinking";
    Recording ASKED = new Recording("Paper Boat", "Nadia Rubio", "Rain", 200_000, "ESA012345678");

    /** Its name as people read it. */
    String service();

    /** All that it is asked for. */
    List<String> paths();

    /** Asks it for {@link #ASKED}; keys and tokens are {@link #KEY}. */
    void ask(WebClient web, URI base, Pace pace);

    private Throwable outage(Reply reply) {
        try (LocalServer server = new LocalServer()) {
            paths().forEach(path -> server.answer(path, reply));
            Throwable outage = asked(server.address());
            assertThat(server.requests()).isNotEmpty();
            return outage;
        }
    }

    private Throwable asked(URI base) {
        FakeTime time = new FakeTime();
        Pace pace = new Pace(service(), Duration.ofMillis(1), time, time);
        Throwable outage = catchThrowable(() -> ask(WebClients.of(service(), time), base, pace));
        assertThat(outage).isInstanceOf(ServiceUnavailableException.class).hasMessageStartingWith(service());
        StringWriter trace = new StringWriter();
        outage.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(KEY, WORDS, ASKED.title());
        return outage;
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    default void aServiceThatIsDownIsUnavailable(int status) {
        Throwable outage = outage(Reply.json(status, "{\"words\": \"%s\"}".formatted(WORDS)));

        assertThat(outage).hasMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 405, 451})
    default void aServiceThatRefusesIsUnavailable(int status) {
        Throwable outage = outage(Reply.json(status, "{\"words\": \"%s\"}".formatted(WORDS)));

        assertThat(outage).hasMessageContaining(String.valueOf(status));
    }

    @Test
    default void aServiceThatIsSomewhereElseIsUnavailable() {
        Throwable outage = outage(Reply.html(404, "<h1>Not here</h1>"));

        assertThat(outage).hasMessageContaining("404");
    }

    @Test
    default void aServiceThatCannotBeReachedIsUnavailable() {
        LocalServer server = new LocalServer();
        URI gone = server.address();
        server.close();

        assertThat(asked(gone)).hasMessageContaining("cannot be reached");
    }

    @Test
    default void anAnswerThatIsCutIsUnavailable() {
        Throwable outage = outage(Reply.json("{\"trackName\": \"%s".formatted(WORDS)));

        assertThat(outage).hasMessageContaining("broken JSON");
    }

    @Test
    default void aPageInsteadOfJsonIsUnavailable() {
        Throwable outage = outage(Reply.html(200, "<p>%s</p>".formatted(WORDS)));

        assertThat(outage).hasMessageContaining("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "42", "\"" + WORDS + "\"", "true", "[[\"" + WORDS + "\"]]"})
    default void anotherFormThanExpectedIsUnavailable(String json) {
        Throwable outage = outage(Reply.json(json));

        assertThat(outage).hasMessageContaining("another form");
    }
}
