package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.embedded.LabelledLyrics;
import org.emotitune.embedded.LabelledMessage;
import org.emotitune.emotion.Profile;
import org.emotitune.llm.RecordedAnswer.Form;
import org.emotitune.llm.RecordedAnswer.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The recorded answers themselves, without what the program makes of them. */
class RecordedAnswerTest {
    private static final List<RecordedAnswer> SONGS = RecordedAnswer.songs();
    private static final List<RecordedAnswer> MESSAGES = RecordedAnswer.messages();
    private static final List<RecordedAnswer> ALL =
            Stream.of(SONGS, MESSAGES).flatMap(List::stream).toList();

    @Test
    void areMoreThanEnough() {
        assertThat(SONGS).hasSizeGreaterThanOrEqualTo(64);
        assertThat(MESSAGES).hasSizeGreaterThanOrEqualTo(110);
        for (String language : List.of("en", "es")) {
            assertThat(SONGS).filteredOn(each -> isIn(language, each)).hasSizeGreaterThanOrEqualTo(30);
            assertThat(MESSAGES).filteredOn(each -> isIn(language, each)).hasSizeGreaterThanOrEqualTo(55);
        }
    }

    private static boolean isIn(String language, RecordedAnswer answer) {
        return answer.expected().language().equals(language);
    }

    @Test
    void areAboutSongsAndMessagesThatAreThere() {
        assertThat(SONGS)
                .extracting(RecordedAnswer::about)
                .isSubsetOf(songLabels().keySet());
        assertThat(MESSAGES)
                .extracting(RecordedAnswer::about)
                .isSubsetOf(messageLabels().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void showEveryQuirkInSongsAndInMessages(Quirk quirk) {
        assertThat(SONGS).anyMatch(each -> each.quirks().contains(quirk));
        assertThat(MESSAGES).anyMatch(each -> each.quirks().contains(quirk));
    }

    @Test
    void leaveMostAnswersInPlainJson() {
        assertThat(ALL).filteredOn(each -> each.content().startsWith("{")).hasSizeGreaterThan(ALL.size() * 3 / 4);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void becomeTheWordsThatAreExpected(RecordedAnswer answer) {
        Profile profile = PlayedModel.WORDS
                .controlled(emotions(answer), themes(answer))
                .profile()
                .orElseThrow();
        int mostThemes = MESSAGES.contains(answer) ? 3 : 4;

        assertThat(PlayedModel.emotions(profile)).isEqualTo(answer.expected().emotions());
        assertThat(PlayedModel.themes(profile).stream().limit(mostThemes).toList())
                .isEqualTo(answer.expected().themes());
    }

    @Test
    void tellTheLanguage() {
        assertThat(ALL)
                .filteredOn(each -> each.form() == Form.JSON)
                .allSatisfy(
                        each -> assertThat(each.object().required("language").asText())
                                .isEqualTo(each.expected().language()));
    }

    /**
     * For the record. Whoever wrote the answers had the labels before their eyes, so this tells that the two agree, not
     * how well a model reads.
     */
    @Test
    void agreeWithTheLabelsForTheMostPart() {
        double songs = agreement("songs", SONGS, songLabels());
        double messages = agreement("messages", MESSAGES, messageLabels());

        assertThat(songs).isGreaterThanOrEqualTo(0.9);
        assertThat(messages).isGreaterThanOrEqualTo(0.9);
    }

    private static double agreement(String what, List<RecordedAnswer> answers, Map<String, List<String>> labels) {
        double top = answers.stream()
                        .filter(each -> labels.getOrDefault(each.about(), List.of())
                                .contains(each.expected().emotions().getFirst()))
                        .count()
                / (double) answers.size();
        System.out.printf(
                Locale.ROOT, "%d recorded %s: top emotion among the labels %.3f%n", answers.size(), what, top);
        return top;
    }

    private static Map<String, Double> emotions(RecordedAnswer answer) {
        return switch (answer.form()) {
            case JSON -> weights(answer.object().required("emotions"), "word");
            case LIST -> ranked(line(answer, "emotions: "));
            case ARTICLE -> unweighted(answer.content());
        };
    }

    private static Map<String, Double> themes(RecordedAnswer answer) {
        return switch (answer.form()) {
            case JSON -> weights(answer.object().required("themes"), "name");
            case LIST -> ranked(line(answer, "themes: "));
            case ARTICLE -> Map.of();
        };
    }

    private static Map<String, Double> weights(JsonNode array, String name) {
        Map<String, Double> weights = new LinkedHashMap<>();
        array.forEach(each -> weights.put(
                each.required(name).asText(), each.required("weight").asDouble()));
        return weights;
    }

    private static String line(RecordedAnswer answer, String head) {
        return answer.content()
                .lines()
                .filter(line -> line.startsWith(head))
                .findFirst()
                .orElseThrow()
                .substring(head.length());
    }

    private static Map<String, Double> ranked(String words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Arrays.stream(words.split(", ")).forEach(word -> weights.put(word, 1 - weights.size() / 10.0));
        return weights;
    }

    private static Map<String, Double> unweighted(String words) {
        return Arrays.stream(words.split(", ")).collect(Collectors.toMap(Function.identity(), word -> 1.0));
    }

    private static Map<String, List<String>> songLabels() {
        return Stream.of("dev-en", "dev-es", "blind-en", "blind-es", "one-line")
                .flatMap(name -> LabelledLyrics.load("lyrics-%s.txt".formatted(name)).stream())
                .collect(Collectors.toMap(each -> each.song().title(), LabelledLyrics::emotions));
    }

    private static Map<String, List<String>> messageLabels() {
        return Stream.of("heldout-en", "heldout-es", "blind2-en", "blind2-es")
                .flatMap(name -> LabelledMessage.load(name + ".tsv").stream())
                .collect(Collectors.toMap(LabelledMessage::text, LabelledMessage::emotions, (one, same) -> one));
    }
}
