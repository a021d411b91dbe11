package org.emotitune.discord.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What goes wrong between Discord's REST API and the bot, when told to or by chance. Thread-safe. */
public final class Faults {
    /** Something that goes wrong. */
    public sealed interface Fault {
        /** A 5xx of Discord itself; nothing is done. */
        record Status(int code) implements Fault {}

        /** Refused with an error of Discord's API; nothing is done. */
        record Refused(int status, int code, String message) implements Fault {}

        /** 429 of Discord: for this kind of call, or for all. Nothing is done. */
        record TooMany(double seconds, boolean global) implements Fault {}

        /** 429 of what stands before Discord: it has no "Via" header and no JSON. Nothing is done. */
        record TooManyForCloudflare(int seconds) implements Fault {}

        /** The connection ends without an answer; nothing is done. */
        record Dropped() implements Fault {}

        /** It is done, but the connection ends without an answer: nobody can tell it from {@link Dropped}. */
        record AnswerLost() implements Fault {}

        /** Done after a while. */
        record Slow(Duration time) implements Fault {}
    }

    /** By chance. */
    private record Chance(Random random, double share, List<Fault> faults, Set<Route> routes) {}

    private final Map<Route, Queue<Fault>> next = new EnumMap<>(Route.class);
    private final Map<Route, Fault> always = new EnumMap<>(Route.class);
    private final Map<String, Integer> happened = new TreeMap<>();
    private Optional<Chance> chance = Optional.empty();

    /** 500, 502, 503; JDA itself calls again after all but 500, up to four times, half a second and more between. */
    public static Fault status(int code) {
        return new Fault.Status(code);
    }

    public static Fault refused(int status, int code, String message) {
        return new Fault.Refused(status, code, message);
    }

    public static Fault tooMany(double seconds) {
        return new Fault.TooMany(seconds, false);
    }

    public static Fault tooManyOfAll(double seconds) {
        return new Fault.TooMany(seconds, true);
    }

    public static Fault tooManyForCloudflare(int seconds) {
        return new Fault.TooManyForCloudflare(seconds);
    }

    public static Fault dropped() {
        return new Fault.Dropped();
    }

    public static Fault answerLost() {
        return new Fault.AnswerLost();
    }

    public static Fault slow(Duration time) {
        return new Fault.Slow(time);
    }

    /** The next calls of a route meet these, one each. */
    public synchronized void next(Route route, Fault... faults) {
        next.computeIfAbsent(route, name -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /** Every call of a route, until {@link #none()}. */
    public synchronized void always(Route route, Fault fault) {
        always.put(route, fault);
    }

    /**
     * A share of all calls.
     *
     * @param share 0 to 1
     * @param routes these only; all of them where there is none
     */
    public synchronized void random(long seed, double share, List<Fault> faults, Route... routes) {
        Set<Route> only = EnumSet.noneOf(Route.class);
        only.addAll(List.of(routes));
        chance = Optional.of(new Chance(new Random(seed), share, List.copyOf(faults), only));
    }

    /** All goes well again. */
    public synchronized void none() {
        next.clear();
        always.clear();
        chance = Optional.empty();
    }

    /** How often each has happened: "SEND Dropped[]" → 12. */
    public synchronized Map<String, Integer> happened() {
        return new TreeMap<>(happened);
    }

    synchronized Optional<Fault> take(Route route) {
        Queue<Fault> planned = next.getOrDefault(route, new ArrayDeque<>());
        Optional<Fault> fault = Optional.ofNullable(planned.poll())
                .or(() -> Optional.ofNullable(always.get(route)))
                .or(() -> chance.flatMap(odds -> byChance(odds, route)));
        fault.ifPresent(one -> happened.merge(route + " " + one, 1, Integer::sum));
        return fault;
    }

    private static Optional<Fault> byChance(Chance odds, Route route) {
        boolean concerned = odds.routes().isEmpty() || odds.routes().contains(route);
        return concerned && odds.random().nextDouble() < odds.share()
                ? Optional.of(
                        odds.faults().get(odds.random().nextInt(odds.faults().size())))
                : Optional.empty();
    }
}
