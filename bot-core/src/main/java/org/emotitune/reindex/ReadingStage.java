package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Cost;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.UnreadableSongException;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.ReindexStore.Read;
import org.emotitune.reindex.ReindexStore.Unread;
import org.emotitune.reindex.ReindexStore.Work;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads songs, several at once. Each becomes words of the vocabulary by itself, so the order and the number of readers
 * change nothing. What is paid for is kept song by song, so that nothing is paid twice; what costs nothing in bundles.
 */
public final class ReadingStage {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingStage.class);
    private static final int PAGE = 800;
    private static final int BUNDLE = 100;

    private final ReindexStore store;
    private final LyricsExtractor extractor;
    private final ControlledVocabulary vocabulary;
    private final Limits limits;

    /**
     * @param readers how many songs are read at once, at least 1
     * @param failures share of a job's songs that may fail, 0 to 1
     */
    public record Limits(int readers, double failures) {}

    public ReadingStage(ReindexStore store, LyricsExtractor extractor, ControlledVocabulary vocabulary, Limits limits) {
        this.store = store;
        this.extractor = extractor;
        this.vocabulary = vocabulary;
        this.limits = limits;
    }

    /** @param job null for the next one */
    Work work(@Nullable Long job, boolean everything) {
        return new Work(job, extractor.version(), vocabulary.version(), everything);
    }

    FailureLimit failureLimit(JobControl control, long songs) {
        return new FailureLimit(control, songs, limits.failures());
    }

    void run(Work work, JobControl control, FailureLimit limit) {
        long before = store.done(control.id()).read();
        control.begin(Stage.EMOTIONS, before, before + store.toRead(work).songs());
        try (ExecutorService readers = Executors.newFixedThreadPool(
                limits.readers(),
                Thread.ofPlatform().daemon().name("reader-", 0).factory())) {
            try {
                pages(work, control, limit, readers);
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private void pages(Work work, JobControl control, FailureLimit limit, ExecutorService readers) {
        List<Unread> page = store.toRead(work, null, PAGE);
        while (!page.isEmpty()) {
            SongId last = page.getLast().song();
            List<Future<Void>> bundles = new ArrayList<>();
            for (List<Unread> bundle : bundles(page)) {
                bundles.add(readers.submit(bundle(bundle, work, control, limit)));
            }
            page = store.toRead(work, last, PAGE); // while the readers are at it
            bundles.forEach(ReadingStage::await);
        }
    }

    private List<List<Unread>> bundles(List<Unread> page) {
        boolean free =
                extractor.costOf(page.getFirst().text().lyrics().length()).equals(Cost.NONE);
        int size = free ? BUNDLE : 1;
        List<List<Unread>> bundles = new ArrayList<>();
        for (int from = 0; from < page.size(); from += size) {
            bundles.add(page.subList(from, Math.min(from + size, page.size())));
        }
        return bundles;
    }

    private Callable<Void> bundle(List<Unread> bundle, Work work, JobControl control, FailureLimit limit) {
        return () -> {
            control.check();
            List<Read> read = new ArrayList<>();
            for (Unread song : bundle) {
                read(song, control).ifPresent(read::add);
            }
            store.keep(work, extractor.source(), read);
            control.advance(bundle.size());
            limit.check();
            return null;
        };
    }

    /** @return empty where it might go well another time: the song keeps its lyrics and its old profile */
    private Optional<Read> read(Unread song, JobControl control) {
        try {
            Heard heard = extractor.read(song.text());
            Controlled controlled = vocabulary.controlled(heard.emotions(), heard.themes());
            if (controlled.profile().isEmpty()) {
                throw new UnreadableSongException("none of the words heard in it is of the vocabulary");
            }
            return Optional.of(new Read(
                    song.song(),
                    song.hash(),
                    heard.language(),
                    terms(heard.emotions(), controlled),
                    controlled.profile()));
        } catch (UnreadableSongException e) {
            control.trouble(new Trouble(song.song(), Stage.EMOTIONS, false, String.valueOf(e.getMessage())));
            return Optional.of(new Read(song.song(), song.hash(), null, null, Optional.empty()));
        } catch (JobCancelledException | StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            control.check();
            if (Thread.currentThread().isInterrupted()) {
                throw new JobCancelledException("the job is ending");
            }
            String kind = e.getClass().getSimpleName();
            // Not its message, which may hold a line of the song.
            LOG.warn(
                    "A song could not be read: {} at {}",
                    kind,
                    List.of(e.getStackTrace()).stream().findFirst());
            control.trouble(new Trouble(song.song(), Stage.EMOTIONS, true, "the reader failed (%s)".formatted(kind)));
            return Optional.empty();
        }
    }

    private static @Nullable List<String> terms(Map<String, Double> emotions, Controlled controlled) {
        return controlled.emotionStrays().isEmpty()
                ? null
                : emotions.keySet().stream().sorted().toList();
    }

    private static void await(Future<Void> bundle) {
        try {
            bundle.get();
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
