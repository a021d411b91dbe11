package org.emotitune.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotitune.testing.LocalOpenAi.Asked;

/** Plays recorded answers to requests for chat completions. Thread-safe. */
final class RecordedAnswers implements Function<Asked, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, RecordedAnswer> answers;
    private final Queue<List<String>> played = new ConcurrentLinkedQueue<>();

    RecordedAnswers(List<RecordedAnswer> answers) {
        this.answers = answers.stream().collect(Collectors.toMap(RecordedAnswer::about, Function.identity()));
    }

    /** What each answer was about, in the order of the requests: a message, or titles. */
    List<List<String>> played() {
        return List.copyOf(played);
    }

    @Override
    public String apply(Asked asked) {
        JsonNode data = data(asked.user());
        List<RecordedAnswer> found = things(data).stream().map(this::recorded).toList();
        played.add(found.stream().map(RecordedAnswer::about).toList());
        return data.has("songs")
                ? together(data.required("songs"), found)
                : found.getFirst().content();
    }

    private static List<String> things(JsonNode data) {
        if (!data.has("songs")) {
            return List.of(data.path("message").asText(data.path("title").asText()));
        }
        List<String> titles = new ArrayList<>();
        data.required("songs").forEach(song -> titles.add(song.required("title").asText()));
        return titles;
    }

    private RecordedAnswer recorded(String about) {
        return Optional.ofNullable(answers.get(about))
                .orElseThrow(() -> new IllegalArgumentException("no answer is recorded about: " + about));
    }

    /** One answer about several songs, with the quirks of the first around it. */
    private static String together(JsonNode songs, List<RecordedAnswer> recorded) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode answered = all.putArray("songs");
        for (int i = 0; i < recorded.size(); i++) {
            ObjectNode song = answered.addObject();
            song.set("n", songs.get(i).required("n"));
            recorded.get(i).object().properties().forEach(each -> song.set(each.getKey(), each.getValue()));
        }
        RecordedAnswer first = recorded.getFirst();
        return first.content().replace(first.objectText(), all.toString());
    }

    /** The first JSON object in a request that is about something, whatever is said around it. */
    private static JsonNode data(String user) {
        for (int from = user.indexOf('{'); from >= 0; from = user.indexOf('{', from + 1)) {
            JsonNode found = object(user.substring(from));
            if (found.has("message") || found.has("title") || found.has("songs")) {
                return found;
            }
        }
        throw new IllegalArgumentException("no data in the request");
    }

    /** @return what begins with an object, whatever comes after it; else nothing that has anything */
    private static JsonNode object(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
