package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.doctor.Finding.Level.FAILED;
import static org.emotitune.doctor.Finding.Level.OK;
import static org.emotitune.doctor.Finding.Level.WARNING;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.doctor.Finding;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Limit;
import org.emotitune.llm.Ledger.Price;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.Ledger.Use;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is there: its models, what it answers, how fast, and what that costs. */
@Timeout(60)
class ServerCheckMessageTest {
    private static final String SPEED = "raise LLM_SECONDS_PER_MESSAGE, or take a smaller model";

    private final LocalServer server = new LocalServer();

    @BeforeEach
    void list() {
        models("gpt-4.1", "gpt-4.1-mini");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whereAllIsWellEverythingIsToldAndNothingIsToBeDone() {
        assertThat(rig().answersAfter(800).findings())
                .containsExactly(
                        Finding.ok("language model", server.at("/v1") + " answers and has gpt-4.1-mini"),
                        Finding.ok("language model", "a message takes 0.8 s, with 1900 tokens in and 52 out"),
                        Finding.ok("language model", "answers are held to a JSON schema by the server"),
                        Finding.ok("word embeddings", "words are embedded in this process"));
    }

    @ParameterizedTest
    @EnumSource
    void theLevelOfStructureIsTold(OutputLevel level) {
        String part = switch (level) {
            case JSON_SCHEMA -> "held to a JSON schema";
            case JSON -> "answers are JSON";
            case LIST -> "plain lists";
        };

        assertThat(rig().at(level).answersAfter(800).findings().get(2).sentence())
                .contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini:latest", "models/gpt-4.1-mini"})
    void aModelIsKnownUnderItsServersName(String name) {
        models(name);

        assertThat(rig().answersAfter(800).findings().getFirst().level()).isEqualTo(OK);
    }

    @Test
    void aModelThatIsNotThereFailsWithTheFiveMostLikeIt() {
        models("babbage", "whisper", "gpt-4.1", "gpt-4o", "gpt-4.1-nano", "dall-e", "gpt-3.5-turbo");
        DoctorRig rig = rig().takes(100, () -> {
            throw new ServerRefusesException("The server knows no such model.");
        });

        assertThat(rig.findings().getFirst())
                .isEqualTo(Finding.failed(
                        "language model",
                        server.at("/v1") + " has no model gpt-4.1-mini;"
                                + " it has gpt-4.1-nano, gpt-4.1, gpt-4o, gpt-3.5-turbo, babbage, …",
                        "set OPENAI_CHAT_MODEL to a model of the server, or load that one there"));
    }

    @Test
    void aServerThatTakesAnyNameIsWarnedOf() {
        models("/models/qwen.gguf", "evil\u001b[2J");

        Finding first = rig().answersAfter(800).findings().getFirst();

        assertThat(first.level()).isEqualTo(WARNING);
        assertThat(first.sentence())
                .isEqualTo("%s answers, but does not list gpt-4.1-mini; it has /models/qwen.gguf"
                        .formatted(server.at("/v1")));
    }

    @Test
    void aServerWithoutModelsFails() {
        server.answer("/v1/models", Reply.json("{\"object\":\"list\",\"data\":null}"));
        DoctorRig rig = rig().takes(100, () -> {
            throw new ServerRefusesException("The server knows no such model.");
        });

        assertThat(rig.findings().getFirst().sentence()).endsWith("has no model gpt-4.1-mini; it lists none");
    }

    @Test
    void anotherRefusalIsToldAsItIs() {
        DoctorRig rig = rig().takes(100, () -> {
            throw new ServerRefusesException("The account has no credit left.");
        });

        assertThat(rig.findings().getFirst().sentence()).isEqualTo("The account has no credit left");
    }

    @ParameterizedTest
    @CsvSource({"2000, OK", "2001, WARNING", "4000, WARNING", "4001, FAILED"})
    void slownessIsMeasuredAgainstTheTimePerMessage(long millis, Finding.Level level) {
        Finding message = rig().answersAfter(millis).findings().get(1);

        assertThat(message.level()).isEqualTo(level);
        assertThat(message.fix()).isEqualTo(level == OK ? "" : SPEED);
    }

    @Test
    void aServerThatHasToLoadItsModelFirstIsNotSlow() {
        DoctorRig rig = rig().answersAfter(9000).answersAfter(700);

        assertThat(rig.findings().get(1).sentence()).startsWith("a message takes 0.7 s");
        assertThat(rig.asked).hasSize(2);
    }

    @Test
    void noAnswerInTimeFails() {
        DoctorRig rig = rig().takes(10_000, () -> {
            throw new ServiceUnavailableException("the server did not answer.", null);
        });

        assertThat(rig.findings().get(1))
                .isEqualTo(Finding.failed(
                        "language model",
                        "no answer within 10.0 s: messages will be answered by the built-in reader",
                        "try again if the model was being loaded; else " + SPEED));
    }

    @Test
    void anAnswerThatCannotBeUsedTwiceFails() {
        Finding message = rig().takes(100, () -> DoctorRig.CUT).findings().get(1);

        assertThat(message.level()).isEqualTo(FAILED);
        assertThat(message.sentence())
                .startsWith("its answers cannot be used (")
                .endsWith("the built-in reader");
    }

    @Test
    void oneThatHadToBeAskedTwiceIsWarnedOf() {
        Finding message = rig().takes(100, () -> DoctorRig.CUT)
                .answersAfter(300)
                .findings()
                .get(1);

        assertThat(message.level()).isEqualTo(WARNING);
        assertThat(message.sentence())
                .isEqualTo(
                        "a message takes 0.4 s, with 3800 tokens in and 104 out; only the second answer could be used");
    }

    @Test
    void everyCallIsCountedAndSettled() {
        KeptLedger ledger = KeptLedger.used(0, 0);

        rig().with(ledger, DoctorRig.limits(null))
                .takes(100, () -> DoctorRig.CUT)
                .takes(100, () -> {
                    throw new ServiceUnavailableException("it did not answer.", null);
                })
                .findings();

        assertThat(ledger.reserved)
                .hasSize(2)
                .allSatisfy(most -> assertThat(most.output()).isEqualTo(500));
        assertThat(ledger.settled).containsExactly(DoctorRig.TOKENS, Tokens.NONE);
    }

    @Test
    void aCallThatMayHaveBeenServedCountsInFull() {
        KeptLedger ledger = KeptLedger.used(0, 0);

        rig().with(ledger, DoctorRig.limits(null))
                .takes(100, () -> {
                    throw new ServiceUnavailableException("it broke off.", null, true);
                })
                .findings();

        assertThat(ledger.settled).isEqualTo(ledger.reserved);
    }

    @Test
    void aSpentBudgetLeavesTheModelUntried() {
        DoctorRig rig = rig().with(new KeptLedger(Map.of(), Limit.TOKENS_PER_DAY), DoctorRig.limits(null));

        assertThat(rig.findings())
                .contains(Finding.warning(
                        "language model",
                        "it was not tried, as LLM_TOKENS_PER_DAY would be passed:"
                                + " messages will be answered by the built-in reader",
                        "raise LLM_TOKENS_PER_DAY, or wait for tomorrow (UTC)"));
        assertThat(rig.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            700000  | 99999  | OK      | 799,999 of 1,000,000 tokens used today, money 0.90 of 2.00
            700000  | 100000 | WARNING | 800,000 of 1,000,000 tokens used today, money 0.90 of 2.00; when they are gone messages are read by the built-in reader
            1000000 | 1      | WARNING | 1,000,001 of 1,000,000 tokens used today, money 1.00 of 2.00; until midnight UTC messages are read by the built-in reader
            0       | 800000 | WARNING | 800,000 of 1,000,000 tokens used today, money 1.60 of 2.00; when they are gone messages are read by the built-in reader
            """)
    void theBudgetOfTheDayIsTold(long input, long output, Finding.Level level, String sentence) {
        Finding budget = rig().with(KeptLedger.used(input, output), DoctorRig.limits(new Price(1, 2)))
                .answersAfter(500)
                .findings()
                .getLast();

        assertThat(budget.subject()).isEqualTo("budget");
        assertThat(budget.level()).isEqualTo(level);
        assertThat(budget.sentence()).isEqualTo(sentence);
    }

    @Test
    void whatIsSetAsideIsToldAsTheLimitCountsIt() {
        KeptLedger ledger = KeptLedger.used(700_000, 0).aside(new Tokens(90_000, 10_000));

        Finding budget = rig().with(ledger, DoctorRig.limits(null))
                .answersAfter(500)
                .findings()
                .getLast();

        assertThat(budget.level()).isEqualTo(Finding.Level.WARNING);
        assertThat(budget.sentence())
                .startsWith("800,000 of 1,000,000 tokens used today (100,000 of them only set aside); when");
    }

    @Test
    void messagesThatTheModelDidNotReadAreCounted() {
        Map<Event, Long> events =
                new EnumMap<>(Map.of(Event.READ, 90L, Event.KNOWN, 7L, Event.TOO_LATE, 2L, Event.OVER_BUDGET, 1L));
        KeptLedger ledger = new KeptLedger(Map.of(Purpose.MESSAGE, new Use(92, new Tokens(1, 1), events)), null);

        assertThat(rig().with(ledger, DoctorRig.limits(null))
                        .answersAfter(500)
                        .findings()
                        .getLast()
                        .sentence())
                .isEqualTo(
                        "3 of today's 100 messages were read by the built-in reader instead: 2 too late, 1 over budget");
    }

    @Test
    void mostMessagesReadByTheOtherReaderAreAWarningAndWhatOneCostsIsTold() {
        Map<Event, Long> events = new EnumMap<>(Map.of(Event.READ, 10L, Event.UNAVAILABLE, 12L));
        KeptLedger ledger = new KeptLedger(Map.of(Purpose.MESSAGE, new Use(10, new Tokens(8_000, 600), events)), null);

        List<Finding> findings =
                rig().with(ledger, DoctorRig.limits(null)).answersAfter(500).findings();

        assertThat(findings.getLast().level()).isEqualTo(Finding.Level.WARNING);
        assertThat(findings)
                .extracting(Finding::sentence)
                .contains("has read 10 messages today; 860 tokens for each, failed calls among them");
    }

    @ParameterizedTest
    @CsvSource({"8, OK", "4096, OK", "7, FAILED", "4097, FAILED"})
    void theDimensionOfEmbeddingsIsTold(int dimension, Finding.Level level) {
        Finding finding =
                rig().with(embedding(dimension)).answersAfter(500).findings().getLast();

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.sentence()).startsWith("nomic gives vectors of dimension %d".formatted(dimension));
    }

    private DoctorRig rig() {
        return new DoctorRig(server.at("/v1"));
    }

    private void models(String... names) {
        String list = Arrays.stream(names)
                .map(name -> "{\"id\":\"%s\"}".formatted(name.replace("\u001b", "\\u001b")))
                .collect(Collectors.joining(","));
        server.answer("/v1/models", Reply.json("{\"object\":\"list\",\"data\":[%s]}".formatted(list)));
    }

    private static WordEmbeddings embedding(int dimension) {
        return new WordEmbeddings() {
            @Override
            public String model() {
                return "nomic";
            }

            @Override
            public Map<String, float[]> embed(Collection<String> texts) {
                return List.copyOf(texts).stream()
                        .collect(Collectors.toMap(text -> text, text -> new float[dimension]));
            }
        };
    }
}
