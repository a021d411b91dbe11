package org.emotitune.llm;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotitune.doctor.Finding;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.Ledger.Price;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.Ledger.Use;

/** What is told of today's budget and of the messages that a model did not read. */
record Spending(Limits limits, Ledger ledger, Clock clock) {
    private static final String SUBJECT = "budget";
    private static final double NEARLY_ALL = 0.8;

    List<Finding> findings() {
        Map<Purpose, Use> today = ledger.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Tokens used = today.values().stream().map(Use::tokens).reduce(Tokens.NONE, Tokens::plus);
        List<Finding> findings = new ArrayList<>(List.of(budget(ledger.takenToday(), used)));
        Use messages = today.get(Purpose.MESSAGE);
        if (messages != null) {
            each(messages).ifPresent(findings::add);
            fallbacks(messages).ifPresent(findings::add);
        }
        return findings;
    }

    /** @param taken used, and set aside for calls that are under way, or were when their process died */
    private Finding budget(Tokens taken, Tokens used) {
        double share = Math.max(taken.all() / (double) limits.tokensPerDay(), money(taken) / limits.moneyPerDay());
        String sentence = sentence(taken, Math.max(0, taken.all() - used.all()));
        if (share < NEARLY_ALL) {
            return Finding.ok(SUBJECT, sentence);
        }
        String and = share < 1 ? "; when they are gone" : "; until midnight UTC";
        return Finding.warning(
                SUBJECT,
                sentence + and + " messages are read by the built-in reader",
                "raise LLM_TOKENS_PER_DAY or LLM_MONEY_PER_DAY, or wait for tomorrow");
    }

    private String sentence(Tokens taken, long aside) {
        String tokens = limits.tokensPerDay() == Long.MAX_VALUE
                ? String.format(Locale.ROOT, "%,d tokens used today, without a limit", taken.all())
                : String.format(Locale.ROOT, "%,d of %,d tokens used today", taken.all(), limits.tokensPerDay());
        tokens += aside == 0 ? "" : String.format(Locale.ROOT, " (%,d of them only set aside)", aside);
        if (limits.price() == null) {
            return tokens;
        }
        String of = limits.moneyPerDay() < Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, " of %.2f", limits.moneyPerDay())
                : "";
        return tokens + String.format(Locale.ROOT, ", money %.2f%s", money(taken), of);
    }

    private double money(Tokens tokens) {
        Price price = limits.price();
        return price == null ? 0 : price.of(tokens);
    }

    private static Optional<Finding> each(Use messages) {
        long read = messages.events().getOrDefault(Event.READ, 0L);
        return read == 0
                ? Optional.empty()
                : Optional.of(Finding.ok(
                        "language model",
                        String.format(
                                Locale.ROOT,
                                "has read %,d messages today; %,d tokens for each, failed calls among them",
                                read,
                                messages.tokens().all() / read)));
    }

    private static Optional<Finding> fallbacks(Use messages) {
        Map<Event, Long> others = new EnumMap<>(Event.class);
        others.putAll(messages.events());
        long all = others.values().stream().mapToLong(Long::longValue).sum();
        others.remove(Event.READ);
        others.remove(Event.KNOWN);
        long fallen = others.values().stream().mapToLong(Long::longValue).sum();
        if (fallen == 0) {
            return Optional.empty();
        }
        String why = others.entrySet().stream()
                .map(event -> "%d %s".formatted(event.getValue(), words(event.getKey())))
                .collect(joining(", "));
        String sentence =
                "%d of today's %d messages were read by the built-in reader instead: %s".formatted(fallen, all, why);
        return Optional.of(
                2 * fallen < all
                        ? Finding.ok("language model", sentence)
                        : Finding.warning("language model", sentence, "see the reasons there, and the log's"));
    }

    private static String words(Event event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
