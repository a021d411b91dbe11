package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.emotitune.admin.AdminDesk;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.reception.Reception;
import org.emotitune.telegram.Inbound.Asked;
import org.emotitune.telegram.Inbound.Said;
import org.emotitune.telegram.Inbound.Sent;
import org.emotitune.telegram.Inbound.Tapped;
import org.emotitune.telegram.Inbound.Wordless;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Hands each update to whom it concerns, and what they say to the chat. Returns at once; thread-safe. */
final class Handler implements Consumer<Update> {
    private static final Logger LOG = LoggerFactory.getLogger(Handler.class);
    /** An album comes as many messages. */
    private static final Duration WORDLESS_ONCE_IN = Duration.ofSeconds(30);

    private static final int MOST_CHATS = 10_000;
    /** Fewer than the reception lets wait. */
    private static final int MOST_IN_WORK = 150;
    /** Replies that wait to be sent: more than a minute's worth at Telegram's limits. */
    private static final int MOST_WAITING = 2_000;

    /** The core, as far as people need it. */
    record Core(Conversation conversation, Reception reception) {}

    private final TelegramUpdates updates;
    private final Core core;
    private final InlineAnswers inline;
    private final AdminRoom admins;
    private final Deliveries deliveries;
    private final Danger danger;
    private final Leavers leavers;
    private final AtomicInteger inWork = new AtomicInteger();
    private final Cache<Long, Boolean> toldToWrite = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .expireAfterWrite(WORDLESS_ONCE_IN)
            .build();

    Handler(
            TelegramUpdates updates,
            Core core,
            InlineAnswers inline,
            AdminRoom admins,
            Deliveries deliveries,
            Danger danger) {
        this.updates = updates;
        this.core = core;
        this.inline = inline;
        this.admins = admins;
        this.deliveries = deliveries;
        this.danger = danger;
        this.leavers = new Leavers(person -> core.conversation().forget(Incoming.sender(person)));
    }

    @Override
    public void accept(Update update) {
        switch (updates.read(update)) {
            case Said said -> said(said);
            case Inbound.Overheard(var said) ->
                deliveries.atOnce(() -> {
                    var unused = admins.command(said);
                });
            case Tapped tapped -> tapped(tapped);
            case Asked asked -> asked(asked);
            case Sent sent -> sent(sent);
            case Wordless wordless -> wordless(wordless);
            case Inbound.Migrated(var from, var to) -> moved(from, to);
            case Inbound.Gone(var chat) -> gone(chat.id());
            case Inbound.Ignored() -> {}
        }
    }

    private void asked(Asked asked) {
        Supplier<Optional<AnswerInlineQuery>> answer = inline.take(asked);
        deliveries.atOnce(() -> answer.get().ifPresent(deliveries::answer));
    }

    private void said(Said said) {
        boolean anybodys = !AdminDesk.isCommand(said.text())
                || danger.isIn(Incoming.text(said.person(), said.chat(), said.text()));
        if (anybodys) {
            converse(said);
            return;
        }
        // Its place is taken now: whoever is no admin is answered in order. Admins wait for nothing, not even their
        // imports.
        Optional<Lanes.Place> place = deliveries.join(said.chat());
        deliveries.atOnce(() -> {
            if (admins.command(said)) {
                place.ifPresent(Lanes.Place::leave);
            } else {
                converse(said, place);
            }
        });
    }

    private void converse(Said said) {
        IncomingMessage message = Incoming.text(said.person(), said.chat(), said.text());
        if (said.chat().kind() != Chat.Kind.CHANNEL && danger.isIn(message)) {
            core.reception().receive(message, reply -> outOfLine(reply, said));
        } else {
            converse(said, deliveries.join(said.chat()));
        }
    }

    private void converse(Said said, Optional<Lanes.Place> line) {
        Chat chat = said.chat();
        if (chat.kind() == Chat.Kind.CHANNEL) {
            line.ifPresent(Lanes.Place::leave); // a channel is for its readers: only its admins are answered
        } else if (line.isEmpty()) {
            LOG.warn("A chat asks for much more than it may be told: a message was left out.");
        } else {
            converse(said, line.get());
        }
    }

