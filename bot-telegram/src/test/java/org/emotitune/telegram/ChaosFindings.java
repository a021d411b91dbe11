package org.emotitune.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalTelegram;

/**
 * What came of the chaos.
 *
 * @param messages that want an answer of their own: texts, commands, taps that bring a new message
 * @param questions taps and inline queries, which want to be answered within seconds
 * @param missing answers that nobody saw
 * @param explained how many of these were lost by the network alone: the bot had sent them and cannot know what came of it
 * @param perhaps how many of the explained ones may not be missed after all: on their way when the network went, or what
 *     the bot left behind at its end
 * @param apologies answers that ask to come back: several messages of somebody had come at once
 * @param disordered chats where an answer came twice, or not in order, or one that nobody asked for
 * @param open taps and inline queries without an answer
 * @param refused how often Telegram had to say that it was too much
 * @param late messages and edits that Telegram had not done yet when the bot ended. The next bot cannot know of them:
 *     where it sends to the same chat when one is done, one of the two is refused, and the bot is not at fault
 * @param undelivered what the bot still had to send at the end
 */
record ChaosFindings(
        int messages,
        int questions,
        int missing,
        int explained,
        int perhaps,
        int apologies,
        List<String> disordered,
        List<String> open,
        int refused,
        int late,
        List<String> errors,
        List<String> leaks,
        int undelivered,
        String account) {

    static ChaosFindings of(
            List<ChaosTalk> talks, LocalTelegram telegram, ChaosLog log, int late, int undelivered, Duration time) {
        int shown = happened(telegram, new Fault.AnswerLost());
        int atCut =
                log.unknown() - shown - happened(telegram, new Fault.Dropped()) - happened(telegram, Faults.garbage());
        return new ChaosFindings(
                talks.stream().mapToInt(ChaosTalk::messages).sum(),
                talks.stream().mapToInt(ChaosTalk::questions).sum(),
                talks.stream().mapToInt(talk -> talk.missing().orElse(0)).sum(),
                log.unknown() - shown + log.givenUp(),
                atCut + log.leftBehind(),
                talks.stream().mapToInt(ChaosTalk::apologies).sum(),
                talks.stream()
                        .filter(talk -> talk.missing().isEmpty())
                        .map(ChaosTalk::account)
                        .toList(),
                talks.stream().flatMap(talk -> talk.open().stream()).toList(),
                telegram.limits().refused(),
                late,
                log.errors(),
                log.leaks(),
                undelivered,
                account(telegram, log, time));
    }

    private static int happened(LocalTelegram telegram, Fault fault) {
        return telegram.faults().happened().getOrDefault("sendmessage " + fault, 0);
    }

    private static String account(LocalTelegram telegram, ChaosLog log, Duration time) {
        return """
                %.0f s; %,d calls
                messages of which the bot cannot know whether they are shown: %d; that it could not send, and said so: %d
                faults:
                %s
                warnings:
                %s""".formatted(
                        time.toMillis() / 1e3,
                        telegram.calls().size(),
                        log.unknown(),
                        log.givenUp(),
                        lines(telegram.faults().happened()),
                        lines(log.warnings()));
    }

    private static String lines(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .map(one -> "  %5d  %s".formatted(one.getValue(), one.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether every answer that nobody saw was lost by the network, or given up at the end of a bot. */
    boolean isAllExplained() {
        return missing <= explained && missing >= explained - perhaps;
    }

    /** Whether the bot itself sent nothing too fast. */
    boolean isWithinLimits() {
        return refused <= late;
    }

    boolean isWell() {
        return isAllExplained()
                && disordered.isEmpty()
                && open.isEmpty()
                && isWithinLimits()
                && errors.isEmpty()
                && leaks.isEmpty()
                && undelivered == 0;
    }

    @Override
    public String toString() {
        return """
                %,d messages that want an answer: %,d unanswered
                of which the network, or a stop that says so, explains: %,d, of these perhaps not missed: %d
                answers that ask to come back in a moment: %d
                chats with an answer twice, out of order or unasked for: %d
                %,d taps and inline queries: %d unanswered %s
                refused with 429 by Telegram's own limits: %d; still being done when the bot ended: %d
                left in the lines at the end: %d
                errors in the log: %s
                token or words of people in the log: %s
                %s""".formatted(
                        messages,
                        missing,
                        explained,
                        perhaps,
                        apologies,
                        disordered.size(),
                        questions,
                        open.size(),
                        open,
                        refused,
                        late,
                        undelivered,
                        errors,
                        leaks,
                        account);
    }
}
