package org.emotitune.telegram;

import java.util.function.Function;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.AdminReply;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches;
import org.emotitune.admin.Upload;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.NotAllowedException;
import org.emotitune.telegram.Inbound.Said;
import org.emotitune.telegram.Inbound.Sent;
import org.emotitune.telegram.Inbound.Tapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What admins do in a chat. Every method tells whether the person is an admin there; nothing is done for others. Blocks;
 * thread-safe.
 */
final class AdminRoom {
    private static final Logger LOG = LoggerFactory.getLogger(AdminRoom.class);

    private final Admins admins;
    private final AdminDesk desk;
    private final JobWatches watches;
    private final AdminMessages messages;
    private final Downloads downloads;

    AdminRoom(Admins admins, AdminDesk desk, JobWatches watches, AdminMessages messages, Downloads downloads) {
        this.admins = admins;
        this.desk = desk;
        this.watches = watches;
        this.messages = messages;
        this.downloads = downloads;
    }

    boolean command(Said said) {
        return allowed(() -> {
            AdminReply reply = desk.command(admins.caller(said.chat(), said.person()), said.text());
            tell(reply, messages.begin(said.chat(), said.message()));
        });
    }

    boolean tapped(Tapped tapped, Chat chat) {
        return allowed(() -> {
            Caller caller = admins.caller(chat, tapped.person());
            AdminMessages.Message message = messages.of(chat, tapped);
            tell(desk.tapped(caller, tapped.action(), message::progress), message);
        });
    }

    /** Many send files without wanting anything of admins: they are not logged as refused. */
    boolean file(Sent sent) {
        Caller caller = admins.caller(sent.chat(), sent.person());
        return caller.vouched()
                && allowed(() -> {
                    AdminMessages.Message message = messages.begin(sent.chat(), sent.message());
                    Upload upload = new Upload(
                            sent.name(), sent.bytes(), Downloads.most(), file -> downloads.fetch(sent.file(), file));
                    tell(desk.offered(caller, upload, message::progress), message);
                });
    }

    private static boolean allowed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (NotAllowedException e) {
            return false; // the core has logged it; to the person this is an unknown command
        }
    }

    private void tell(AdminReply reply, AdminMessages.Message message) {
        switch (reply) {
            case AdminReply.Said(var text, var files, var buttons) -> {
                message.end(text, buttons);
                files.forEach(message::file);
            }
            case AdminReply.Passing(var text) -> message.passing(text);
            case AdminReply.Follow(var job, var text, var buttons) ->
                message.end(text, buttons).map(shown(job, message)).ifPresent(watches::watch);
        }
    }

    private static Function<Integer, JobMessage> shown(long job, AdminMessages.Message message) {
        return id -> message.about(job, id);
    }

    void moved(long from, long to) {
        admins.moved(from, to);
        messages.moved(to);
        kept(() -> watches.moved(Long.toString(from), Long.toString(to)));
    }

    void gone(long chat) {
        kept(() -> watches.gone(Long.toString(chat)));
    }

    private static void kept(Runnable change) {
        try {
            change.run();
        } catch (StoreUnavailableException e) {
            LOG.warn("A chat that moved or is gone is kept as it was: {}", e.getMessage());
        }
    }
}