    private void converse(Said said, Lanes.Place place) {
        Chat chat = said.chat();
        Runnable ready = deliveries.typing(chat);
        receive(Incoming.text(said.person(), chat, said.text()), said.person(), reply -> {
            ready.run();
            if (reply instanceof Reply.Crisis) {
                place.leave(); // a language model has heard it
                outOfLine(reply, said);
            } else {
                place.fill(() -> deliveries.reply(reply, chat, said.person(), quoted(said)));
            }
        });
    }

    private void outOfLine(Reply reply, Said said) {
        if (reply instanceof Reply.Crisis help) {
            danger.help(help, said.chat(), said.person(), quoted(said));
        } else {
            deliveries.atOnce(() -> deliveries.reply(reply, said.chat(), said.person(), quoted(said)));
        }
    }

    private static @Nullable Integer quoted(Said said) {
        return said.chat().kind() == Chat.Kind.GROUP ? said.message() : null;
    }

    private void receive(IncomingMessage message, Person person, Consumer<Reply> visitor) {
        inWork.incrementAndGet();
        Consumer<Reply> watched = leavers.watching(person.id(), visitor);
        core.reception().receive(message, reply -> {
            inWork.decrementAndGet();
            watched.accept(reply);
        });
    }

    /** Whether more can be taken in without having to apologise for it. */
    boolean isRoom() {
        return inWork.get() < MOST_IN_WORK && deliveries.waiting() < MOST_WAITING;
    }

    private void tapped(Tapped tapped) {
        Chat chat = tapped.chat();
        if (chat == null || tapped.message() == null) {
            deliveries.atOnce(() -> deliveries.answer(tooOld(tapped)));
            return;
        }
        if (!AdminDesk.isAction(tapped.action())) {
            tappedByAnybody(tapped, chat);
            return;
        }
        deliveries.atOnce(() -> {
            if (!admins.tapped(tapped, chat)) {
                tappedByAnybody(tapped, chat);
            }
        });
    }

    private void tappedByAnybody(Tapped tapped, Chat chat) {
        if (chat.kind() == Chat.Kind.CHANNEL) {
            deliveries.atOnce(() -> deliveries.answer(tooOld(tapped))); // nothing is shown to all of its readers
            return;
        }
        Optional<Lanes.Place> place = deliveries.join(chat);
        IncomingMessage message = Incoming.tap(tapped.person(), chat, tapped.action());
        receive(message, tapped.person(), reply -> {
            deliveries.atOnce(() -> deliveries.answerTap(reply, tapped));
            place.ifPresent(free -> free.fill(() -> deliveries.show(reply, tapped, chat)));
        });
    }

    private static AnswerCallbackQuery tooOld(Tapped tapped) {
        return AnswerCallbackQuery.builder()
                .callbackQueryId(tapped.query())
                .text(Texts.in(tapped.person().locale(), "apology.too-old"))
                .showAlert(true)
                .build();
    }

    /** Songs for the index from admins; from anybody else it is what stands beside it that counts. */
    private void sent(Sent sent) {
        Said beside = new Said(sent.chat(), sent.person(), sent.message(), sent.caption());
        if (danger.isIn(Incoming.text(sent.person(), sent.chat(), sent.caption()))) {
            converse(beside);
            return;
        }
        deliveries.atOnce(() -> {
            if (admins.file(sent)) {
                return;
            }
            if (sent.caption().isBlank()) {
                wordless(new Wordless(sent.chat(), sent.person(), sent.message()));
            } else {
                converse(beside);
            }
        });
    }

    private void wordless(Wordless wordless) {
        Chat chat = wordless.chat();
        if (chat.kind() == Chat.Kind.CHANNEL || toldToWrite.asMap().putIfAbsent(chat.id(), true) != null) {
            return;
        }
        SendMessage answer = TelegramReplies.inWordsPlease(wordless);
        deliveries.join(chat).ifPresent(place -> place.fill(() -> deliveries.send(chat.id(), answer)));
    }

    void moved(long from, long to) {
        deliveries.atOnce(() -> admins.moved(from, to));
    }

    /** A person who blocks the bot has left it: nothing is kept of them. */
    void gone(long chat) {
        deliveries.drop(chat);
        deliveries.atOnce(() -> admins.gone(chat));
        if (chat > 0) {
            deliveries.atOnce(() -> leavers.left(chat));
        }
    }
}
