package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.embedded.LabelledLyrics;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.Outcome;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Profile;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.RecordedAnswer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Songs through all of the program that a language model's answer goes through, over real HTTP. */
class RecordedSongsTest {
    private static final long JOB = 7;

    private static final Map<String, SongText> SONGS = Stream.of("dev-en", "dev-es", "blind-en", "blind-es", "one-line")
            .flatMap(name -> LabelledLyrics.load("lyrics-%s.txt".formatted(name)).stream())
            .map(LabelledLyrics::song)
            .collect(Collectors.toMap(SongText::title, Function.identity()));

    @ParameterizedTest
    @EnumSource
    void areReadAsTheModelHearsThem(Form form) throws Exception {
        List<RecordedAnswer> recorded = of(form);

        try (PlayedModel model = new PlayedModel(form, recorded)) {
            Map<String, Heard> heard = read(model.songs(16, 1), texts(recorded), 16);

            assertThat(recorded).isNotEmpty().allSatisfy(each -> {
                Heard song = Objects.requireNonNull(heard.get(each.about()));
                Profile profile = profile(song);
                assertThat(song.source()).isEqualTo(PlayedModel.MODEL);
                assertThat(song.weaker()).isNull();
                assertThat(PlayedModel.emotions(profile))
                        .isEqualTo(each.expected().emotions());
                assertThat(PlayedModel.themes(profile))
                        .isEqualTo(each.expected().themes());
                if (form != Form.ARTICLE) {
                    assertThat(song.language()).isEqualTo(each.expected().language());
                }
            });
            assertThat(model.answers.played())
                    .containsExactlyInAnyOrderElementsOf(
                            recorded.stream().map(each -> List.of(each.about())).toList());
            assertThat(model.ledger.unsettled()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "1, 16, 3", "1, 16, 4", "4, 1, 3", "4, 16, 3", "4, 16, 4", "5, 16, 3"})
    void areTheSameInAnyCompanyAndOrder(int perRequest, int concurrency, int seed) throws Exception {
        List<RecordedAnswer> recorded = of(Form.JSON);
        List<SongText> shuffled = new ArrayList<>(texts(recorded));
        Collections.shuffle(shuffled, new Random(seed));

        try (PlayedModel model = new PlayedModel(Form.JSON, recorded);
                PlayedModel other = new PlayedModel(Form.JSON, recorded)) {
            Map<String, Heard> oneByOne = read(model.songs(1, 1), texts(recorded), 1);
            Map<String, Heard> heard = read(other.songs(concurrency, perRequest), shuffled, concurrency);

            assertThat(heard).isEqualTo(oneByOne).hasSameSizeAs(recorded);
            assertThat(other.answers.played()).hasSize(Math.ceilDiv(recorded.size(), perRequest));
            assertThat(other.mostAtOnce()).isLessThanOrEqualTo(concurrency);
        }
    }

    @Test
    void areNeverPaidForAgain() throws Exception {
        List<RecordedAnswer> recorded = of(Form.JSON);

        try (PlayedModel model = new PlayedModel(Form.JSON, recorded)) {
            Map<String, Heard> first = read(model.songs(16, 4), texts(recorded), 16);
            int calls = model.answers.played().size();
            Map<String, Heard> again = read(model.songs(16, 4), texts(recorded), 16);

            assertThat(again).isEqualTo(first);
            assertThat(model.answers.played()).hasSize(calls);
            assertThat(model.readings.size()).isEqualTo(recorded.size());
            assertThat(model.ledger.job(JOB).calls()).isEqualTo(calls);
            assertThat(model.ledger.times(Purpose.SONG, Event.KNOWN)).isEqualTo(recorded.size());
        }
    }

    private static List<RecordedAnswer> of(Form form) {
        return RecordedAnswer.songs().stream()
                .filter(each -> each.form() == form)
                .toList();
    }

    private static List<SongText> texts(List<RecordedAnswer> recorded) {
        return recorded.stream()
                .map(each -> Objects.requireNonNull(SONGS.get(each.about()), each::about))
                .toList();
    }

    private static Profile profile(Heard heard) {
        return PlayedModel.WORDS
                .controlled(heard.emotions(), heard.themes())
                .profile()
                .orElseThrow();
    }

    /** What was heard, by title; all groups of songs are begun as fast as they can be. */
    private static Map<String, Heard> read(LyricsExtractor reader, List<SongText> songs, int threads) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Map<String, Heard>>> groups = new ArrayList<>();
            for (int from = 0; from < songs.size(); from += reader.atOnce()) {
                List<SongText> group = songs.subList(from, Math.min(songs.size(), from + reader.atOnce()));
                groups.add(workers.submit(() -> heard(group, reader.read(group, JOB))));
            }
            Map<String, Heard> heard = new HashMap<>();
            for (Future<Map<String, Heard>> group : groups) {
                heard.putAll(group.get());
            }
            return heard;
        }
    }

    private static Map<String, Heard> heard(List<SongText> songs, List<Outcome> outcomes) {
        assertThat(outcomes)
                .hasSameSizeAs(songs)
                .allSatisfy(each -> assertThat(each).isInstanceOf(Heard.class));
        return IntStream.range(0, songs.size())
                .boxed()
                .collect(Collectors.toMap(i -> songs.get(i).title(), i -> (Heard) outcomes.get(i)));
    }
}
