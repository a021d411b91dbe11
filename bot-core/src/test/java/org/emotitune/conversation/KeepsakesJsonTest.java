package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.emotitune.emotion.Language;
import org.emotitune.person.Keepsakes;
import org.emotitune.person.PlaceKey;
import org.emotitune.person.Stance;
import org.junit.jupiter.api.Test;

class KeepsakesJsonTest {
    private static final Instant MOMENT = Instant.parse("2026-07-01T10:00:00Z");
    private static final PlaceKey CHAT = new PlaceKey(new UUID(0, 7));

    @Test
    void whereNothingIsKeptThatIsWhatItSays() {
        assertThat(KeepsakesJson.of(new Keepsakes(null, null, null, List.of(), List.of())))
                .isEqualTo("""
                        {
                          "chosenLanguage" : null,
                          "lastLanguage" : null,
                          "lastHere" : null,
                          "songsGiven" : [ ],
                          "votes" : [ ]
                        }""");
    }

    @Test
    void allThatIsKeptIsThereInItsOrder() throws JsonProcessingException {
        Keepsakes kept = new Keepsakes(
                Language.SPANISH,
                Language.ENGLISH,
                MOMENT,
                List.of(
                        new Keepsakes.Given("La Flaca", "Jarabe de Palo", CHAT, MOMENT),
                        new Keepsakes.Given("Joy", "Adele", CHAT, MOMENT.minusSeconds(1))),
                List.of(new Keepsakes.Vote("Joy", "Adele", Stance.DOWN, MOMENT)));

        JsonNode json = read(KeepsakesJson.of(kept));

        assertThat(json).isEqualTo(read("""
                {"chosenLanguage": "es", "lastLanguage": "en", "lastHere": "2026-07-01T10:00:00Z",
                 "songsGiven": [
                   {"title": "La Flaca", "artist": "Jarabe de Palo",
                    "chat": "00000000-0000-0000-0000-000000000007", "at": "2026-07-01T10:00:00Z"},
                   {"title": "Joy", "artist": "Adele",
                    "chat": "00000000-0000-0000-0000-000000000007", "at": "2026-07-01T09:59:59Z"}],
                 "votes": [{"title": "Joy", "artist": "Adele", "vote": "down", "at": "2026-07-01T10:00:00Z"}]}
                """));
    }

    @Test
    void whateverASongIsCalledStaysAsItIs() throws JsonProcessingException {
        String title = "\"Ñandú\" \\ </script>\n\u0000 🎵 {0}";
        Keepsakes kept = new Keepsakes(
                null,
                null,
                MOMENT,
                List.of(new Keepsakes.Given(title, "'; DROP TABLE song;--", CHAT, MOMENT)),
                List.of());

        JsonNode given = read(KeepsakesJson.of(kept)).get("songsGiven").get(0);

        assertThat(given.get("title").asText()).isEqualTo(title);
        assertThat(given.get("artist").asText()).isEqualTo("'; DROP TABLE song;--");
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(json);
    }
}
