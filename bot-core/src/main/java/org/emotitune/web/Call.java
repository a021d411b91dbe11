package org.emotitune.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service is asked.
 *
 * @param uri http or https, with a host; its query may hold a key
 * @param headers may hold a token
 * @param form body of type x-www-form-urlencoded; null where there is none
 */
record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String form) {
    Call {
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("no address of a web service: " + Place.of(uri));
        }
        headers = Map.copyOf(headers);
    }

    static Call get(URI uri, Map<String, String> headers) {
        return new Call("GET", uri, headers, null);
    }

    /** Keys and tokens are in no log, whoever prints the record. */
    @Override
    public String toString() {
        return "Call[%s %s]".formatted(method, Place.of(uri));
    }
}
