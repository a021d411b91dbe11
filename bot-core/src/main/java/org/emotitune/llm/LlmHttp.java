package org.emotitune.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Call;
import org.emotitune.web.JsonAnswer;
import org.emotitune.web.WebClient;

/**
 * HTTP for langchain4j, over our own client, which bounds it. What comes back is put into a form in which langchain4j
 * reads it well. Thread-safe; a call needs the time that {@link #within} gives to its thread.
 */
final class LlmHttp implements HttpClient {
    /** The client sets these itself. */
    private static final Set<String> OWN_HEADERS = Set.of("Content-Type", "User-Agent");

    private static final ThreadLocal<Duration> TIME = new ThreadLocal<>();

    private final WebClient web;

    LlmHttp(WebClient web) {
        this.web = web;
    }

    /**
     * Runs a call of a model of langchain4j on this thread.
     *
     * @param time for the one request that it makes, retries and waits included
     * @throws ServiceUnavailableException if there is no answer in time, or one that cannot be used
     * @throws ServerRefusesException if it cannot even be sent
     * @throws HttpException if the server refuses it, with the status and the body
     */
    <T> T within(Duration time, Supplier<T> call) {
        TIME.set(time);
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw known(e);
        } finally {
            TIME.remove();
        }
    }

    /** What langchain4j has wrapped. Its own failures are told without their message, which shows what was read. */
    private static RuntimeException known(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServiceUnavailableException
                    || cause instanceof ServerRefusesException
                    || cause instanceof HttpException) {
                return (RuntimeException) cause;
            }
        }
        return new ServiceUnavailableException(
                "The language model answered in another form than EmotiTune knows (%s)."
                        .formatted(failure.getClass().getSimpleName()),
                null,
                true);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        JsonAnswer answer = answer(request);
        if (!answer.isGood()) {
            throw new HttpException(answer.status(), answer.body().toString());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.status())
                .headers(Map.of())
                .body(usable(request.url(), answer.body()).toString())
                .build();
    }

    private JsonAnswer answer(HttpRequest request) {
        Duration most = TIME.get();
        if (most == null) {
            throw new IllegalStateException("a call without a time");
        }
        try {
            return web.json(call(request), most);
        } catch (ServiceUnavailableException e) {
            // Without its cause: langchain4j makes another exception of some.
            throw new ServiceUnavailableException(String.valueOf(e.getMessage()), null, e.mayHaveBeenServed());
        } catch (IllegalArgumentException e) {
            throw new ServerRefusesException(
                    "What OPENAI_BASE_URL or OPENAI_API_KEY holds cannot be sent: there may be a space or a line break in it.");
        }
    }

    private static Call call(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
        headers.keySet().removeAll(OWN_HEADERS);
        URI uri = URI.create(request.url());
        return request.body() == null
                ? Call.get(uri, headers)
                : Call.json(uri, headers, request.body()).billed();
    }

    private static JsonNode usable(String url, JsonNode body) {
        if (url.endsWith("/chat/completions")) {
            return Completions.plain(body);
        }
        return url.endsWith("/embeddings") ? Vectors.inOrder(body) : body;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are taken as a whole");
    }

    /** Time limits are a matter of each call. */
    HttpClientBuilder builder() {
        return new Ready();
    }

    /** "Builds" the client that is there. */
    private final class Ready implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return LlmHttp.this;
        }
    }
}
