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
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.index.Generation;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.recommend.Request;
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
    /** Somebody of whom nothing is remembered. */
    private static final Sender SENDER = new Sender(null, Language.ENGLISH, null);

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
    private SongFilter unheard;
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
            profile(conversation.answer(incoming(message))).ifPresent(this::prepare);
        }
        Set<SongId> heard = new HashSet<>();
        for (Neighbour each : index.nearest(generation, queries.getFirst(), HEARD, SongFilter.NONE)) {
            heard.add(each.song());
        }
        unheard = new SongFilter(heard, null, null, false);
    }

    private static IncomingMessage incoming(String text) {
        return new IncomingMessage(SENDER, new Text(text, Options.NONE));
    }

    private static Optional<Profile> profile(Reply reply) {
        return reply instanceof Reply.Songs page
                ? Optional.ofNullable(page.opening().reading()).flatMap(Reading::profile)
                : Optional.empty();
    }

    private void prepare(Profile feeling) {
        float[] query = corpus.space().queryVector(feeling);
        queries.add(query);
        pages.add(index.nearest(generation, query, Request.USUAL_SONGS, SongFilter.NONE).stream()
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
    public Reply answer() {
        return conversation.answer(incoming(next(Messages.TYPICAL)));
    }

    @Benchmark
    public Optional<Generation> generation() {
        return index.active();
    }

    @Benchmark
    public List<Neighbour> search() {
        return index.nearest(generation, next(queries), Request.USUAL_SONGS, SongFilter.NONE);
    }

    @Benchmark
    public List<Neighbour> searchBeyondHeard() {
        return index.nearest(generation, queries.getFirst(), Request.USUAL_SONGS, unheard);
    }

    @Benchmark
    public Map<SongId, ProfiledSong> songs() {
        return catalog.songs(next(pages));
    }
}
