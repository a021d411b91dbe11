package org.emotitune.reception;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;

/** A message that came in, and where its one reply goes. Two visits are never equal, even with the same message. */
final class Visit {
    private final IncomingMessage message;
    private final Consumer<Reply> visitor;
    private final AtomicBoolean claimed = new AtomicBoolean();

    Visit(IncomingMessage message, Consumer<Reply> visitor) {
        this.message = message;
        this.visitor = visitor;
    }

    IncomingMessage message() {
        return message;
    }

    Consumer<Reply> visitor() {
        return visitor;
    }

    /** @return whether the caller is the first to ask, and so the one who has to give the reply */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }
}
