package org.emotitune.telegram.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong between Telegram and the bot, when told to or by chance. Thread-safe. */
public final class Faults {
    /** Something that goes wrong. */
    public sealed interface Fault {
        /**
         * Refused with a code: 429, 409, 401, 500 and so on; nothing is done.
         *
         * @param retryAfter seconds; counts for 429 only
         */
        record Status(int code, int retryAfter) implements Fault {}

        /** Refused with a code and words of the Bot API; nothing is done. */
        record Refused(int code, String description) implements Fault {}

        /** The connection ends without an answer; nothing is done. */
        record Dropped() implements Fault {}

        /** It is done, but the connection ends without an answer: nobody can tell it from {@link Dropped}. */
        record AnswerLost() implements Fault {}

        /** Done after a while. */
        record Slow(Duration time) implements Fault {}

        /** A page of some proxy in place of JSON; nothing is done. */
        record Garbage(int status, String body) implements Fault {}
    }

    /** By chance. */
    private record Chance(Random random, double share, List<Fault> faults, Set<String> methods) {}

    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private Optional<Chance> chance = Optional.empty();

    public static Fault status(int code) {
        return new Fault.Status(code, 1);
    }

    public static Fault tooMany(int seconds) {
        return new Fault.Status(Refusal.TOO_MANY, seconds);
    }

    public static Fault badGateway() {
        return new Fault.Garbage(502, "<html><head><title>502 Bad Gateway</title></head></html>");
    }

    /** A page with status 200. */
    public static Fault garbage() {
        return new Fault.Garbage(200, "<html><body>Please log in to the guest network</body></html>");
    }

    /** The next calls of a method meet these, one each. */
    public synchronized void next(String method, Fault... faults) {
        next.computeIfAbsent(key(method), name -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /** Every call of a method, until {@link #none()}. */
    public synchronized void always(String method, Fault fault) {
        always.put(key(method), fault);
    }

    /**
     * A share of all calls.
     *
     * @param share 0 to 1
     * @param methods these only; all methods where there is none
     */
    public synchronized void random(long seed, double share, List<Fault> faults, String... methods) {
        Set<String> only = Stream.of(methods).map(Faults::key).collect(Collectors.toSet());
        chance = Optional.of(new Chance(new Random(seed), share, List.copyOf(faults), only));
    }

    /** All goes well again. */
    public synchronized void none() {
        next.clear();
        always.clear();
        chance = Optional.empty();
    }

    /** How often each has happened: "sendmessage Dropped[]" → 12. */
    public synchronized Map<String, Integer> happened() {
        return new TreeMap<>(happened);
    }

    synchronized Optional<Fault> take(String method) {
        Queue<Fault> planned = next.getOrDefault(key(method), new ArrayDeque<>());
        Optional<Fault> fault = Optional.ofNullable(planned.poll())
                .or(() -> Optional.ofNullable(always.get(key(method))))
                .or(() -> chance.flatMap(odds -> byChance(odds, key(method))));
        fault.ifPresent(one -> happened.merge(key(method) + " " + one, 1, Integer::sum));
        return fault;
    }

    private static Optional<Fault> byChance(Chance odds, String method) {
        boolean concerned = odds.methods().isEmpty() || odds.methods().contains(method);
        return concerned && odds.random().nextDouble() < odds.share()
                ? Optional.of(
                        odds.faults().get(odds.random().nextInt(odds.faults().size())))
                : Optional.empty();
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
