package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.RecordedAnswer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages through all of the program that a language model's answer goes through, over real HTTP. */
class RecordedMessagesTest {

    @ParameterizedTest
    @EnumSource
    void areReadAsTheModelHearsThem(Form form) {
        List<RecordedAnswer> recorded = of(form);

        try (PlayedModel model = new PlayedModel(form, recorded)) {
            EmotionExtractor reader = model.messages();

            assertThat(recorded).isNotEmpty().allSatisfy(each -> {
                Reading reading = reader.read(each.about(), otherThan(each));
                assertThat(reading.mode()).isEqualTo(Reading.Mode.LLM);
                assertThat(reading.profile().map(PlayedModel::emotions))
                        .contains(each.expected().emotions());
                assertThat(reading.profile().map(PlayedModel::themes))
                        .contains(each.expected().themes());
                assertThat(reading.language().code()).isEqualTo(each.expected().language());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void areAskedAboutOnce(Form form) {
        List<RecordedAnswer> recorded = of(form);

        try (PlayedModel model = new PlayedModel(form, recorded)) {
            EmotionExtractor reader = model.messages();
            List<Reading> first = recorded.stream()
                    .map(each -> reader.read(each.about(), otherThan(each)))
                    .toList();
            List<Reading> again = recorded.stream()
                    .map(each -> reader.read(spacedOut(each.about()), otherThan(each)))
                    .toList();

            assertThat(again).isEqualTo(first);
            assertThat(model.answers.played())
                    .containsExactlyElementsOf(
                            recorded.stream().map(each -> List.of(each.about())).toList());
            assertThat(model.ledger.times(Purpose.MESSAGE, Event.READ)).isEqualTo(recorded.size());
            assertThat(model.ledger.times(Purpose.MESSAGE, Event.KNOWN)).isEqualTo(recorded.size());
            assertThat(model.ledger.unsettled()).isZero();
        }
    }

    @Test
    void areAskedAboutBySchemaWhateverQuirksTheAnswersHave() {
        List<RecordedAnswer> recorded = of(Form.JSON);

        try (PlayedModel model = new PlayedModel(Form.JSON, recorded)) {
            EmotionExtractor reader = model.messages();
            recorded.forEach(each -> reader.read(each.about(), otherThan(each)));

            assertThat(model.formsAskedFor()).containsExactly("json_schema");
        }
    }

    private static List<RecordedAnswer> of(Form form) {
        return RecordedAnswer.messages().stream()
                .filter(each -> each.form() == form)
                .toList();
    }

    /** So that the language of the reading comes from the answer, not from the caller. */
    private static Language otherThan(RecordedAnswer answer) {
        return answer.expected().language().equals("es") ? Language.ENGLISH : Language.SPANISH;
    }

    private static String spacedOut(String message) {
        return "  " + message.replace(" ", "  ") + "\n";
    }
}
