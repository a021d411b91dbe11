package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models answer where they were asked about several songs at once. */
class AnswersOnSongsTest {

    @Test
    void inJsonSongsAreToldApartByTheirNumbers() throws UnusableAnswerException {
        List<Optional<Told>> told = Prompted.all(Prompted.songs(4), """
                {"songs":[{"n":3,"emotions":["calm"]},{"n":"1","language":"en","emotions":["joy"]},
                {"n":1,"emotions":["rage"]},{"n":2,"emotions":["a long sentence of words"]},{"n":2,"emotions":["hope"]},
                {"n":0,"emotions":["fear"]},{"n":5,"emotions":["fear"]},{"emotions":["fear"]},null,7,"x"]}""");

        assertThat(told)
                .containsExactly(
                        Optional.of(new Told("en", Map.of("joy", 1.0), Map.of(), false)),
                        Optional.empty(),
                        Optional.of(new Told(null, Map.of("calm", 1.0), Map.of(), false)),
                        Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"songs\":[]}",
                "{\"songs\":7}",
                "{\"songs\":[{\"n\":1,\"emotions\":[]},{\"n\":2}]}",
                "{\"songs\":[{\"n\":9,\"emotions\":[\"joy\"]}]}"
            })
    void inJsonSongsOfWhichNothingIsToldCannotBeUsed(String answer) {
        Prompted.assertUnusable(Prompted.songs(2), answer).hasMessage("It told nothing usable of any of the songs.");
    }

    @Test
    void inLinesSongsAreToldApartByTheirNumbers() throws UnusableAnswerException {
        String answer = "song: 2\nemotions: joy\nlanguage: en\nsong: 1\nemotions: calm\nthemes: party\n"
                + "song: 2\nemotions: rage\nsong: 3\nemotions: joy\nand so on\nsong: 9\nemotions: fear\nsong: x";

        assertThat(Prompted.all(Prompted.songs(4), answer))
                .containsExactly(
                        Optional.of(new Told(null, Map.of("calm", 1.0), Map.of("party", 1.0), false)),
                        Optional.of(new Told("en", Map.of("joy", 1.0), Map.of(), false)),
                        Optional.empty(),
                        Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"song: 7\nemotions: joy", "song: 1\nsong: 2", "song: 1\nemotions:"})
    void inLinesSongsOfWhichNothingIsToldCannotBeUsed(String answer) {
        Prompted.assertUnusable(Prompted.songs(2), answer).hasMessage("It told nothing usable of any of the songs.");
    }
}
