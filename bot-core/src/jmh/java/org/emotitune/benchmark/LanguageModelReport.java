package org.emotitune.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.emotitune.EmotiTune;
import org.emotitune.Workshop;
import org.emotitune.benchmark.Latencies.Took;
import org.emotitune.config.Settings;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.intake.ImportListener;
import org.emotitune.intake.Importer;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.OpenAiTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Prints how messages are answered while a language model answers, is dead, hangs, or answers garbage, and how long a
 * reindex of 500 songs takes with answers of 200 ms. The whole program and its database; a local server for the model.
 */
final class LanguageModelReport {
    private static final int MESSAGES = 200;
    private static final int SONGS = 500;
    private static final int CONCURRENCY = 16;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final String HEARD = """
            {"language":"en","emotions":[{"word":"sadness","weight":0.9},{"word":"longing","weight":0.6},\
            {"word":"loneliness","weight":0.5},{"word":"hope","weight":0.3}],"themes":[{"name":"break-up","weight":0.8}],\
            "danger":false}""";
    private static final OpenAiTrouble GARBAGE = new OpenAiTrouble.Changes((asked, body) -> body.withArray("choices")
            .path(0)
            .withObject("message")
            .put("content", "Sure! Here is a poem about the sea, and a link: https://example.org"));

    private static final ImportListener LISTENER = new ImportListener() {
        @Override
        public void refused(long row, String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void noted(long row, String note) {}

        @Override
        public void read(long rows) {}
    };

    private final Path home;

    private LanguageModelReport(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("benchmarks.home", "target/benchmarks"), "model-" + System.nanoTime())
                .toAbsolutePath();
        LanguageModelReport report = new LanguageModelReport(home);
        System.out.printf("%d messages one after another, 4 s each at most%n%s%n", MESSAGES, Latencies.HEAD);
        report.messages("answers in 200 ms", null);
        report.messages("dead", OpenAiTrouble.DROPS);
        report.nobodyThere();
        report.messages("hangs", OpenAiTrouble.HANGS);
        report.messages("answers garbage", GARBAGE);
        report.songs();
    }

    private Settings settings(URI base) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "EMOTITUNE_HOME", home.toString(),
                "OPENAI_BASE_URL", base.toString(),
                "OPENAI_CHAT_MODEL", "local",
                "LLM_CONCURRENCY", Integer.toString(CONCURRENCY),
                "LRCLIB_URL", "off",
                "DEEZER_URL", "off"));
        return Settings.of(environment);
    }

    private void messages(String name, @Nullable OpenAiTrouble trouble) {
        try (LocalOpenAi server = new LocalOpenAi()) {
            server.taking(LATENCY);
            server.answering(asked -> HEARD);
            if (trouble != null) {
                server.always(trouble);
            }
            talk(name, server.base());
            System.out.printf("  %d calls%n", server.asked().size());
        }
    }

    /** Nothing listens where the server should be. */
    private void nobodyThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        talk("nobody listens", URI.create("http://127.0.0.1:%d/v1".formatted(port)));
    }

    private void talk(String name, URI base) {
        Latencies latencies = new Latencies();
        Map<String, Integer> modes = new TreeMap<>();
        try (EmotiTune program = EmotiTune.start(settings(base), System.getenv(), Clock.systemUTC(), step -> {})) {
            long begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                String text = Messages.TYPICAL.get(i % Messages.TYPICAL.size()) + " " + i;
                long start = System.nanoTime();
                Reply reply = program.conversation()
                        .answer(new IncomingMessage(
                                new Sender(null, Language.ENGLISH, null), new Text(text, Options.NONE)));
                latencies.add(new Took(System.nanoTime() - start, false, reply instanceof Reply.Apology));
                modes.merge(mode(reply), 1, Integer::sum);
            }
            System.out.println(latencies.row(name, (System.nanoTime() - begin) / 1e9, took -> true));
            System.out.printf("  %s; %d apologies%n", modes, latencies.apologies());
        }
    }

    private static String mode(Reply reply) {
        return switch (reply) {
            case Reply.Songs songs -> mode(songs.opening().reading());
            case Reply.NothingClose none -> mode(none.opening().reading());
            case Reply.Question question -> mode(question.reading());
            default -> reply.outcome();
        };
    }

    private static String mode(@Nullable Reading reading) {
        return Optional.ofNullable(reading).map(read -> read.mode().name()).orElse("none");
    }

    private void songs() throws IOException {
        try (LocalOpenAi server = new LocalOpenAi()) {
            AtomicLong first = new AtomicLong(Long.MAX_VALUE);
            AtomicLong last = new AtomicLong();
            server.taking(LATENCY);
            server.answering(asked -> {
                first.accumulateAndGet(System.nanoTime() - LATENCY.toNanos(), Math::min);
                last.accumulateAndGet(System.nanoTime(), Math::max);
                return HEARD;
            });
            JobReport ended = reindex(server.base());
            double took = (last.get() - first.get()) / 1e9;
            double ideal = Math.ceilDiv(SONGS, CONCURRENCY) * LATENCY.toMillis() / 1e3;
            System.out.printf(
                    "%d songs, %d at once, %d ms each: %.2f s from the first request to the last answer; ideal %.2f s, ratio"
                            + " %.3f; %d calls, at most %d at once%n  %s%n",
                    SONGS, CONCURRENCY, LATENCY.toMillis(), took, ideal, took / ideal, server.asked().size(),
                    server.mostAtOnce(), ended.message());
        }
    }

    private JobReport reindex(URI base) throws IOException {
        Path file = Files.createDirectories(home).resolve("songs.jsonl");
        write(file);
        try (Workshop workshop = Workshop.open(
                settings(base), System.getenv(), Clock.systemUTC(), step -> {}, LanguageModelReport::ignore)) {
            workshop.importer()
                    .run(workshop.source(file.toString()), new Importer.Options(false, false), LISTENER, () -> false);
            workshop.work();
            Caller here = Caller.atTheTerminal();
            Started started = workshop.admin().start(here, false);
            long job = ((Started.Begun) started).job().id();
            while (true) {
                JobReport report = workshop.admin().job(here, job).orElseThrow();
                if (report.state().isOver()) {
                    return report;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static void ignore(String told) {
        // A local server asks for no wait.
    }

    private static void write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>();
        for (int song = 0; song < SONGS; song++) {
            StringBuilder lyrics = new StringBuilder();
            for (int line = 0; line < 40; line++) {
                lyrics.append("I walk line %d of song %d in the rain tonight\\n".formatted(random.nextInt(1000), song));
            }
            lines.add("{\"name\":\"Song %d\",\"artist\":\"Nobody\",\"lyrics\":\"%s\"}".formatted(song, lyrics));
        }
        Files.write(file, lines);
    }
}
