package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.VocabularyMatcher;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matcher with all that comes with the program: forms of the lexicon, ordinary words, the real embeddings. */
class EmotionWordsTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final BgeWordEmbeddings EMBEDDINGS = new BgeWordEmbeddings();
    private static final VocabularyMatcher MATCHER = EmotionWords.matcher(VOCABULARY, EMBEDDINGS, EMBEDDINGS);

    /** Ordinary words that are not in the file that the bound is calibrated by. */
    private static final List<String> OTHER_ORDINARY_WORDS = List.of(
            "door",
            "car",
            "computer",
            "orange",
            "tuesday",
            "seven",
            "cloth",
            "plastic",
            "elbow",
            "sentence",
            "recipe",
            "bus",
            "ticket",
            "pen",
            "wheel",
            "egg",
            "milk",
            "tomato",
            "soup",
            "market",
            "invoice",
            "keyboard",
            "screen",
            "cable",
            "bolt",
            "brick",
            "concrete",
            "lake",
            "sand",
            "tree",
            "branch",
            "tractor",
            "spreadsheet",
            "parliament",
            "alphabet",
            "triangle",
            "mesa",
            "ventana",
            "zapato",
            "coche",
            "cuchara",
            "martes",
            "lechuga",
            "teclado",
            "puente",
            "cocina",
            "calle",
            "lápiz");

    @Test
    void knowsEveryWordAndEveryDisplayNameOfTheVocabulary() {
        assertThat(VOCABULARY.emotions()).hasSizeGreaterThan(100).allSatisfy(emotion -> {
            assertThat(MATCHER.match(emotion.word())).contains(new Match(emotion.word(), Way.EXACT, 1));
            assertThat(MATCHER.match(emotion.english())).contains(new Match(emotion.word(), Way.EXACT, 1));
            assertThat(MATCHER.match(emotion.spanish()))
                    .get()
                    .extracting(Match::way)
                    .isEqualTo(Way.EXACT);
        });
    }

    @Test
    void mapsTheSpanishNameOfAnEmotionToThatEmotion() {
        List<Emotion> others = VOCABULARY.emotions().stream()
                .filter(emotion -> !MATCHER.match(emotion.spanish())
                        .map(Match::word)
                        .orElse("")
                        .equals(emotion.word()))
                .toList();

        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "betrayed, betrayal",
        "betraying, betrayal",
        "traicionado, betrayal",
        "triste, sadness",
        "tristón, sadness",
        "tristona, sadness",
        "tristísima, sadness",
        "alegre, joy",
        "alegremente, joy",
        "feliz, happiness",
        "nostálgica, nostalgia",
        "orgullosa, pride",
        "enojadísima, anger",
        "celosa, jealousy",
        "aburridísimo, boredom",
        "solitude, solitude",
        "lonely, loneliness",
        "furious, rage",
        "heartbroken, heartbreak",
        "homesick, homesickness"
    })
    void mapsFormsAndDerivatives(String term, String word) {
        assertThat(MATCHER.match(term)).get().satisfies(match -> {
            assertThat(match.word()).isEqualTo(word);
            assertThat(match.way()).isIn(Way.EXACT, Way.DERIVATIVE);
        });
    }

    @ParameterizedTest
    @CsvSource({"dismay, disappointment", "horror, fear", "discontent, frustration", "spite, anger"})
    void mapsAWordThatNoFormListsToTheNearest(String term, String word) {
        assertThat(MATCHER.match(term)).get().satisfies(match -> {
            assertThat(match.word()).isEqualTo(word);
            assertThat(match.way()).isEqualTo(Way.NEAREST);
            assertThat(match.cosine()).isBetween(0.6, 0.99);
        });
    }

    @Test
    void takesFewOrdinaryWordsForEmotions() {
        List<String> taken = OTHER_ORDINARY_WORDS.stream()
                .filter(word -> MATCHER.match(word).isPresent())
                .toList();

        assertThat(OTHER_ORDINARY_WORDS).doesNotContainAnyElementsOf(VocabularyFiles.ordinaryWords());
        assertThat(taken).hasSizeLessThanOrEqualTo(OTHER_ORDINARY_WORDS.size() / 20);
    }

    @Test
    void calibratesByWordsThatNoFormTakesForEmotions() {
        assertThat(VocabularyFiles.ordinaryWords())
                .allSatisfy(word -> assertThat(MATCHER.match(word).filter(match -> match.way() != Way.NEAREST))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdf",
                "asdfgh",
                "qwerty",
                "zzzz",
                "12345",
                "!!!",
                "",
                " ",
                "lorem ipsum",
                "'); DROP TABLE song;--",
                "你好",
                "a",
                "sdlkfj",
                "https://x.y",
                "\u0000"
            })
    void takesGarbageForNoEmotion(String garbage) {
        assertThat(MATCHER.match(garbage)).isEmpty();
    }
}
