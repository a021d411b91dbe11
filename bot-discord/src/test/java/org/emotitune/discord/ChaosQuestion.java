package org.emotitune.discord;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotitune.discord.testing.Acknowledgement;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;

/**
 * What somebody has asked in the chaos.
 *
 * @param id of the interaction or the message
 * @param used empty for a message
 */
record ChaosQuestion(long id, String what, LocalChannel channel, Optional<LocalInteraction> used) {
    static ChaosQuestion of(String what, LocalInteraction used) {
        return new ChaosQuestion(used.id(), what, used.channel(), Optional.of(used));
    }

    static ChaosQuestion of(LocalMessage said) {
        return new ChaosQuestion(said.id(), "message", said.channel(), Optional.empty());
    }

    /**
     * How often it has been answered.
     *
     * @param posts normal messages that answer it
     */
    int answers(List<LocalMessage> posts) {
        return times(posts)
                + used.map(one -> times(one.answers()) + (isWithoutMessage(one) ? 1 : 0))
                        .orElse(0);
    }

    /** A long answer has several messages, no two of them the same. */
    private static int times(List<LocalMessage> messages) {
        Set<String> different = new HashSet<>();
        boolean twice = messages.stream().anyMatch(message -> !different.add(message.shown()));
        return twice ? 2 : Math.min(1, messages.size());
    }

    /** Whether it was answered by suggestions, or by a change of the message that it came from. */
    private static boolean isWithoutMessage(LocalInteraction used) {
        Optional<Acknowledgement> how = used.acknowledgement();
        boolean changed = how.filter(one -> one == Acknowledgement.EDIT || one == Acknowledgement.CHOICES)
                .isPresent();
        boolean later = how.filter(one -> one == Acknowledgement.DEFERRED_EDIT).isPresent();
        return changed || (later && used.isAnswered() && used.sent().isEmpty());
    }

    /** Whether an interaction wants an answer still; messages are not asked. */
    boolean isOpen() {
        return used.filter(one -> !one.isAnswered()).isPresent();
    }

    boolean isExpired() {
        return used.filter(one -> !one.isAcknowledged()).isPresent();
    }

    @Override
    public String toString() {
        return what + used.map(one -> " (" + one + ")").orElse("");
    }
}
