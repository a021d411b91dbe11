package org.emotitune.discord;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;

/**
 * What came of the chaos. What was lost was asked while there was no network or no session, or was not answered yet then;
 * what was hurt had a call that was made to fail.
 *
 * @param expired interactions without an acknowledgement in three seconds
 * @param silent acknowledged interactions, and messages, without an answer
 * @param unexplained of both those that were neither lost nor hurt
 * @param twice answered more than once
 * @param again acknowledged more than once though nothing had failed
 * @param account what else happened
 */
record ChaosFindings(
        int interactions,
        int messages,
        int answered,
        int expired,
        int silent,
        List<String> unexplained,
        List<String> twice,
        List<String> again,
        List<String> errors,
        List<String> leaks,
        String account) {

    static ChaosFindings of(
            LocalDiscord discord, ChaosCrowd crowd, List<ChaosQuestion> asked, Set<ChaosQuestion> lost, ChaosLog log) {
        ChaosCalls calls = new ChaosCalls(discord.calls());
        Map<Long, List<LocalMessage>> posts = posts(crowd);
        Map<ChaosQuestion, Integer> answers = asked.stream()
                .collect(Collectors.toMap(one -> one, one -> one.answers(posts.getOrDefault(one.id(), List.of()))));
        List<ChaosQuestion> without =
                asked.stream().filter(one -> answers.getOrDefault(one, 0) == 0).toList();
        return new ChaosFindings(
                (int) asked.stream().filter(one -> one.used().isPresent()).count(),
                (int) asked.stream().filter(one -> one.used().isEmpty()).count(),
                asked.size() - without.size(),
                (int) asked.stream().filter(ChaosQuestion::isExpired).count(),
                (int) without.stream().filter(one -> !one.isExpired()).count(),
                asked.stream()
                        .filter(one -> answers.getOrDefault(one, 0) == 0 || one.isExpired())
                        .filter(one -> !lost.contains(one) && !calls.hurt().contains(one.id()))
                        .map(ChaosQuestion::toString)
                        .toList(),
                asked.stream()
                        .filter(one -> answers.getOrDefault(one, 0) > 1)
                        .map(ChaosQuestion::toString)
                        .toList(),
                asked.stream()
                        .filter(one -> calls.acknowledgements(one.id()) > 1)
                        .filter(one -> !lost.contains(one) && !calls.hurt().contains(one.id()))
                        .map(ChaosQuestion::toString)
                        .toList(),
                log.errors(),
                log.leaks(),
                account(discord, log, lost.size()));
    }

    private static Map<Long, List<LocalMessage>> posts(ChaosCrowd crowd) {
        return crowd.channels().stream()
                .flatMap(channel -> channel.ofBot().stream())
                .filter(message -> ChaosCalls.cause(message).isPresent())
                .collect(Collectors.groupingBy(
                        message -> ChaosCalls.cause(message).orElseThrow()));
    }

    private static String account(LocalDiscord discord, ChaosLog log, int lost) {
        return """
                acknowledged: %s
                answered: %s
                perhaps lost by network and gateway: %d; %,d calls, %d sessions, %d resumed
                faults:
                %s
                warnings:
                %s""".formatted(
                        times(discord.interactions().stream()
                                .map(LocalInteraction::acknowledgedAfter)
                                .flatMap(Optional::stream)
                                .sorted()
                                .toList()),
                        times(discord.interactions().stream()
                                .map(LocalInteraction::answeredAfter)
                                .flatMap(Optional::stream)
                                .sorted()
                                .toList()),
                        lost,
                        discord.calls().size(),
                        discord.gateway().identified(),
                        discord.gateway().resumed(),
                        lines(discord.faults().happened()),
                        lines(log.warnings()));
    }

    private static String times(List<Duration> sorted) {
        return sorted.isEmpty()
                ? "never"
                : "p50 %d ms, p99 %d ms, at most %d ms"
                        .formatted(
                                sorted.get(sorted.size() / 2).toMillis(),
                                sorted.get(sorted.size() * 99 / 100).toMillis(),
                                sorted.getLast().toMillis());
    }

    private static String lines(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .map(one -> "  %5d  %s".formatted(one.getValue(), one.getKey()))
                .collect(Collectors.joining("\n"));
    }

    boolean isWell() {
        return List.of(unexplained, twice, again, errors, leaks).stream().allMatch(Collection::isEmpty);
    }

    @Override
    public String toString() {
        return """
                %,d interactions and %,d messages: %,d answered
                expired: %d; acknowledged or a message, and without an answer: %d
                neither lost nor hurt, and yet expired or without an answer: %s
                answered twice: %s
                acknowledged twice: %s
                errors in the log: %s
                tokens or words of people in the log: %s
                %s""".formatted(
                interactions, messages, answered, expired, silent, unexplained, twice, again, errors, leaks, account);
    }
}
