package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models answer where they were asked for plain lines. */
class AnswerInLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emotions: sadness, longing, missing\nthemes: break-up, family\nlanguage: es\ndanger: yes",
                "Language: ES\r\n\r\nDanger: Yes\r\nEmotions:Sadness,LONGING , missing.\r\nThemes: break-up, family,",
                "<think>emotions: joy</think>\n```\nemotions: sadness, longing, missing\nthemes: break-up, family\n"
                        + "language: es\ndanger: yes\n```"
            })
    void readsFields(String answer) throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.message(), answer))
                .isEqualTo(new Told(
                        "es",
                        Map.of("sadness", 1.0, "longing", 0.9, "missing", 0.8),
                        Map.of("break-up", 1.0, "family", 0.9),
                        true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"emotions:", "emotions: none\nthemes: None", "emotions:\nthemes:\nlanguage:\ndanger:"})
    void aMessageMayHaveNoEmotionButASongHasOne(String answer) throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.message(), answer)).isEqualTo(new Told(null, Map.of(), Map.of(), false));
        assertUnusable(Prompted.song(), answer, "It told no emotion.");
    }

    @Test
    void dropsWhatIsNoWord() throws UnusableAnswerException {
        Told told = Prompted.only(
                Prompted.song(),
                "emotions: joy, that is all I can say, @everyone, www.evil.example\nthemes: <b>party</b>");

        assertThat(told).isEqualTo(new Told(null, Map.of("joy", 1.0), Map.of(), false));
        assertUnusable(
                Prompted.message(),
                "emotions: that is all I can say, #joy, 4",
                "None of its emotions was a word with a weight above 0.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am sorry, but I cannot help with that.",
                "sadness, joy",
                "Here you are:\nemotions: joy",
                "emotions: joy\nI hope this helps",
                "emotions: joy\nemotions: calm",
                "- emotions: joy",
                "**emotions**: joy",
                "themes: party",
                "the emotions: joy",
                "emotions joy",
                "[\"joy\"]",
                "song: 1\nemotions: joy"
            })
    void proseIsNoList(String answer) {
        assertUnusable(Prompted.song(), answer, "It was not in the form asked for, or something stood beside it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joy, love, inner peace",
                "Joy,LOVE,  inner peace.",
                "<think>hm, rage</think>\njoy, love, inner peace,",
                "```\njoy, love, inner peace\n```"
            })
    void wordsAllWeighTheSame(String answer) throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.words(), answer))
                .isEqualTo(new Told(null, Map.of("joy", 1.0, "love", 1.0, "inner peace", 1.0), Map.of(), false));
    }

    @Test
    void onlyTheFirstEightWordsAreKept() throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.words(), "a,b,c,d,e,f,g,h,i,j").emotions())
                .containsOnlyKeys("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The song tells of joy, love, and inner peace.",
                "joy, love and a bit of everything",
                "joy, https://evil.example",
                "emotions: joy, love",
                "joy; love; peace",
                "1. joy, love",
                "{\"emotions\":[\"joy\"]}",
                "joy and love and hope and fear"
            })
    void proseIsNoListOfWords(String answer) {
        assertUnusable(Prompted.words(), answer, "It was not a list of words separated by commas.");
    }

    @Test
    void wordsStandOnOneLineAndThereIsOne() {
        assertUnusable(Prompted.words(), "joy\nlove", "It was not one line of words.");
        assertUnusable(Prompted.words(), "none", "It told no emotion.");
        assertUnusable(Prompted.words(), ",", "It told no emotion.");
    }

    private static void assertUnusable(Prompt prompt, String answer, String reason) {
        Prompted.assertUnusable(prompt, answer).hasMessage(reason);
    }
}
