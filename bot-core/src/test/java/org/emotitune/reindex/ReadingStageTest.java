package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.reindex.ReindexStore.Work;
import org.emotitune.song.SongId;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a job does when its readers cannot be asked, or hang. Its pauses take no time. */
@Timeout(60)
class ReadingStageTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** 15, 30, 60 and three times 120 seconds. */
    private static final Duration ALL_PAUSES = Duration.ofSeconds(465);

    private final SettableClock clock = new SettableClock(START);
    private final AtomicInteger asked = new AtomicInteger();
    private final RecordedJob job = new RecordedJob(1, false, trouble -> {});
    private ControlledVocabulary vocabulary = new ExactWords(VocabularyFiles.load());
    private Duration slice = Duration.ofSeconds(1);

    @Test
    void aShortOutageCostsNothingButTime() {
        WaitingSongs songs = new WaitingSongs(50);

        read(songs, 4, title -> waited().toSeconds() < 300 ? down() : joy());

        assertThat(songs.kept()).hasSize(50);
        assertThat(songs.keptTwice()).isEmpty();
        assertThat(job.troubles).isEmpty();
        assertThat(job.advanced).containsEntry(Stage.EMOTIONS, 50L);
    }

    @Test
    void aLongOutageStopsTheJobAndMarksNoSong() {
        WaitingSongs songs = new WaitingSongs(50);

        assertThatExceptionOfType(JobStoppedException.class)
                .isThrownBy(() -> read(songs, 1, title -> down()))
                .withMessage("Stopped: the model is down. The index is as it was;"
                        + " what was read is kept for the next reindex.");

        assertThat(waited()).isEqualTo(ALL_PAUSES);
        assertThat(job.troubles).isEmpty();
        assertThat(songs.kept()).isEmpty();
    }

    @Test
    void severalReadersWaitTogether() {
        WaitingSongs songs = new WaitingSongs(50);

        assertThatExceptionOfType(JobStoppedException.class).isThrownBy(() -> read(songs, 4, title -> down()));

        assertThat(waited()).isGreaterThanOrEqualTo(ALL_PAUSES);
    }

    @Test
    void oneGoodAnswerAndTheCountBeginsAgain() {
        WaitingSongs songs = new WaitingSongs(30);

        read(songs, 1, title -> asked.get() <= 6 || (asked.get() > 26 && asked.get() <= 32) ? down() : joy());

        assertThat(songs.kept()).hasSize(30);
        assertThat(job.troubles).isEmpty();
        assertThat(waited()).isEqualTo(ALL_PAUSES.multipliedBy(2));
    }

    @Test
    void aSongThatNobodyIsReachedForThoughOthersAreIsAFailure() {
        WaitingSongs songs = new WaitingSongs(10);

        read(songs, 1, title -> title.equals("Song 1") ? down() : joy());

        assertThat(songs.kept()).hasSize(9).doesNotContain("Song 1");
        assertThat(job.troubles)
                .extracting(Trouble::song, Trouble::failure, Trouble::reason)
                .containsExactly(tuple(new SongId(1), true, "the model is down"));
        assertThat(job.advanced).containsEntry(Stage.EMOTIONS, 10L);
    }

    @Test
    void aJobIsCancelledInAPause() {
        RecordedJob cancelled = job.endingAtCheck(5);

        assertThatExceptionOfType(JobCancelledException.class)
                .isThrownBy(() -> read(new WaitingSongs(5), 1, title -> down()));

        assertThat(waited()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(cancelled.troubles).isEmpty();
    }

    @Test
    void aJobIsCancelledWhileItsReadersHang() {
        WaitingSongs songs = new WaitingSongs(5);
        slice = Duration.ofMillis(1);
        job.endingAtCheck(20);

        assertThatExceptionOfType(JobCancelledException.class)
                .isThrownBy(() -> read(songs, 2, title -> interrupted()))
                .withMessage("told to end");

        assertThat(job.troubles).isEmpty();
        assertThat(songs.kept()).isEmpty();
    }

    @Test
    void whileTheVocabularyCannotBeAskedTheJobWaits() {
        WaitingSongs songs = new WaitingSongs(5);
        ControlledVocabulary exact = vocabulary;
        vocabulary = new ControlledVocabulary() {
            @Override
            public String version() {
                return exact.version();
            }

            @Override
            public Controlled controlled(Map<String, Double> emotions, Map<String, Double> themes) {
                if (waited().toSeconds() < 40) {
                    throw new ServiceUnavailableException("The embeddings are down.", null);
                }
                return exact.controlled(emotions, themes);
            }
        };

        read(songs, 1, title -> joy());

        assertThat(songs.kept()).hasSize(5);
        assertThat(job.troubles).isEmpty();
        assertThat(waited()).isEqualTo(Duration.ofSeconds(45));
    }

    private Duration waited() {
        return Duration.between(START, clock.instant());
    }

    private static LyricsExtractor.Outcome joy() {
        return new LyricsExtractor.Heard("model", "en", Map.of("joy", 1.0), Map.of(), null);
    }

    private static LyricsExtractor.Outcome down() {
        return new LyricsExtractor.Unavailable("the model is down");
    }

    /** As a call ends that somebody interrupts. */
    private static LyricsExtractor.Outcome interrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new LyricsExtractor.Failed("the call was interrupted");
    }

    private void read(WaitingSongs songs, int readers, Function<String, LyricsExtractor.Outcome> outcome) {
        ReadingStage stage = new ReadingStage(
                songs,
                new Answering(outcome),
                vocabulary,
                new ReadingStage.Limits(readers, 0.2),
                new Pauses.Waiting(clock, clock::advance, slice));
        Work work = stage.work(1L, false);
        stage.run(work, job, stage.failureLimit(job, songs.toRead(work).songs()));
    }

    /** Reads one song at a time, by its title. */
    private final class Answering implements LyricsExtractor {
        private final Function<String, Outcome> outcome;

        Answering(Function<String, Outcome> outcome) {
            this.outcome = outcome;
        }

        @Override
        public String source() {
            return "model";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public List<Outcome> read(List<SongText> songs, long id) {
            asked.incrementAndGet();
            return songs.stream().map(song -> outcome.apply(song.title())).toList();
        }

        @Override
        public Cost costOf(int characters) {
            return Cost.NONE;
        }
    }
}
