package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Failed;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.Outcome;
import org.emotitune.emotion.LyricsExtractor.Unavailable;
import org.emotitune.emotion.LyricsExtractor.Unreadable;
import org.emotitune.emotion.ReadingStoppedException;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.reindex.ReindexStore.Read;
import org.emotitune.reindex.ReindexStore.Unread;
import org.emotitune.reindex.ReindexStore.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads songs for one run of a job and keeps what it hears. While nobody can be asked it waits, and nothing is written
 * down of the songs. Thread-safe.
 */
final class SongReading {
    private static final Logger LOG = LoggerFactory.getLogger(SongReading.class);
    /** Then other songs have their turn: it may be these that the reader breaks down at. */
    private static final int TRIES = 3;

    private final ReindexStore store;
    private final LyricsExtractor extractor;
    private final ControlledVocabulary vocabulary;
    private final Run run;

    /** What the songs are read for. */
    record Run(Work work, JobControl control, FailureLimit limit, Pauses pauses) {}

    /**
     * A song that is to be tried again when the others are done.
     *
     * @param answers how many good answers there had been when it was last tried
     */
    record PutOff(Unread song, long answers) {}

    SongReading(ReindexStore store, LyricsExtractor extractor, ControlledVocabulary vocabulary, Run run) {
        this.store = store;
        this.extractor = extractor;
        this.vocabulary = vocabulary;
        this.run = run;
    }

    /** @return those that nobody could be asked about, however long it waited */
    List<PutOff> read(List<Unread> songs) {
        List<Unread> left = songs;
        long answers = 0;
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            answers = run.pauses().answers();
            left = once(left, Long.MAX_VALUE);
        }
        long then = answers;
        return left.stream().map(song -> new PutOff(song, then)).toList();
    }

    /** Waits until somebody can be asked. Where others were answered since, and this song is not, it is its own failure. */
    void readAtLast(PutOff song) {
        List<Unread> left = List.of(song.song());
        while (!left.isEmpty()) {
            left = once(left, song.answers());
        }
    }

    /**
     * @param answers more of them show that somebody can be asked
     * @return those that nobody can be asked about, after a pause
     */
    private List<Unread> once(List<Unread> songs, long answers) {
        run.control().check();
        long pauses = run.pauses().begun();
        List<Outcome> outcomes = outcomes(songs);
        endIfCancelled(outcomes);
        List<Read> read = new ArrayList<>();
        List<Unread> left = new ArrayList<>();
        String reason = "";
        for (int i = 0; i < songs.size(); i++) {
            try {
                read(songs.get(i), outcomes.get(i)).ifPresent(read::add);
            } catch (ServiceUnavailableException e) {
                left.add(songs.get(i));
                reason = String.valueOf(e.getMessage());
            }
        }
        keep(read, songs.size() - left.size());
        if (run.pauses().answers() > answers) {
            return failed(left, reason);
        }
        if (!left.isEmpty()) {
            run.pauses().pause(pauses, reason);
        }
        return left;
    }

    private void keep(List<Read> read, int done) {
        if (!read.isEmpty()) {
            store.keep(run.work(), read);
            run.pauses().answered();
        }
        run.control().advance(done);
        run.limit().check();
    }

    private List<Unread> failed(List<Unread> songs, String reason) {
        songs.forEach(song -> later(song, reason));
        run.control().advance(songs.size());
        run.limit().check();
        return List.of();
    }

    /** What an interrupted reader says is nothing about the song. */
    private void endIfCancelled(List<Outcome> outcomes) {
        Pauses.endIfInterrupted();
        if (outcomes.stream().anyMatch(Failed.class::isInstance)) {
            run.control().check();
        }
    }

    /** One song that the reader stumbles over takes no other with it. */
    private List<Outcome> outcomes(List<Unread> songs) {
        try {
            return extractor.read(
                    songs.stream().map(Unread::text).toList(), run.control().id());
        } catch (ReadingStoppedException e) {
            throw JobStoppedException.because(String.valueOf(e.getMessage()));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            Pauses.endIfInterrupted();
            run.control().check();
            return songs.size() == 1
                    ? List.of(failed(e))
                    : songs.stream()
                            .flatMap(song -> outcomes(List.of(song)).stream())
                            .toList();
        }
    }

    private static Failed failed(RuntimeException e) {
        String kind = e.getClass().getSimpleName();
        // Not its message, which may hold a line of the song.
        LOG.warn(
                "A song could not be read: {} at {}",
                kind,
                List.of(e.getStackTrace()).stream().findFirst());
        return new Failed("the reader failed (%s)".formatted(kind));
    }

    /**
     * @return empty where it might go well another time: the song keeps its lyrics and its old profile
     * @throws ServiceUnavailableException if nobody could be asked, be it the reader or, where they come from outside, the
     *     embeddings by which unknown words are compared
     */
    private Optional<Read> read(Unread song, Outcome outcome) {
        return switch (outcome) {
            case Heard heard -> Optional.of(heard(song, heard));
            case Unreadable(var reason) -> Optional.of(unreadable(song, reason));
            case Failed(var reason) -> {
                later(song, reason);
                yield Optional.empty();
            }
            case Unavailable(var reason) -> throw new ServiceUnavailableException(reason, null);
        };
    }

    private void later(Unread song, String reason) {
        run.control().trouble(new Trouble(song.song(), Stage.EMOTIONS, true, reason));
    }

    private Read heard(Unread song, Heard heard) {
        Controlled controlled = vocabulary.controlled(heard.emotions(), heard.themes());
        if (controlled.profile().isEmpty()) {
            return unreadable(song, "none of the words heard in it is of the vocabulary");
        }
        if (heard.weaker() != null) {
            // Counts like a failure: a reader that is only stood in for must not renew the whole index.
            later(song, heard.weaker());
        }
        return new Read(
                song.song(),
                song.hash(),
                heard.source(),
                heard.weaker() != null,
                heard.language(),
                terms(heard.emotions(), controlled),
                controlled.profile());
    }

    private Read unreadable(Unread song, String reason) {
        run.control().trouble(new Trouble(song.song(), Stage.EMOTIONS, false, reason));
        return new Read(song.song(), song.hash(), extractor.source(), false, null, null, Optional.empty());
    }

    private static @Nullable List<String> terms(Map<String, Double> emotions, Controlled controlled) {
        return controlled.emotionStrays().isEmpty()
                ? null
                : emotions.keySet().stream().sorted().toList();
    }
}
