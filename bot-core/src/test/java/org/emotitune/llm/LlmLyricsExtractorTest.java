package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.Outcome;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.LyricsExtractor.Unavailable;
import org.emotitune.emotion.ReadingStoppedException;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.emotitune.testing.OpenLedger;
import org.emotitune.testing.RememberedReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlmLyricsExtractorTest {
    private static final SongText RAIN = new SongText(
            "Rain", "Nobody", "I cry for you and I am so lonely\nyou left me here and my heart is broken tonight");
    private static final SongText SUN =
            new SongText("Sun", null, "We are dancing in the street and I am happy\nwhat a wonderful party tonight");

    private final LocalOpenAi server = new LocalOpenAi();
    private final OpenLedger ledger = new OpenLedger();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void whatTheModelHeardIsTheOutcome() {
        server.answering(asked -> Models.json(Map.of("loneliness", 0.8)));

        Outcome outcome = Models.read(songs(), RAIN);

        assertThat(outcome).isEqualTo(new Heard("small-model", "en", Map.of("loneliness", 0.8), Map.of(), null));
    }

    @Test
    void aSongIsNeverPaidForTwice() {
        LyricsExtractor songs = songs();

        Outcome first = Models.read(songs, RAIN);
        Outcome again = Models.read(songs, RAIN);

        assertThat(again).isEqualTo(first);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void whatTheModelWillNotAnswerTheBuiltInReaderReads() {
        server.answering(asked -> "I'm sorry, but I can't help with these lyrics.");

        Outcome outcome = Models.read(songs(), RAIN);

        assertThat(outcome).isInstanceOfSatisfying(Heard.class, heard -> {
            assertThat(heard.source()).isEqualTo("embedded");
            assertThat(heard.weaker()).contains("built-in reader");
            assertThat(heard.emotions()).isNotEmpty();
        });
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aRefusedKeyStopsAllReading() {
        server.needs("another key");

        assertThatExceptionOfType(ReadingStoppedException.class)
                .isThrownBy(() -> Models.read(songs(), RAIN))
                .withMessageContaining("OPENAI_API_KEY");
    }

    @Test
    void aSpentBudgetStopsAllReadingBeforeItIsPassed() {
        OpenLedger small = new OpenLedger(
                new Ledger.Limits(1_000_000, 100, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null),
                InstantSource.system());

        assertThatExceptionOfType(ReadingStoppedException.class)
                .isThrownBy(() -> Models.read(Models.songs(server, small), RAIN))
                .withMessageContaining("LLM_TOKENS_PER_JOB");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whereTheServerFailsNobodyCouldBeAsked() {
        server.always(new OpenAiTrouble.Sends(Reply.status(503)));

        assertThat(together().read(List.of(RAIN, SUN), 1)).hasSize(2).allMatch(Unavailable.class::isInstance);
    }

    @Test
    void anInterruptIsNoOutcome() {
        LyricsExtractor songs = songs();

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> Models.read(songs, RAIN));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void ofSeveralSongsThoseThatAreMissingInTheAnswerAreAskedAboutAlone() {
        server.answering(asked -> asked.user().contains("\"songs\"")
                ? "{\"songs\":[{\"n\":2,\"language\":\"en\",\"emotions\":[{\"word\":\"joy\",\"weight\":1}],\"themes\":[]}]}"
                : Models.json(Map.of("loneliness", 1.0)));

        List<Outcome> outcomes = together().read(List.of(RAIN, SUN), 1);

        assertThat(outcomes)
                .containsExactly(
                        new Heard("small-model", "en", Map.of("loneliness", 1.0), Map.of(), null),
                        new Heard("small-model", "en", Map.of("joy", 1.0), Map.of(), null));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void wordsOfWhichNoneIsInTheVocabularyAreAskedForOnceMoreAndNotKept() {
        server.answering(asked -> Models.json(Map.of("q", 1.0)));
        RememberedReadings known = new RememberedReadings();
        Models.read(songs(known), RAIN);
        assertThat(server.asked()).hasSize(2);

        server.answering(asked -> Models.json(Map.of("loneliness", 1.0)));

        assertThat(Models.read(songs(known), RAIN))
                .isInstanceOfSatisfying(
                        Heard.class, heard -> assertThat(heard.source()).isEqualTo("small-model"));
    }

    @Test
    void piecesOfLyricsAreNotKept() {
        server.answering(asked -> Models.json(Map.of("loneliness", 1.0, "burning golden highways", 0.9)));

        Outcome outcome = Models.read(songs(), RAIN);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Heard.class, heard -> assertThat(heard.emotions()).containsOnlyKeys("loneliness"));
    }

    @Test
    void howSongsAreAskedAboutBelongsToTheVersion() {
        assertThat(songs().version()).isNotEqualTo(together().version()).startsWith("small-model ");
        assertThat(songs().version()).isEqualTo(songs().version());
    }

    @Test
    void aLongerSongCostsMoreAndSharedInstructionsLess() {
        assertThat(songs().costOf(4000).inputTokens())
                .isGreaterThan(songs().costOf(400).inputTokens());
        assertThat(together().costOf(400).inputTokens())
                .isLessThan(songs().costOf(400).inputTokens());
        assertThat(together().costOf(400).calls()).isEqualTo(0.25);
    }

    private LyricsExtractor songs(RememberedReadings known) {
        return Models.model(Models.setup(server, Duration.ofSeconds(4)), ledger, known)
                .songs(Models.WORDS, Models.BUILT_IN_FOR_SONGS, wait -> {});
    }

    private LyricsExtractor songs() {
        return Models.songs(server, ledger);
    }

    private LyricsExtractor together() {
        Setup one = Models.setup(server, Duration.ofSeconds(4));
        Setup four = new Setup(
                one.base(), one.key(), one.chatModel(), null, one.style(), one.perMessage(), one.concurrency(), 4);
        return Models.model(four, ledger).songs(Models.WORDS, Models.BUILT_IN_FOR_SONGS, wait -> {});
    }
}
