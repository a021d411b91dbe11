package org.emotitune.discord.testing;

import java.util.EnumMap;
import java.util.Map;

/** What answers which route. */
final class Api {
    /** Runs inside of the world's lock; throws {@link Refusal} for what Discord would not do. */
    interface Handler {
        Answer answer(Asked asked);
    }

    private final World world;
    private final Map<Route, Handler> handlers = new EnumMap<>(Route.class);

    Api(World world) {
        this.world = world;
    }

    Api add(Route route, Handler handler) {
        handlers.put(route, handler);
        return this;
    }

    Answer answer(Asked asked) {
        Handler handler = handlers.get(asked.route());
        if (handler == null) {
            throw Refusal.noRoute();
        }
        return world.change(() -> handler.answer(asked));
    }
}
