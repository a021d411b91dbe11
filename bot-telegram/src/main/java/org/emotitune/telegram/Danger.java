package org.emotitune.telegram;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Somebody may be in danger: they wait for no line, no limit, no database. Thread-safe. */
final class Danger {
    private static final Logger LOG = LoggerFactory.getLogger(Danger.class);
    /** Whoever writes on meanwhile has the same help lines before their eyes. */
    private static final Duration BETWEEN_HELP = Duration.ofSeconds(1);

    private final TelegramUpdates updates;
    private final Predicate<IncomingMessage> urgent;
    private final Deliveries deliveries;
    private final Set<Helped> helping = ConcurrentHashMap.newKeySet();

    private record Helped(long chat, long person) {}

    /** @param urgent whether somebody may be in danger; takes no time */
    Danger(TelegramUpdates updates, Predicate<IncomingMessage> urgent, Deliveries deliveries) {
        this.updates = updates;
        this.urgent = urgent;
        this.deliveries = deliveries;
    }

    boolean isIn(Update update) {
        return switch (updates.read(update)) {
            case Inbound.Said said -> isIn(Incoming.text(said.person(), said.chat(), said.text()));
            case Inbound.Sent sent -> isIn(Incoming.text(sent.person(), sent.chat(), sent.caption()));
            case Inbound.Asked asked ->
                isIn(Incoming.text(asked.person(), Chat.of(asked.person().id()), asked.text()));
            case Inbound.Overheard ignored -> false;
            case Inbound.Tapped ignored -> false;
            case Inbound.Wordless ignored -> false;
            case Inbound.Migrated ignored -> false;
            case Inbound.Gone ignored -> false;
            case Inbound.Ignored ignored -> false;
        };
    }

    boolean isIn(IncomingMessage message) {
        try {
            return urgent.test(message);
        } catch (RuntimeException e) {
            LOG.error(
                    "Whether a message is urgent could not be told: {}",
                    e.getClass().getName());
            return true; // the mistake that harms nobody
        }
    }

    /** @param quoted message that is answered; null to quote none */
    void help(Reply.Crisis help, Chat chat, Person person, @Nullable Integer quoted) {
        Helped helped = new Helped(chat.id(), person.id());
        if (!helping.add(helped)) {
            return;
        }
        deliveries.atOnce(() -> {
            try {
                deliveries.help(help, chat, person, quoted);
                Thread.sleep(BETWEEN_HELP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                helping.remove(helped);
            }
        });
    }
}
