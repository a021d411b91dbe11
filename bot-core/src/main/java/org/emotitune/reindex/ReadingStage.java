package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.reindex.ReindexStore.Unread;
import org.emotitune.reindex.ReindexStore.Work;
import org.emotitune.reindex.SongReading.PutOff;
import org.emotitune.reindex.SongReading.Run;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * Reads songs, several at once. Each becomes words of the vocabulary by itself, so the order and the number of readers
 * change nothing. What is paid for is kept song by song, so that nothing is paid twice; what costs nothing in bundles.
 */
public final class ReadingStage {
    private static final int PAGE = 800;

    private final ReindexStore store;
    private final LyricsExtractor extractor;
    private final ControlledVocabulary vocabulary;
    private final Limits limits;
    private final Pauses.Waiting waiting;

    /**
     * @param readers how many songs are read at once, at least 1
     * @param failures share of a job's songs that may fail, 0 to 1
     */
    public record Limits(int readers, double failures) {}

    public ReadingStage(ReindexStore store, LyricsExtractor extractor, ControlledVocabulary vocabulary, Limits limits) {
        this(store, extractor, vocabulary, limits, Pauses.Waiting.REAL);
    }

    ReadingStage(
            ReindexStore store,
            LyricsExtractor extractor,
            ControlledVocabulary vocabulary,
            Limits limits,
            Pauses.Waiting waiting) {
        this.store = store;
        this.extractor = extractor;
        this.vocabulary = vocabulary;
        this.limits = limits;
        this.waiting = waiting;
    }

    /** @param job null for the next one */
    Work work(@Nullable Long job, boolean everything) {
        return new Work(job, extractor.source(), extractor.version(), vocabulary.version(), everything);
    }

    FailureLimit failureLimit(JobControl control, long songs) {
        return new FailureLimit(control, songs, limits.failures());
    }

    void run(Work work, JobControl control, FailureLimit limit) {
        long before = store.done(control.id()).read();
        control.begin(Stage.EMOTIONS, before, before + store.toRead(work).songs());
        Run run = new Run(work, control, limit, new Pauses(control, waiting));
        try (ExecutorService readers = Executors.newFixedThreadPool(
                limits.readers(),
                Thread.ofPlatform().daemon().name("reader-", 0).factory())) {
            try {
                pages(run, readers);
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private void pages(Run run, ExecutorService readers) {
        SongReading reading = new SongReading(store, extractor, vocabulary, run);
        List<PutOff> putOff = new ArrayList<>();
        List<Unread> page = store.toRead(run.work(), null, PAGE);
        while (!page.isEmpty()) {
            SongId last = page.getLast().song();
            List<Future<List<PutOff>>> bundles = new ArrayList<>();
            for (List<Unread> bundle : bundles(page)) {
                bundles.add(readers.submit(() -> reading.read(bundle)));
            }
            page = store.toRead(run.work(), last, PAGE); // while the readers are at it
            bundles.forEach(bundle -> putOff.addAll(await(bundle, run.control())));
        }
        putOff.stream()
                .map(song -> readers.submit(() -> reading.readAtLast(song), song))
                .toList()
                .forEach(song -> await(song, run.control()));
    }

    private List<List<Unread>> bundles(List<Unread> page) {
        int size = extractor.atOnce();
        List<List<Unread>> bundles = new ArrayList<>();
        for (int from = 0; from < page.size(); from += size) {
            bundles.add(page.subList(from, Math.min(from + size, page.size())));
        }
        return bundles;
    }

    /** Readers may hang: looks by itself whether the job is to end. */
    private <T> T await(Future<T> reader, JobControl control) {
        while (true) {
            try {
                return reader.get(waiting.slice().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                control.check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JobCancelledException("the program is ending");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
