package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that people have used, by its token. */
final class Interactions {
    private final World world;
    private final Map<String, LocalInteraction> all = new LinkedHashMap<>();

    Interactions(World world) {
        this.world = world;
    }

    /** Tells the bot. */
    LocalInteraction start(Use use) {
        return world.change(() -> {
            String token = "interaction-" + UUID.randomUUID() + UUID.randomUUID();
            LocalInteraction started = new LocalInteraction(world, token, use);
            all.put(token, started);
            ObjectNode told = InteractionJson.of(use, started);
            LocalChannel channel = use.voice().channel();
            boolean there = channel.server().map(LocalServer::hasBot).orElse(false);
            world.gateway().tellInteraction(there ? channel.serverId() : 0, told);
            return started;
        });
    }

    @Nullable
    LocalInteraction find(String token) {
        return all.get(token);
    }

    List<LocalInteraction> list() {
        return List.copyOf(all.values());
    }

    /** Those that have ended. */
    void forget() {
        all.values().removeIf(one -> one.isAnswered() || one.isExpired());
    }
}
