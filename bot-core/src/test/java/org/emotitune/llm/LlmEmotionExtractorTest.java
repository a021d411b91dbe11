package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.emotitune.testing.OpenLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmEmotionExtractorTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String SAD = "me siento muy triste";

    private final LocalOpenAi server = new LocalOpenAi();
    private final OpenLedger ledger = new OpenLedger();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void theModelsWordsAreTheReading() {
        server.answering(asked -> """
                {"language":"es","emotions":[{"word":"heartbroken","weight":0.9},{"word":"longing","weight":0.4}],
                 "themes":[{"name":"break-up","weight":1}],"danger":false}""");

        Reading reading = messages(PATIENT).read("me ha dejado mi novio", Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.LLM);
        assertThat(reading.language()).isEqualTo(Language.SPANISH);
        assertThat(words(reading)).containsExactly("heartbreak", "longing");
        assertThat(reading.profile().orElseThrow().themes()).containsExactly(new WeightedWord("break-up", 1));
        assertThat(happened(Event.READ)).isEqualTo(1);
    }

    @Test
    void whereOnlyASituationIsToldWhatPeopleMostlyFeelInItCounts() {
        server.answering(
                asked ->
                        "{\"language\":\"en\",\"emotions\":[],\"themes\":[{\"name\":\"christmas\",\"weight\":1}],\"danger\":false}");

        Reading reading = messages(PATIENT).read("something for christmas dinner", Language.ENGLISH);

        assertThat(reading.profile().map(Profile::emotions).orElseThrow()).isNotEmpty();
    }

    @Test
    void nothingFeltIsNoFailure() {
        server.answering(asked -> "{\"language\":\"en\",\"emotions\":[],\"themes\":[],\"danger\":false}");

        Reading reading = messages(PATIENT).read("the train leaves at nine", Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.LLM);
        assertThat(reading.profile()).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void dangerIsTold() {
        server.answering(
                asked ->
                        "{\"language\":\"es\",\"emotions\":[{\"word\":\"despair\",\"weight\":1}],\"themes\":[],\"danger\":true}");

        assertThat(messages(PATIENT)
                        .read("dejo las llaves y una carta", Language.SPANISH)
                        .danger())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\":\"es\",\"emotions\":[{\"word\":\"blarg\",\"weight\":1}],\"themes\":[],\"danger\":true}",
                "{\"language\":\"es\",\"emotions\":[\"I want to die tonight alone\"],\"themes\":[],\"danger\":\"high\"}",
                "{\"language\":\"es\",\"emotions\":[],\"themes\":[],\"danger\":1}",
                "{\"emotions\":{\"sadness\":0},\"danger\":[true]}",
                "emotions: blarg\ndanger: **yes**",
                "emotions: sadness\ndanger: Yes, possibly",
            })
    void whateverElseIsToldOfSomebodyInDangerThatCounts(String answer) {
        server.answering(asked -> answer);

        Reading reading = messages(PATIENT).read("dejo las llaves y una carta", Language.SPANISH);

        assertThat(reading.danger()).isTrue();
        assertThat(reading.mode()).isEqualTo(Reading.Mode.LLM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "\"no\"", "\"No.\"", "0", "\"\"", "[]"})
    void aPlainNoIsNoDanger(String danger) {
        server.answering(asked -> "{\"emotions\":[\"joy\"],\"danger\":%s}".formatted(danger));

        assertThat(messages(PATIENT).read("qué bien", Language.SPANISH).danger())
                .isFalse();
    }

    @Test
    void wordsOfWhichNoneIsInTheVocabularyAreAskedForOnceMore() {
        server.answering(asked -> Models.json(Map.of("blarg", 1.0)));

        Reading reading = messages(PATIENT).read(SAD, Language.SPANISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void theSameMessageIsAskedAboutOnce() {
        EmotionExtractor extractor = messages(PATIENT);

        Reading first = extractor.read("I feel   so LONELY", Language.ENGLISH);
        Reading again = extractor.read(" i feel so lonely ", Language.ENGLISH);

        assertThat(again).isEqualTo(first);
        assertThat(server.asked()).hasSize(1);
        assertThat(happened(Event.KNOWN)).isEqualTo(1);
    }

    @Test
    void manyWhoSayTheSameAtOnceShareOneCall() throws Exception {
        server.taking(Duration.ofMillis(300));
        EmotionExtractor extractor = messages(PATIENT);

        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reading>> readings = IntStream.range(0, 50)
                    .mapToObj(i -> people.submit(() -> extractor.read(SAD, Language.SPANISH)))
                    .toList();
            for (Future<Reading> reading : readings) {
                assertThat(reading.get().mode()).isEqualTo(Reading.Mode.LLM);
            }
        }

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void whatCannotBeUsedIsAskedOnceMoreWithTheReasonAndThenReadByTheBuiltInReader() {
        server.answering(asked -> "I would rather talk about the weather, which is lovely today.");

        Reading reading = messages(PATIENT).read(SAD, Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(words(reading)).contains("sadness");
        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().get(1).user())
                .isNotEqualTo(server.asked().get(0).user());
        assertThat(happened(Event.UNUSABLE)).isEqualTo(1);
    }

    @Test
    void aFailedReadingIsNotRemembered() {
        server.always(new OpenAiTrouble.Sends(Reply.status(500)));
        EmotionExtractor extractor = messages(PATIENT);
        assertThat(extractor.read(SAD, Language.ENGLISH).mode()).isEqualTo(Reading.Mode.EMBEDDED);

        server.well();

        assertThat(extractor.read(SAD, Language.ENGLISH).mode()).isEqualTo(Reading.Mode.LLM);
    }

    @Test
    void aServerThatHangsIsNotWaitedForLonger() {
        server.always(new OpenAiTrouble.Hangs());

        Reading reading = messages(SHORT).read(SAD, Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(happened(Event.TOO_LATE)).isEqualTo(1);
    }

    @Test
    void afterSomeFailuresADeadServerIsNotAskedAnyMore() {
        server.always(new OpenAiTrouble.Drops());
        EmotionExtractor extractor = messages(SHORT);

        for (int i = 0; i < 30; i++) {
            assertThat(extractor.read(SAD + i, Language.ENGLISH).mode()).isEqualTo(Reading.Mode.EMBEDDED);
        }

        assertThat(server.asked().size()).isLessThan(30);
        assertThat(happened(Event.UNAVAILABLE) + happened(Event.TOO_LATE)).isEqualTo(30);
    }

    @Test
    void aRefusedKeyIsToldAndTheBuiltInReaderAnswers() {
        server.needs("another key");

        Reading reading = messages(PATIENT).read(SAD, Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(happened(Event.REFUSED)).isEqualTo(1);
    }

    @Test
    void whoRefusesIsNotAskedForEveryMessage() {
        server.needs("another key");
        EmotionExtractor extractor = messages(PATIENT);

        for (int i = 0; i < 5; i++) {
            extractor.read(SAD + i, Language.ENGLISH);
        }

        assertThat(server.server().requests(LocalOpenAi.CHAT)).hasSize(1);
        assertThat(happened(Event.REFUSED)).isEqualTo(5);
    }

    @Test
    void overTheBudgetNothingIsAsked() {
        OpenLedger spent = new OpenLedger(
                new Ledger.Limits(10, 10, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null),
                InstantSource.system());

        Reading reading = Models.messages(server, PATIENT, spent).read(SAD, Language.ENGLISH);

        assertThat(reading.mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(server.asked()).isEmpty();
        assertThat(use(spent).events()).containsEntry(Event.OVER_BUDGET, 1L);
    }

    @Test
    void whatAnAnswerCostIsCountedAndNothingStaysSetAside() {
        server.answering(asked -> Models.json(Map.of("sadness", 1.0)));

        messages(PATIENT).read(SAD, Language.ENGLISH);

        LocalOpenAi.Asked asked = server.asked().getFirst();
        int input = LocalOpenAi.tokens(asked.system()) + LocalOpenAi.tokens(asked.user());
        assertThat(use().tokens().input()).isEqualTo(input);
        assertThat(use().calls()).isEqualTo(1);
    }

    @Test
    void anEmptyMessageAsksNobody() {
        assertThat(messages(PATIENT).read("  ", Language.ENGLISH).mode()).isEqualTo(Reading.Mode.EMBEDDED);
        assertThat(server.asked()).isEmpty();
    }

    private EmotionExtractor messages(Duration perMessage) {
        return Models.messages(server, perMessage, ledger);
    }

    private Ledger.Use use() {
        return use(ledger);
    }

    private static Ledger.Use use(OpenLedger ledger) {
        return Objects.requireNonNull(ledger.on(LocalDate.now(ZoneOffset.UTC)).get(Purpose.MESSAGE));
    }

    private long happened(Event event) {
        return use().events().getOrDefault(event, 0L);
    }

    private static List<String> words(Reading reading) {
        return reading.profile().orElseThrow().emotions().stream()
                .map(WeightedWord::word)
                .toList();
    }
}
