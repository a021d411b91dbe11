package org.emotitune.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.emotitune.embedded.LexiconLyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.VocabularyFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How many songs a second are read on two threads: lyrics of some 1,800 characters, half of them Spanish. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LyricsBenchmark {
    private static final int CHORUS = 4;

    private final LexiconLyricsExtractor reader = new LexiconLyricsExtractor(VocabularyFiles.load());
    private final List<SongText> songs = songs(false);
    private final List<SongText> joined = songs(true);

    /** Each thread reads the songs in turn. */
    @State(Scope.Thread)
    public static class Turn {
        private int turn;

        SongText next(List<SongText> songs) {
            turn = (turn + 1) % songs.size();
            return songs.get(turn);
        }
    }

    @Benchmark
    public Heard read(Turn turn) {
        return reader.read(turn.next(songs));
    }

    @Benchmark
    public Heard readJoinedLines(Turn turn) {
        return reader.read(turn.next(joined));
    }

    /** Three of the made-up songs make one, four lines of the first come back twice. */
    private static List<SongText> songs(boolean joined) {
        List<SongText> songs = new ArrayList<>();
        for (String file : List.of("lyrics-dev-es.txt", "lyrics-dev-en.txt")) {
            List<List<String>> songsOfFile = shortSongs(file);
            for (int i = 0; i + 2 < songsOfFile.size(); i++) {
                List<String> chorus = songsOfFile.get(i).subList(CHORUS, 2 * CHORUS);
                List<String> lines = new ArrayList<>(songsOfFile.get(i));
                lines.addAll(songsOfFile.get(i + 1));
                lines.addAll(chorus);
                lines.addAll(songsOfFile.get(i + 2));
                lines.addAll(chorus);
                songs.add(new SongText("Song " + i, null, String.join(joined ? " " : "\n", lines)));
            }
        }
        return songs;
    }

    private static List<List<String>> shortSongs(String file) {
        List<List<String>> songs = new ArrayList<>();
        for (Resources.Line line : Resources.lines(LexiconLyricsExtractor.class, file)) {
            if (line.text().startsWith("== ")) {
                songs.add(new ArrayList<>());
            } else {
                songs.getLast().add(line.text());
            }
        }
        return songs;
    }
}
