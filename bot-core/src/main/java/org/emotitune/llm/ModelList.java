package org.emotitune.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Answer;
import org.emotitune.web.Call;
import org.emotitune.web.WebClient;
import org.jspecify.annotations.Nullable;

/** The list of a server's models, which also tells whether there is such a server. */
final class ModelList {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 100;

    /** What came of asking for it. */
    sealed interface Outcome {}

    /** @param names as the server writes them; may be none */
    record Listed(List<String> names) implements Outcome {
        Listed {
            names = List.copyOf(names);
        }
    }

    /** The server may be what it should be, but shows no list. */
    record NoList() implements Outcome {}

    /** The server wants another key, or any. */
    record KeyRefused() implements Outcome {}

    /** @param address where the API is instead */
    record Elsewhere(URI address) implements Outcome {}

    /** What answers is something else, such as a web page. */
    record NoApi() implements Outcome {}

    record Unreachable(ServiceUnavailableException why) implements Outcome {}

    private final WebClient client;
    private final URI base;
    private final @Nullable String key;

    ModelList(WebClient client, URI base, @Nullable String key) {
        this.client = client;
        this.base = base;
        this.key = key;
    }

    Outcome ask() {
        Outcome outcome = at(base);
        if (!(outcome instanceof NoList || outcome instanceof NoApi)) {
            return outcome;
        }
        return Stream.of(base + "/v1", base.toString().replaceFirst("(/chat)?/completions$", ""))
                .map(URI::create)
                .filter(other -> !other.equals(base))
                .filter(other -> isList(at(other)))
                .findFirst()
                .<Outcome>map(Elsewhere::new)
                .orElse(outcome);
    }

    private static boolean isList(Outcome outcome) {
        return outcome instanceof Listed || outcome instanceof KeyRefused;
    }

    private Outcome at(URI address) {
        Map<String, String> headers = key == null
                ? Map.of("Accept", "application/json")
                : Map.of("Accept", "application/json", "Authorization", "Bearer " + key);
        try {
            return outcome(client.send(Call.get(URI.create(address + "/models"), headers)));
        } catch (ServiceUnavailableException e) {
            return new Unreachable(e);
        }
    }

    private static Outcome outcome(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return new KeyRefused();
        }
        return answer.isGood() ? read(answer.body()) : new NoList();
    }

    private static Outcome read(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root.isArray()) {
                return new Listed(names(root));
            }
            // LM Studio answers 200 with an error to whatever it does not know.
            return root.has("data") ? new Listed(names(root.get("data"))) : new NoList();
        } catch (JsonProcessingException e) {
            return new NoApi();
        }
    }

    /** Names are shown on a terminal, so what a terminal would obey is left out. */
    private static List<String> names(JsonNode models) {
        List<String> names = new ArrayList<>();
        for (JsonNode model : models) {
            String name = model.path("id").asText("").strip();
            if (!name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl)) {
                names.add(name);
            }
        }
        return names;
    }
}
