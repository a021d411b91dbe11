package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The methods of the Bot API, whose names are written in any case. */
final class Api {
    /** What a method does, inside of the world's lock. */
    interface Deed {
        JsonNode on(Params params);
    }

    private record Route(String name, Set<String> parameters, Deed deed) {}

    private final World world;
    private final Map<String, Route> routes = new HashMap<>();

    Api(World world) {
        this.world = world;
    }

    /** @param parameters all that it takes */
    Api add(String name, Deed deed, String... parameters) {
        routes.put(name.toLowerCase(Locale.ROOT), new Route(name, Set.of(parameters), deed));
        return this;
    }

    /** As the documentation writes it; what it does not know stays as it is. */
    String nameOf(String method) {
        Route route = routes.get(method.toLowerCase(Locale.ROOT));
        return route == null ? method : route.name();
    }

    /** @return a copy, for use outside of the lock */
    JsonNode call(String method, Params params) {
        Route route = routes.get(method.toLowerCase(Locale.ROOT));
        if (route == null) {
            throw Refusal.ofCode(Refusal.NOT_FOUND, 0);
        }
        params.only(route.name(), route.parameters());
        return world.change(() -> route.deed().on(params).deepCopy());
    }
}
