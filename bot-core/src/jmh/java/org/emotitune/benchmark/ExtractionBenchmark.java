package org.emotitune.benchmark;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.emotitune.embedded.Lexicon;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.safety.SafetyGate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What hearing one message costs: forty typical ones in turn, and the longest that is read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExtractionBenchmark {
    private final Vocabulary vocabulary = VocabularyFiles.load();
    private final Lexicon lexicon = new LexiconFiles(vocabulary).load();
    private final LexiconExtractor extractor = new LexiconExtractor(vocabulary, lexicon);
    private final SafetyGate safety = SafetyGate.load(lexicon.chatSpelling().tokenizer(null));
    private final String longest = Messages.longest();
    private int turn;

    private String next() {
        turn = (turn + 1) % Messages.TYPICAL.size();
        return Messages.TYPICAL.get(turn);
    }

    @Benchmark
    public Reading read() {
        return extractor.read(next(), Language.ENGLISH);
    }

    @Benchmark
    public Reading readLongest() {
        return extractor.read(longest, Language.ENGLISH);
    }

    @Benchmark
    public Optional<Language> danger() {
        return safety.danger(next());
    }

    @Benchmark
    public Optional<Language> dangerLongest() {
        return safety.danger(longest);
    }
}
