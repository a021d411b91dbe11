package org.emotitune.web;

import java.time.Clock;
import java.time.Duration;

/** Clients for tests: they wait on fake time, for nothing. */
final class WebClients {
    private static final Policy HASTY = new Policy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000, 3, Duration.ofMinutes(2), Duration.ofMinutes(1));

    private WebClients() {}

    /** Makes three attempts. */
    static WebClient of(String service, FakeTime time) {
        return new WebClient(service, HASTY, wait -> {}, Clock.systemUTC(), time);
    }
}
