package org.emotitune.web;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered in JSON. Statuses 429 and 500 to 599 never get here.
 *
 * @param body a missing node where the status is not 2xx and the body is no JSON
 */
public record JsonAnswer(int status, JsonNode body) {
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** A body may hold a token or lyrics. */
    @Override
    public String toString() {
        return "JsonAnswer[%d]".formatted(status);
    }
}
