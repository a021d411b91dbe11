package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.interactions.InteractionHookImpl;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
    @ParameterizedTest
    @CsvSource({
        "404, 10062, EXPIRED",
        "404, 10015, EXPIRED",
        "401, 50027, EXPIRED",
        "400, 40060, TAKEN",
        "404, 10008, GONE",
        "404, 10003, GONE",
        "404, 10004, GONE",
        "404, 10013, GONE",
        "403, 50001, FORBIDDEN",
        "403, 50013, FORBIDDEN",
        "403, 50007, FORBIDDEN",
        "403, 50278, FORBIDDEN",
        "400, 160002, FORBIDDEN",
        "400, 50083, FORBIDDEN",
        "400, 200000, FORBIDDEN",
        "403, 999999, FORBIDDEN",
        "403, 0, FORBIDDEN",
        "500, 0, UNKNOWN",
        "503, 130000, UNKNOWN",
        "429, 0, UNKNOWN",
        "400, 50035, REFUSED",
        "400, 50006, REFUSED",
        "413, 40005, REFUSED",
        "400, 0, REFUSED",
        "404, 0, REFUSED",
        "400, 999999, REFUSED",
        "401, 0, REFUSED"
    })
    void whatDiscordAnsweredTellsWhatCanBeDone(int status, int code, Trouble trouble) {
        assertThat(Trouble.of(answered(status, "{\"code\": %d, \"message\": \"no\"}".formatted(code))))
                .isEqualTo(trouble);
    }

    /** With which status Discord sends each of them is not documented. */
    @ParameterizedTest
    @ValueSource(ints = {50001, 50013, 50007, 50278, 160002, 50083, 160005, 200000})
    void whatIsNotAllowedIsToldByItsCodeToo(int code) {
        assertThat(Trouble.of(answered(400, "{\"code\": %d}".formatted(code)))).isEqualTo(Trouble.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "499, REFUSED",
        "500, UNKNOWN",
        "502, UNKNOWN",
        "504, UNKNOWN",
        "524, UNKNOWN",
        "403, FORBIDDEN",
        "404, REFUSED"
    })
    void anAnswerThatIsNoneOfDiscordsHasAStatus(int status, Trouble trouble) {
        assertThat(Trouble.of(answered(status, "<html>Bad Gateway</html>"))).isEqualTo(trouble);
        assertThat(Trouble.of(answered(status, ""))).isEqualTo(trouble);
    }

    @ParameterizedTest
    @MethodSource
    void withoutAnAnswerNobodyKnows(Exception met) {
        Response none = new Response(met, Set.of());

        assertThat(Trouble.of(ErrorResponseException.create(ErrorResponse.fromJSON(null), none)))
                .isEqualTo(Trouble.UNKNOWN);
        assertThat(Trouble.of(met)).isEqualTo(Trouble.UNKNOWN);
        assertThat(Trouble.of(new CompletionException(met))).isEqualTo(Trouble.UNKNOWN);
        assertThat(Trouble.of(new ExecutionException(new CompletionException(met))))
                .isEqualTo(Trouble.UNKNOWN);
    }

    static Stream<Exception> withoutAnAnswerNobodyKnows() {
        return Stream.of(
                new SocketTimeoutException("timeout"),
                new ConnectException("refused"),
                new UnknownHostException("discord.com"),
                new IOException("unexpected end of stream"),
                new UncheckedIOException(new IOException()),
                new TimeoutException(InteractionHookImpl.TIMEOUT_MESSAGE),
                new CancellationException("RestAction has been cancelled"),
                new RejectedExecutionException("The Requester has been stopped!"),
                new ParsingException("no JSON"),
                new IllegalStateException("An error occurred while parsing", new IOException()),
                new IllegalStateException("An error occurred while parsing", new ParsingException("no JSON")));
    }

    @Test
    void tooManyCallsAreNoFaultOfTheCall() {
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile("1");

        assertThat(Trouble.of(new RateLimitedException(route, 5))).isEqualTo(Trouble.UNKNOWN);
    }

    @Test
    void jdaSeesForItselfThatTimeIsOver() {
        assertThat(Trouble.of(new InteractionExpiredException())).isEqualTo(Trouble.EXPIRED);
        assertThat(Trouble.of(new CompletionException(new InteractionExpiredException())))
                .isEqualTo(Trouble.EXPIRED);
    }

    @Test
    void whatFollowsAnAcknowledgementThatFailedIsOver() {
        assertThat(Trouble.of(new InteractionFailureException())).isEqualTo(Trouble.EXPIRED);
    }

    /** JDA explains at length why an interaction is unknown, in an exception of its own. */
    @ParameterizedTest
    @ValueSource(ints = {10062, 40060})
    void whatJdaExplainsIsWhatItWas(int code) {
        ErrorResponseException plain = answered(404, "{\"code\": %d, \"message\": \"no\"}".formatted(code));

        assertThat(Trouble.of(ErrorResponseException.create("Failed to acknowledge", plain)))
                .isEqualTo(Trouble.of(plain))
                .isNotEqualTo(Trouble.REFUSED);
    }

    @Test
    void mistakesOfTheBotAreRefused() {
        assertThat(Trouble.of(new IllegalStateException("already acknowledged")))
                .isEqualTo(Trouble.REFUSED);
        assertThat(Trouble.of(new IllegalArgumentException())).isEqualTo(Trouble.REFUSED);
        assertThat(Trouble.of(new CompletionException("alone", null))).isEqualTo(Trouble.REFUSED);
    }

    /** A code of JDA's that nobody has thought of must not read as if Discord had failed. */
    @Test
    void everyErrorThatJdaKnowsHasItsPlace() {
        assertThat(Arrays.stream(ErrorResponse.values()).filter(error -> error != ErrorResponse.SERVER_ERROR))
                .allSatisfy(error -> assertThat(Trouble.of(answered(400, "{\"code\": %d}".formatted(error.getCode()))))
                        .isNotEqualTo(Trouble.UNKNOWN));
    }

    private static ErrorResponseException answered(int status, String body) {
        okhttp3.Response answer = new okhttp3.Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.parse("application/json")))
                .build();
        Response response = new Response(answer, -1, Set.of());
        ErrorResponse error = ErrorResponse.fromJSON(response.optObject().orElse(null));
        return ErrorResponseException.create(Objects.requireNonNull(error), response);
    }
}
