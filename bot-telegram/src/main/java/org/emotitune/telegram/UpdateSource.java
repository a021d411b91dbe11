package org.emotitune.telegram;

import java.util.List;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Where updates come from: polling or the webhook. */
interface UpdateSource extends AutoCloseable {
    /** Kinds of updates that the bot wants. */
    List<String> KINDS = List.of("message", "channel_post", "callback_query", "inline_query", "my_chat_member");

    /**
     * Begins to hand over updates; returns at once.
     *
     * @param updates called with one batch after another; may block, then no more come
     * @param rejected told once if Telegram does not take the token (401); nothing comes any more then
     */
    void start(Consumer<List<Update>> updates, Runnable rejected);

    /** Hands over no more; waits for a batch that is being handed over. */
    @Override
    void close();
}
