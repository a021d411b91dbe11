package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** Messages that answer no interaction. */
final class ChannelRoutes {
    /** Discord says "in the past few minutes". */
    private static final Duration SAME_NONCE = Duration.ofMinutes(5);

    private static final int AT_FIRST = 50;

    private record Sent(LocalMessage message, Instant at) {}

    private final World world;
    private final Mail mail;
    private final Map<String, Sent> nonces = new HashMap<>();

    ChannelRoutes(World world, Mail mail) {
        this.world = world;
        this.mail = mail;
    }

    void addTo(Api api) {
        api.add(Route.CHANNEL, asked -> Answer.of(seen(asked).json()))
                .add(Route.SEND, this::send)
                .add(Route.MESSAGES, this::list)
                .add(Route.MESSAGE, this::get)
                .add(Route.EDIT, this::edit)
                .add(Route.DELETE, this::delete)
                .add(Route.TYPING, this::typing);
    }

    void forget() {
        nonces.clear();
    }

    private LocalChannel seen(Asked asked, Permission... permissions) {
        LocalChannel channel = world.channel(asked.id(0));
        Reach.check(channel, permissions);
        return channel;
    }

    private Answer send(Asked asked) {
        LocalChannel channel = world.channel(asked.id(0));
        Reach.checkSending(world, channel, asked.body(), asked.files());
        Refusal.check(Rules.message(asked.body(), asked.files()));
        String nonce = asked.body().path("nonce").asText("");
        String key = channel.id() + "/" + nonce;
        boolean once = asked.body().path("enforce_nonce").asBoolean() && !nonce.isEmpty();
        Sent before = once ? nonces.get(key) : null;
        if (before != null && world.now().isBefore(before.at().plus(SAME_NONCE))) {
            return Answer.of(before.message().raw().deepCopy());
        }
        ObjectNode extra = mail.reply(referenced(channel, asked));
        if (!nonce.isEmpty()) {
            extra.put("nonce", nonce);
        }
        LocalMessage message = mail.fromBot(channel, asked, extra, 0);
        if (once) {
            nonces.put(key, new Sent(message, world.now()));
        }
        return Answer.of(message.raw().deepCopy());
    }

    private static @Nullable LocalMessage referenced(LocalChannel channel, Asked asked) {
        if (!asked.body().hasNonNull("message_reference")) {
            return null;
        }
        LocalMessage found =
                channel.all().get(Json.id(asked.body().path("message_reference").path("message_id")));
        if (found == null
                && asked.body()
                        .path("message_reference")
                        .path("fail_if_not_exists")
                        .asBoolean(true)) {
            throw Refusal.invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        return found;
    }

    private Answer list(Asked asked) {
        LocalChannel channel = seen(asked, Permission.MESSAGE_HISTORY);
        String limit = asked.url().queryParameter("limit");
        List<ObjectNode> latest = channel.messages().reversed().stream()
                .limit(limit == null ? AT_FIRST : Integer.parseInt(limit))
                .map(message -> message.raw().deepCopy())
                .toList();
        return Answer.of(Json.array(latest));
    }

    private Answer get(Asked asked) {
        return Answer.of(
                message(seen(asked, Permission.MESSAGE_HISTORY), asked).raw().deepCopy());
    }

    private Answer edit(Asked asked) {
        LocalMessage message = message(seen(asked), asked);
        if (!message.isOfBot()) {
            throw Refusal.othersMessage();
        }
        Refusal.check(Rules.edit(asked.body(), asked.files()));
        mail.edit(message, asked);
        return Answer.of(message.raw().deepCopy());
    }

    private Answer delete(Asked asked) {
        LocalChannel channel = seen(asked);
        LocalMessage message = message(channel, asked);
        if (!message.isOfBot()) {
            Reach.check(channel, Permission.MESSAGE_MANAGE);
        }
        mail.delete(message);
        return Answer.nothing();
    }

    /** What only one person sees is not to be had this way. */
    private static LocalMessage message(LocalChannel channel, Asked asked) {
        LocalMessage message = channel.all().get(asked.id(1));
        if (message == null || message.isEphemeral()) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private Answer typing(Asked asked) {
        LocalChannel channel = seen(asked);
        channel.types();
        return Answer.nothing();
    }
}
