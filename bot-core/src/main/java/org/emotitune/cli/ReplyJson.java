package org.emotitune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Replies as JSON, an object a line: a contract with scripts, so its names do not change. */
final class ReplyJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReplyJson() {}

    /** @return one line of JSON, without a newline */
    static String of(String message, Reply reply) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("message", message);
        switch (reply) {
            case Reply.Songs(var language, var opening, var songs, var ignored) ->
                put(object, "songs", language, opening.reading(), songs);
            case Reply.NothingClose(var language, var opening, var nearest, var ignored) ->
                put(object, "nothing-close", language, opening.reading(), nearest);
            case Reply.Question question -> put(object, "unclear", question.language(), question.reading(), List.of());
            case Reply.Crisis crisis -> put(object, "crisis", crisis.language(), null, List.of());
            case Reply.Information other -> put(object, "unclear", other.language(), null, List.of());
            case Reply.Acknowledgement other -> put(object, "unclear", other.language(), null, List.of());
            case Reply.Apology other -> put(object, "unclear", other.language(), null, List.of());
        }
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    private static void put(
            Map<String, Object> object,
            String outcome,
            Language language,
            @Nullable Reading read,
            List<SongLine> songs) {
        Reading reading = read == null ? new Reading(language, Reading.Mode.EMBEDDED, null) : read;
        object.put("mode", reading.mode().name().toLowerCase(Locale.ROOT));
        object.put("language", language.code());
        object.put("outcome", outcome);
        object.put(
                "emotions",
                weighted("word", reading.profile().map(Profile::emotions).orElse(List.of())));
        object.put(
                "themes",
                weighted("name", reading.profile().map(Profile::themes).orElse(List.of())));
        object.put(
                "songs", songs.stream().map(SongLine::song).map(ReplyJson::song).toList());
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
