package org.emotitune.discord;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;

/** One round: who has tapped what, while it lasts. Nobody but it knows who. Thread-safe. */
final class GroupRound {
    private final GroupMoods.Beginning beginning;
    private final Reply.Question question;
    private final Instant end;
    private final GroupMoods.Shown shown;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Map<Long, String> taps = new HashMap<>();
    private Phase phase = Phase.OPEN;
    /** Taps whose change of the message is on its way. */
    private int onTheirWay;

    private enum Phase {
        OPEN,
        /** No tap counts any more, but the message may still change for one that did. */
        CLOSING,
        ENDED
    }

    /**
     * What everybody may see of it.
     *
     * @param round its id
     * @param counts people for each action; actions that nobody has tapped are missing
     */
    record View(long round, Reply.Question question, Map<String, Integer> counts, Instant end) {
        View {
            counts = Map.copyOf(counts);
        }

        Language language() {
            return question.language();
        }

        int people() {
            return counts.values().stream().mapToInt(count -> count).sum();
        }
    }

    GroupRound(GroupMoods.Beginning beginning, Reply.Question question, Instant end, GroupMoods.Shown shown) {
        this.beginning = beginning;
        this.question = question;
        this.end = end;
        this.shown = shown;
    }

    GroupMoods.Beginning beginning() {
        return beginning;
    }

    GroupMoods.Shown shown() {
        return shown;
    }

    /** Completed when all is said; never exceptionally. */
    CompletableFuture<Void> over() {
        return over;
    }

    synchronized View view() {
        Map<String, Integer> counts =
                taps.values().stream().collect(Collectors.toMap(Function.identity(), tap -> 1, Integer::sum));
        return new View(beginning.round(), question, counts, end);
    }

    /** One for each person, in no order. */
    synchronized List<String> actions() {
        return List.copyOf(taps.values());
    }

    /** @return empty where it does not count: the round is over, or the action is none of its buttons */
    synchronized Optional<View> tap(long person, String action) {
        boolean known = question.buttons().stream().map(Button::action).anyMatch(action::equals);
        if (phase != Phase.OPEN || !known) {
            return Optional.empty();
        }
        taps.put(person, action);
        onTheirWay++;
        return Optional.of(view());
    }

    /**
     * The message has changed for a tap that counted, or will not.
     *
     * @return whether the end has waited for that alone
     */
    synchronized boolean isShown() {
        onTheirWay--;
        return phase == Phase.CLOSING && onTheirWay == 0;
    }

    /**
     * From now on no tap counts.
     *
     * @return whether no change of the message is on its way, which would undo the end
     */
    synchronized boolean close() {
        if (phase == Phase.OPEN) {
            phase = Phase.CLOSING;
        }
        return onTheirWay == 0;
    }

    /** @return whether it ends by this call */
    synchronized boolean end() {
        boolean first = phase != Phase.ENDED;
        phase = Phase.ENDED;
        return first;
    }
}
