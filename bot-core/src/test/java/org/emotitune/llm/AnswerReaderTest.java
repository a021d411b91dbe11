package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models answer where they were asked for JSON. */
class AnswerReaderTest {
    private static final String SAD = """
            {"language":"es","emotions":[{"word":"sadness","weight":0.9},{"word":"longing","weight":0.5}],\
            "themes":[{"name":"break-up","weight":0.8}],"danger":true}""";
    private static final Told TOLD =
            new Told("es", Map.of("sadness", 0.9, "longing", 0.5), Map.of("break-up", 0.8), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "  \n%s\n  ",
                "Here is the JSON: %s",
                "%s\nI hope this helps! Let me know {if} you want more {of it}.",
                "```json\n%s\n```",
                "Sure!\n```\n%s\n```\nThat is all.",
                "<think>Sad, clearly. {\"emotions\":[\"joy\"]}</think>\n%s",
                "<thinking>one</thinking><think>two</think>%s<THINK>done</THINK>",
                "it began before this {\"emotions\":[\"joy\"]}</think>%s",
                "<think>a <think>nested</think> thought</think>%s",
                "[THINK]as Magistral does it[/THINK]%s",
                "{\"thoughts\":\"an object of something else\"} %s",
                "{not json} {\"neither\": } %s",
                "%1$s\n\n%1$s"
            })
    void findsTheOneObject(String around) throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.message(), around.formatted(SAD))).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'word':'joy','weight':'0.5'}]",
                "[{'word':'joy','weight':0.5,'because':'it says so'},]",
                "[{'word':'  JOY ','weight':0.5}]",
                "[{'name':'joy','weight':0.5}]",
                "{'joy':0.5}",
                "{'joy':'0.5','calm':0,'hope':-1}",
                "[{'word':'joy','weight':0.5},{'word':'joy','weight':0.2}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':0}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':-0.1}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':NaN}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':Infinity}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':1e999}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':'much'}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':true}]",
                "[{'word':'joy','weight':0.5},{'word':'calm','weight':[1]}]",
                "[{'word':'joy','weight':0.5},{'word':null,'weight':1},{'weight':1},null,7,[],{}]",
                "[{'word':'joy','weight':0.5},{'word':'a whole sentence of it','weight':1}]"
            })
    void takesWhatIsMeantAndDropsTheRest(String emotions) throws UnusableAnswerException {
        String answer = "{'emotions':%s}".formatted(emotions).replace('\'', '"');

        assertThat(Prompted.only(Prompted.song(), answer))
                .isEqualTo(new Told(null, Map.of("joy", 0.5), Map.of(), false));
    }

    @Test
    void weighsWordsByRankWhereNoWeightIsTold() throws UnusableAnswerException {
        Told told = Prompted.only(Prompted.song(), """
                {"emotions":["sadness",{"word":"longing"},{"word":"calm","weight":null}],"themes":["family","parents"]}""");

        assertThat(told.emotions()).isEqualTo(Map.of("sadness", 1.0, "longing", 0.9, "calm", 0.8));
        assertThat(told.themes()).isEqualTo(Map.of("family", 1.0, "parents", 0.9));
    }

    @Test
    void countsMoreThanOneAsOne() throws UnusableAnswerException {
        Told told = Prompted.only(Prompted.song(), """
                {"emotions":{"joy":9,"calm":1e300,"hope":0.1}}""");

        assertThat(told.emotions()).isEqualTo(Map.of("joy", 1.0, "calm", 1.0, "hope", 0.1));
    }

    @Test
    void keepsTheStrongestEightAndFour() throws UnusableAnswerException {
        String answer = """
                {"emotions":{"a":0.1,"b":0.2,"c":0.3,"d":0.4,"e":0.5,"f":0.6,"g":0.7,"h":0.8,"i":0.9,"j":1},
                "themes":["v","w","x","y","z"]}""";

        assertThat(Prompted.only(Prompted.song(), answer).emotions())
                .containsOnlyKeys("c", "d", "e", "f", "g", "h", "i", "j");
        assertThat(Prompted.only(Prompted.song(), answer).themes()).containsOnlyKeys("v", "w", "x", "y");
        assertThat(Prompted.only(Prompted.message(), answer).themes()).containsOnlyKeys("v", "w", "x");
    }

    @ParameterizedTest
    @CsvSource({"es,es", "EN,en", "' fr ',fr", "spanish,", "es-MX,", "xx,", "'',", "<b>,"})
    void takesOnlyCodesOfLanguages(String told, String code) throws UnusableAnswerException {
        String answer = "{\"emotions\":[\"joy\"],\"language\":\"%s\"}".formatted(told);

        assertThat(Prompted.only(Prompted.message(), answer).language()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "false,false",
        "'\"yes\"',true",
        "'\"True\"',true",
        "null,false",
        "'\"no\"',false",
        "[],false"
    })
    void takesDangerOfMessagesOnly(String told, boolean danger) throws UnusableAnswerException {
        String answer = "{\"emotions\":[\"joy\"],\"danger\":%s}".formatted(told);

        assertThat(Prompted.only(Prompted.message(), answer).danger()).isEqualTo(danger);
        assertThat(Prompted.only(Prompted.song(), answer).danger()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"emotions\":[]}", "{\"emotions\":{},\"themes\":[\"party\"]}"})
    void aMessageMayHaveNoEmotionButASongHasOne(String answer) throws UnusableAnswerException {
        assertThat(Prompted.only(Prompted.message(), answer).emotions()).isEmpty();
        Prompted.assertUnusable(Prompted.song(), answer).hasMessage("It told no emotion.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://evil.example\"]",
                "[\"@everyone\",\"<b>joy</b>\",\"joy!\",\"j\u200boy\",\"\u202eyoj\",\"радость\",\"4 joys\",\"\"]",
                "[\"a sentence with many words\"]",
                "[\"a-sentence-with-hyphens\"]",
                "[\"abcdefghijklmnopqrstuvwxyzabcdefghijklmno\"]",
                "{\"joy\":0}"
            })
    void aListOfWhichNothingIsLeftCannotBeUsed(String emotions) {
        String answer = "{\"emotions\":%s}".formatted(emotions);

        Prompted.assertUnusable(Prompted.message(), answer)
                .hasMessage("None of its emotions was a word with a weight above 0.");
        Prompted.assertUnusable(Prompted.song(), answer)
                .hasMessage("None of its emotions was a word with a weight above 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"sadness, joy\"", "true"})
    void emotionsAreAList(String emotions) {
        Prompted.assertUnusable(Prompted.message(), "{\"emotions\":%s}".formatted(emotions))
                .hasMessage("Its emotions were not a list.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"language\":\"es\"}",
                "{\"emotions\":[{\"word\":\"sadness\",\"weight\":0.9},{\"wo",
                "{\"emotions\":[\"joy\"]",
                "{\"emotions\":[\"joy\"]} or {\"emotions\":[\"calm\"]}",
                "{'emotions':['joy']}",
                "{emotions:[joy]}"
            })
    void whatIsNotOneObjectCannotBeUsed(String answer) {
        Prompted.assertUnusable(Prompted.message(), answer)
                .hasMessage("It was not one JSON object of the form asked for.");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        Prompted.assertUnusable(Prompted.message(), "{\"emotions\":%s}".formatted(deep));
        Prompted.assertUnusable(Prompted.message(), "{\"a\":".repeat(30_000));
    }

    @Test
    void whatWasNotToldToTheEndCannotBeUsed() {
        assertUnusable(new Answer(SAD, true, false, Tokens.NONE)).hasMessage("It was too long and had no end.");
        assertUnusable(new Answer(SAD, false, true, Tokens.NONE)).hasMessage("It was a refusal.");
        assertUnusable(new Answer("", false, false, Tokens.NONE)).hasMessage("It was empty.");
        assertUnusable(new Answer("<think>so</think>\n```\n```", false, false, Tokens.NONE))
                .hasMessage("It was empty.");
        assertUnusable(new Answer("<think>Let me see: " + SAD, false, false, Tokens.NONE))
                .hasMessage("It ended before the thinking did.");
        assertUnusable(new Answer(SAD + " ".repeat(AnswerReader.LONGEST), false, false, Tokens.NONE))
                .hasMessage("It was too long and had no end.");
    }

    private static AbstractThrowableAssert<?, ?> assertUnusable(Answer answer) {
        return assertThatThrownBy(() -> AnswerReader.read(Prompted.message(), answer))
                .isInstanceOf(UnusableAnswerException.class);
    }
}
