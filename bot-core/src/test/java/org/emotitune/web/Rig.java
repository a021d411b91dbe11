package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.SettableClock;

/** A client that waits by moving its clock on, and remembers what it waited for and told. */
final class Rig {
    static final Policy POLICY = new Policy(
            Duration.ofSeconds(5), Duration.ofSeconds(20), 200_000, 3, Duration.ofSeconds(60), Duration.ofMinutes(1));

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T20:00:00Z"));
    final List<Duration> slept = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final WebClient client;

    Rig() {
        this(POLICY);
    }

    Rig(Policy policy) {
        client = new WebClient("Spotify", policy, told::add, clock, this::sleep);
    }

    /** @return a policy that allows this much time for an attempt */
    static Policy within(Duration time) {
        return new Policy(time, time, 200_000, 2, Duration.ofSeconds(60), Duration.ofMinutes(1));
    }

    private void sleep(Duration time) {
        slept.add(time);
        clock.advance(time);
    }

    Answer get(URI uri) {
        return client.send(Call.get(uri, Map.of()));
    }

    ThrowableAssertAlternative<ServiceUnavailableException> cannotGet(URI uri) {
        return assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> get(uri));
    }

    ThrowableAssertAlternative<ServiceUnavailableException> cannotGetJson(URI uri) {
        return assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.json(Call.get(uri, Map.of())));
    }
}
