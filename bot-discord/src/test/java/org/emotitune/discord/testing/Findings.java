package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with one payload in Discord's tree of errors. Not thread-safe. */
final class Findings {
    private final ObjectNode errors = JsonNodeFactory.instance.objectNode();

    void add(List<String> path, String code, String message) {
        ObjectNode place = errors;
        for (String step : path) {
            place = place.withObjectProperty(step);
        }
        place.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    }

    Optional<Rules.Problem> problem() {
        return errors.isEmpty() ? Optional.empty() : Optional.of(Rules.Problem.ofForm(errors));
    }
}
