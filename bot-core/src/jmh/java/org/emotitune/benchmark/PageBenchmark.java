package org.emotitune.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.conversation.Answer;
import org.emotitune.conversation.Conversation;
import org.emotitune.emotion.Profile;
import org.emotitune.index.Generation;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wish;
import org.emotitune.song.SongId;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a message to a page of songs ({@link #answer}), and the parts that it is made of: which generation is searched,
 * the search itself (also without songs that have been heard already), and the songs that were found.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked // JMH fills the fields before anything reads them.
public class PageBenchmark {
    private static final int HEARD = 100;
    private static final Wish WISH = new Wish(5, Order.POPULARITY, Set.of());

    /** Synthetic songs beside the starter catalog. */
    @Param({"0", "100000"})
    public int songs;

    private Corpus corpus;
    private Conversation conversation;
    private CatalogStore catalog;
    private SongIndex index;
    private Generation generation;
    private List<float[]> queries;
    private List<List<SongId>> pages;
    private Set<SongId> heard;
    private int turn;

    @Setup(Level.Trial)
    public void open() {
        corpus = Corpus.open(songs);
        conversation = corpus.conversation();
        catalog = corpus.catalog();
        index = corpus.index();
        generation = index.active().orElseThrow();
        queries = new ArrayList<>();
        pages = new ArrayList<>();
        for (String message : Messages.TYPICAL) {
            profile(conversation.answer(message, WISH)).ifPresent(this::prepare);
        }
        heard = new HashSet<>();
        for (Neighbour each : index.nearest(generation, queries.getFirst(), HEARD, Set.of())) {
            heard.add(each.song());
        }
    }

    private static Optional<Profile> profile(Answer answer) {
        return answer instanceof Answer.Songs found ? found.reading().profile() : Optional.empty();
    }

    private void prepare(Profile feeling) {
        float[] query = corpus.space().queryVector(feeling);
        queries.add(query);
        pages.add(index.nearest(generation, query, WISH.limit(), Set.of()).stream()
                .map(Neighbour::song)
                .toList());
    }

    @TearDown(Level.Trial)
    public void close() {
        corpus.close();
    }

    private <T> T next(List<T> values) {
        turn++;
        return values.get(turn % values.size());
    }

    @Benchmark
    public Answer answer() {
        return conversation.answer(next(Messages.TYPICAL), WISH);
    }

    @Benchmark
    public Optional<Generation> generation() {
        return index.active();
    }

    @Benchmark
    public List<Neighbour> search() {
        return index.nearest(generation, next(queries), WISH.limit(), Set.of());
    }

    @Benchmark
    public List<Neighbour> searchBeyondHeard() {
        return index.nearest(generation, queries.getFirst(), WISH.limit(), heard);
    }

    @Benchmark
    public Map<SongId, ProfiledSong> songs() {
        return catalog.songs(next(pages));
    }
}
