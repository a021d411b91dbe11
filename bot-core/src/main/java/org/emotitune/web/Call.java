package org.emotitune.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service is asked.
 *
 * @param uri http or https, with a host; its query may hold a key
 * @param headers may hold a token
 * @param body null where there is none
 * @param once whether it is not sent again once the service may have worked on it, as that may be billed
 */
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body,
        boolean once) {

    /** @param type as in Content-Type */
    public record Body(String type, String text) {
        /** A body may hold a token, or what a person wrote. */
        @Override
        public String toString() {
            return "Body[%s, %d characters]".formatted(type, text.length());
        }
    }

    /** @throws IllegalArgumentException if the address is none of a web service */
    public Call {
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("no address of a web service: " + Place.of(uri));
        }
        headers = Map.copyOf(headers);
    }

    public static Call get(URI uri, Map<String, String> headers) {
        return new Call("GET", uri, headers, null, false);
    }

    /** @param form of type x-www-form-urlencoded */
    static Call form(URI uri, Map<String, String> headers, String form) {
        return new Call("POST", uri, headers, new Body("application/x-www-form-urlencoded", form), false);
    }

    public static Call json(URI uri, Map<String, String> headers, String json) {
        return new Call("POST", uri, headers, new Body("application/json", json), false);
    }

    /** The same to be served once at most. */
    public Call billed() {
        return new Call(method, uri, headers, body, true);
    }

    /** Keys and tokens are in no log, whoever prints the record. */
    @Override
    public String toString() {
        return "Call[%s %s]".formatted(method, Place.of(uri));
    }
}
