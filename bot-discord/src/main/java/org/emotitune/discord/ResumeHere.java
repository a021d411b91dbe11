package org.emotitune.discord;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;

/**
 * Forgets the address that Discord names for the resumption of a session, so that JDA resumes at the one that is set: a
 * proxy. JDA has no setting for that, so this takes the place of its own handler and hands on to it.
 */
final class ResumeHere extends SocketHandler {
    private static final String READY = "READY";

    private final SocketHandler own;

    private ResumeHere(JDAImpl jda, SocketHandler own) {
        super(jda);
        this.own = own;
    }

    /** To be done on the thread that connects, before Discord says anything. */
    static void at(JDA shard) {
        JDAImpl jda = (JDAImpl) shard;
        Map<String, SocketHandler> handlers = jda.getClient().getHandlers();
        SocketHandler own = handlers.get(READY);
        if (own != null && !(own instanceof ResumeHere)) {
            handlers.put(READY, new ResumeHere(jda, own));
        }
    }

    @Override
    protected @Nullable Long handleInternally(DataObject ready) {
        ready.remove("resume_gateway_url");
        own.handle(responseNumber, allContent);
        return null;
    }
}
