package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.llm.Samples.Sample;
import org.junit.jupiter.api.Test;

/**
 * What our prompts cost beside the article's, on the same songs and messages, in tokens of GPT-4o. The article's are asked
 * with all words of the vocabulary in use, as towards the end of a catalog. Prints the figures.
 */
class PromptTokensTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 4;
    private static final OpenAiTokenCountEstimator COUNT = new OpenAiTokenCountEstimator("gpt-4o");
    private static final List<Sample> SONGS = Samples.songs();
    private static final List<Sample> MESSAGES = Samples.messages();

    /**
     * Tokens of a song or message, on average.
     *
     * @param stable of instructions and form, shared by those that are asked about at once
     */
    private record Mean(double stable, double data, double answer) {
        double all() {
            return stable + data + answer;
        }

        String beside(Mean article) {
            return "%4.0f stable + %4.0f data -> %3.0f answer; of the article's: input %.2f, answer %.2f, all %.2f"
                    .formatted(
                            stable,
                            data,
                            answer,
                            (stable + data) / (article.stable + article.data),
                            answer / article.answer,
                            all() / article.all());
        }
    }

    @Test
    void songs() {
        Mean article = mean(SONGS, 1, true, each -> songs(Prompted.ARTICLE, each), PromptTokensTest::words);
        Mean alone = mean(SONGS, 1, false, each -> songs(Prompted.OURS, each), each -> inJson(each.getFirst(), false));
        Mean lines = mean(
                SONGS,
                1,
                true,
                each -> songs(Prompted.OURS, each),
                each -> each.getFirst().inLines(false));
        Mean four = mean(SONGS, AT_ONCE, false, each -> songs(Prompted.OURS, each), PromptTokensTest::numbered);

        Mean fourInLines =
                mean(SONGS, AT_ONCE, true, each -> songs(Prompted.OURS, each), PromptTokensTest::numberedLines);

        print("song, article", article, article);
        print("song, ours", alone, article);
        print("song, ours in lines", lines, article);
        print("song, ours by four", four, article);
        print("by four, in lines", fourInLines, article);
        assertThat(SONGS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(four.stable()).isLessThan(alone.stable() / 3);
        assertThat(four.all()).isLessThan(article.all());
        assertThat(four.data()).isBetween(alone.data(), alone.data() + 10);
        assertThat(lines.answer()).isLessThan(alone.answer() / 2);
    }

    @Test
    void messages() {
        Mean article = mean(MESSAGES, 1, true, each -> message(Prompted.ARTICLE, each), PromptTokensTest::words);
        Mean ours =
                mean(MESSAGES, 1, false, each -> message(Prompted.OURS, each), each -> inJson(each.getFirst(), true));
        Mean lines = mean(
                MESSAGES,
                1,
                true,
                each -> message(Prompted.OURS, each),
                each -> each.getFirst().inLines(true));

        print("message, article", article, article);
        print("message, ours", ours, article);
        print("message, ours in lines", lines, article);
        assertThat(MESSAGES).hasSizeGreaterThanOrEqualTo(100);
        assertThat(ours.data()).isEqualTo(article.data());
        assertThat(ours.stable()).isLessThan(1_000);
    }

    @Test
    void theLongestAnswerIsNotCut() throws JsonProcessingException {
        Sample longest = new Sample(
                SONGS.getFirst().song(),
                longest(Prompted.VOCABULARY.emotionWords(), 8),
                longest(Prompted.VOCABULARY.themeNames(), 4));
        JsonNode answer = JSON.readTree(longest.inJson(true));

        int indented = count(answer.toPrettyString());
        int words = count(longest.words());

        System.out.printf("longest answers: %d indented, %d words%n", indented, words);
        assertThat(Prompted.message().mostTokens()).isBetween(indented, 2 * indented);
        assertThat(Prompted.song().mostTokens()).isBetween(indented, 2 * indented);
        assertThat(Prompted.songs(AT_ONCE).mostTokens()).isBetween(AT_ONCE * indented, 2 * AT_ONCE * indented);
        assertThat(Prompted.words().mostTokens()).isBetween(2 * words, 5 * words);
    }

    private static List<String> longest(List<String> words, int count) {
        return words.stream()
                .sorted(Comparator.comparingInt(PromptTokensTest::count).reversed())
                .limit(count)
                .toList();
    }

    private static Prompt songs(Prompts prompts, List<Sample> samples) {
        return prompts.songs(samples.stream().map(Sample::song).toList());
    }

    private static Prompt message(Prompts prompts, List<Sample> samples) {
        return prompts.message(samples.getFirst().song().lyrics());
    }

    private static String words(List<Sample> samples) {
        return samples.getFirst().words();
    }

    private static String inJson(Sample sample, boolean message) {
        return sample.inJson(message);
    }

    private static String numbered(List<Sample> samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> "{\"n\":%d,%s"
                        .formatted(i + 1, samples.get(i).inJson(false).substring(1)))
                .collect(Collectors.joining(",", "{\"songs\":[", "]}"));
    }

    private static String numberedLines(List<Sample> samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> "song: %d\n%s".formatted(i + 1, samples.get(i).inLines(false)))
                .collect(Collectors.joining("\n"));
    }

    private static Mean mean(
            List<Sample> samples,
            int atOnce,
            boolean list,
            Function<List<Sample>, Prompt> prompt,
            Function<List<Sample>, String> answer) {
        double stable = 0;
        double data = 0;
        double answers = 0;
        for (int i = 0; i + atOnce <= samples.size(); i += atOnce) {
            List<Sample> some = samples.subList(i, i + atOnce);
            Prompt asked = prompt.apply(some);
            stable += count(asked.instructions() + "\n\n" + (list ? asked.asList() : asked.asJson()));
            data += count(asked.data());
            answers += count(answer.apply(some));
        }
        int asked = samples.size() / atOnce * atOnce;
        return new Mean(stable / asked, data / asked, answers / asked);
    }

    private static int count(String text) {
        return COUNT.estimateTokenCountInText(text);
    }

    private static void print(String what, Mean mean, Mean article) {
        System.out.printf("%-24s%s%n", what, mean.beside(article));
    }
}
