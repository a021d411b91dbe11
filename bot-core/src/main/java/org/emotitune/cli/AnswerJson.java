package org.emotitune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.conversation.Answer;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.SongFacts;

/** Answers as JSON, an object a line: a contract with scripts, so its names do not change. */
final class AnswerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerJson() {}

    /** @return one line of JSON, without a newline */
    static String of(String message, Answer answer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("message", message);
        switch (answer) {
            case Answer.Songs(var reading, var songs) -> put(object, "songs", reading, songs);
            case Answer.Unclear(var reading) -> put(object, "unclear", reading, List.of());
            case Answer.NothingClose(var reading, var nearest) -> put(object, "nothing-close", reading, nearest);
            case Answer.Crisis(var language) ->
                put(object, "crisis", new Reading(language, Reading.Mode.EMBEDDED, null), List.of());
        }
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    private static void put(Map<String, Object> object, String outcome, Reading reading, List<Recommendation> songs) {
        object.put("mode", reading.mode().name().toLowerCase(Locale.ROOT));
        object.put("language", reading.language().code());
        object.put("outcome", outcome);
        object.put(
                "emotions",
                weighted("word", reading.profile().map(Profile::emotions).orElse(List.of())));
        object.put(
                "themes",
                weighted("name", reading.profile().map(Profile::themes).orElse(List.of())));
        object.put("songs", songs.stream().map(AnswerJson::song).toList());
    }

    private static List<Map<String, Object>> weighted(String key, List<WeightedWord> words) {
        return words.stream()
                .map(word -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put(key, word.word());
                    object.put("weight", word.weight());
                    return object;
                })
                .toList();
    }

    private static Map<String, Object> song(Recommendation recommendation) {
        SongFacts facts = recommendation.song().facts();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", facts.spotifyId());
        object.put("title", facts.title());
        object.put("artist", facts.artist());
        object.put("url", facts.link().toString());
        object.put("popularity", facts.popularity());
        object.put("similarity", Math.round(recommendation.similarity() * 10_000) / 10_000.0);
        object.put("emotions", words(recommendation.profile().emotions()));
        object.put("themes", words(recommendation.profile().themes()));
        object.put(
                "shared",
                Stream.concat(recommendation.sharedEmotions().stream(), recommendation.sharedThemes().stream())
                        .toList());
        return object;
    }

    private static List<String> words(List<WeightedWord> words) {
        return words.stream().map(WeightedWord::word).toList();
    }
}
