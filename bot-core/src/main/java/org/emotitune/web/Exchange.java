package org.emotitune.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** One attempt to have an answer, within its time and its bytes. Thread-safe. */
final class Exchange {
    private static final String USER_AGENT = "EmotiTune/0.1 (self-hosted bot)";
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Whoever answers so has done nothing: too many requests, nobody behind the gateway, no service now. */
    private static final Set<Integer> UNSERVED = Set.of(429, 502, 503);

    private final String service;
    private final Policy policy;
    private final Clock clock;
    private final HttpClient client;

    Exchange(String service, Policy policy, Clock clock) {
        this.service = service;
        this.policy = policy;
        this.clock = clock;
        // HTTP/2 gains nothing with one call at a time.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(policy.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param most time, if that is less than the policy allows */
    Answer send(Call call, Duration most) throws FailedAttempt, InterruptedException {
        Duration time = most.compareTo(policy.wholeTime()) < 0 ? most : policy.wholeTime();
        Deadline end = Deadline.in(time);
        Call next = call;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = response(next, end, time);
            if (!REDIRECTS.contains(response.statusCode())) {
                return answer(next, response);
            }
            next = redirected(next, response.headers().firstValue("Location").orElse(""));
        }
        throw FailedAttempt.forGood(
                "%s redirects more than %d times (%s).".formatted(service, MOST_REDIRECTS, Place.of(call.uri())));
    }

    private HttpResponse<byte[]> response(Call call, Deadline end, Duration time)
            throws FailedAttempt, InterruptedException {
        // A request's own timeout ends with the headers; a body may drip for ever after.
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request(call), information -> new BoundedBody(policy.mostBytes()));
        try {
            return coming.get(end.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(call, time, e);
        } catch (ExecutionException e) {
            throw failed(call, e.getCause() == null ? e : e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private HttpRequest request(Call call) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).header("User-Agent", USER_AGENT);
            call.headers().forEach(request::header);
            Call.Body body = call.body();
            if (body == null) {
                return request.method(call.method(), BodyPublishers.noBody()).build();
            }
            return request.header("Content-Type", body.type())
                    .method(call.method(), BodyPublishers.ofString(body.text()))
                    .build();
        } catch (IllegalArgumentException e) {
            // Its message shows the header, which may be a token.
            throw new IllegalArgumentException("A header of %s cannot be sent.".formatted(call));
        }
    }

    private Answer answer(Call call, HttpResponse<byte[]> response) throws FailedAttempt {
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            Duration asked = response.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.parse(header, clock.instant()))
                    .orElse(null);
            FailedAttempt failure = FailedAttempt.forNow(
                    "%s answered %d (%s).".formatted(service, status, Place.of(call.uri())), asked);
            throw UNSERVED.contains(status) ? failure : failure.served();
        }
        try {
            String text = BodyText.of(response.body(), response.headers(), policy.mostBytes());
            return new Answer(
                    status, response.headers().firstValue("Content-Type").orElse(""), text);
        } catch (IOException e) {
            throw failed(call, e);
        }
    }

    /** A body is not sent to where it was not meant to go; neither are headers of another origin. */
    private Call redirected(Call call, String location) throws FailedAttempt {
        URI target;
        try {
            target = call.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw refused(call);
        }
        boolean upgrade = "http".equals(call.uri().getScheme()) && "https".equals(target.getScheme());
        boolean same = call.uri().getScheme().equals(target.getScheme());
        if (location.isBlank() || call.body() != null || target.getHost() == null || !(upgrade || same)) {
            throw refused(call);
        }
        return Place.sameOrigin(call.uri(), target)
                ? new Call(call.method(), target, call.headers(), null, call.once())
                : new Call(call.method(), target, harmless(call.headers()), null, call.once());
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        return headers.containsKey("Accept") ? Map.of("Accept", headers.get("Accept")) : Map.of();
    }

    private FailedAttempt refused(Call call) {
        return FailedAttempt.forGood(
                "%s redirects to where it should not (%s).".formatted(service, Place.of(call.uri())));
    }

    private FailedAttempt failed(Call call, Throwable failure) {
        return switch (failure) {
            case TooLongException tooLong ->
                FailedAttempt.forGood("%s answered with %s, which is not read further (%s)."
                                .formatted(service, tooLong.getMessage(), Place.of(call.uri())))
                        .served();
            case HttpConnectTimeoutException slow ->
                failed(call, "took no connection within " + Waits.words(policy.connectTimeout()), slow);
            case ConnectException none
            when none.getCause() instanceof UnresolvedAddressException ->
                failed(call, "cannot be found (is there a connection to the internet?)", none);
            case ConnectException none -> failed(call, "cannot be reached", none);
            case SSLHandshakeException unsafe -> failed(call, "cannot be reached safely: TLS failed", unsafe);
            case SSLException unsafe ->
                failed(call, "cannot be reached safely: TLS failed", unsafe).served();
            default -> failed(call, "broke off its answer", failure).served();
        };
    }

    private FailedAttempt tooSlow(Call call, Duration time, TimeoutException cause) {
        FailedAttempt failure = failed(call, "did not answer to the end within " + Waits.words(time), cause);
        boolean hurried = time.compareTo(policy.wholeTime().dividedBy(2)) < 0;
        return hurried ? failure.cutShort() : failure.served();
    }

    private FailedAttempt failed(Call call, String what, Throwable cause) {
        return FailedAttempt.forNow("%s %s (%s).".formatted(service, what, Place.of(call.uri())), cause);
    }
}
