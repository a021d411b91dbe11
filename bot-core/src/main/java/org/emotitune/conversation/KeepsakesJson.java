package org.emotitune.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotitune.emotion.Language;
import org.emotitune.person.Keepsakes;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, as JSON for that person. */
final class KeepsakesJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeepsakesJson() {}

    /** @return indented JSON; moments in ISO 8601, UTC; null where nothing is known */
    static String of(Keepsakes kept) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("chosenLanguage", code(kept.chosenLanguage()));
        object.put("lastLanguage", code(kept.lastLanguage()));
        object.put("lastHere", kept.lastHere() == null ? null : kept.lastHere().toString());
        object.put("songsGiven", kept.given().stream().map(KeepsakesJson::given).toList());
        object.put("votes", kept.votes().stream().map(KeepsakesJson::vote).toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can always be written", e);
        }
    }

    private static @Nullable String code(@Nullable Language language) {
        return language == null ? null : language.code();
    }

    private static Map<String, @Nullable String> given(Keepsakes.Given given) {
        String place = given.place().value().toString();
        return row(Arrays.asList(
                "title",
                given.title(),
                "artist",
                given.artist(),
                "chat",
                place,
                "at",
                given.at().toString()));
    }

    private static Map<String, @Nullable String> vote(Keepsakes.Vote vote) {
        String stance = vote.stance().name().toLowerCase(Locale.ROOT);
        return row(Arrays.asList(
                "title",
                vote.title(),
                "artist",
                vote.artist(),
                "vote",
                stance,
                "at",
                vote.at().toString()));
    }

    private static Map<String, @Nullable String> row(List<@Nullable String> keysAndValues) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            row.put(String.valueOf(keysAndValues.get(i)), keysAndValues.get(i + 1));
        }
        return row;
    }
}
