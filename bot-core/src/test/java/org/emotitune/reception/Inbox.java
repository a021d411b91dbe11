package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Acknowledgement;
import org.emotitune.conversation.Reply.Apology;
import org.jspecify.annotations.Nullable;

/** Where replies arrive. */
final class Inbox implements Consumer<Reply> {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    @Override
    public void accept(Reply reply) {
        replies.add(reply);
    }

    /** The next reply, as soon as it is there. */
    Reply next() {
        try {
            @Nullable Reply reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (reply == null) {
                throw new AssertionError("no reply came");
            }
            return reply;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the next reply, an echo, says. */
    String nextEcho() {
        return assertThat(next())
                .asInstanceOf(InstanceOfAssertFactories.type(Acknowledgement.class))
                .actual()
                .text();
    }

    Apology nextApology() {
        return assertThat(next())
                .asInstanceOf(InstanceOfAssertFactories.type(Apology.class))
                .actual();
    }

    boolean isEmpty() {
        return replies.isEmpty();
    }
}
