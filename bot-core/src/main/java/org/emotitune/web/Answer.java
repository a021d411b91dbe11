package org.emotitune.web;

/**
 * What a service answered, whether that is good news or not. Statuses 429 and 500 to 599 never get here.
 *
 * @param contentType as sent, empty where none was
 * @param body unpacked and decoded; empty where none was
 */
public record Answer(int status, String contentType, String body) {
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** A body may hold a token or lyrics. */
    @Override
    public String toString() {
        return "Answer[%d, %s, %d characters]".formatted(status, contentType, body.length());
    }
}
