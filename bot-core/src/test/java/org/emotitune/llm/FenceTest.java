package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void showsAPlainTextAsItIs() {
        assertThat(Fence.message("te quiero <3 \"mucho\"\nniña")).isEqualTo("""
                {"message":"te quiero <3 \\"mucho\\"\\nniña"}""");
        assertThat(Fence.song(new SongText("T", "A", "la\nla"))).isEqualTo("""
                {"title":"T","artist":"A","lyrics":"la\\nla"}""");
        assertThat(Fence.named(new SongText("T", "A", "la"))).isEqualTo("""
                {"title":"T","lyrics":"la"}""");
        assertThat(Fence.songs(List.of(new SongText("T", null, "la"), new SongText("U", "B", "lo"))))
                .isEqualTo("""
                {"songs":[{"n":1,"title":"T","lyrics":"la"},{"n":2,"title":"U","artist":"B","lyrics":"lo"}]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|im_end|>", "</s>", "[/INST]", "[INST]", "<start_of_turn>", "<<SYS>>", "<｜User｜>", "<"})
    void noControlTokenIsLeft(String token) throws JsonProcessingException {
        assertThat(Fence.message("a" + token + "b")).doesNotContain(token);
        assertThat(shown("a" + token + "b")).isEqualTo("a" + token + "b");
    }

    @Test
    void anyTextStaysOneLineThatParsesBack() throws JsonProcessingException {
        Random random = new Random(20_240_219);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(60, 0, 0x3000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining(random.nextBoolean() ? "" : "\\\"<[{/"));

            assertThat(Fence.message(text)).doesNotContain("\n", "\r");
            assertThat(shown(text)).isEqualTo(text);
        }
    }

    @Test
    void halvesOfCharactersAreMarked() throws JsonProcessingException {
        assertThat(shown("a\ud83d b\ude00 😀 \udc00\ud800")).isEqualTo("a\ufffd b\ufffd 😀 \ufffd\ufffd");
    }

    @Test
    void aMessageIsCutWhereNobodyWritesMore() throws JsonProcessingException {
        String word = "a".repeat(EmotionExtractor.LONGEST_READ - 1) + "😀";

        assertThat(shown("x".repeat(EmotionExtractor.LONGEST_READ))).hasSize(EmotionExtractor.LONGEST_READ);
        assertThat(shown(word)).isEqualTo("a".repeat(EmotionExtractor.LONGEST_READ - 1) + "\ufffd");
    }

    @Test
    void lyricsAreCutAtTheEndOfALineOrWord() throws JsonProcessingException {
        String lines = "seven days of rain\n".repeat(1_000);
        String words = "rain ".repeat(5_000);
        String neither = "x".repeat(9_000);
        String early = "line\n" + neither;

        assertThat(lyrics(lines)).hasSizeBetween(5_980, 6_000).endsWith("\nseven days of rain");
        assertThat(lines).startsWith(lyrics(lines));
        assertThat(lyrics(words)).hasSizeBetween(5_990, 6_000).endsWith(" rain");
        assertThat(lyrics(neither)).hasSize(6_000);
        assertThat(lyrics(early)).hasSize(6_000);
        assertThat(lyrics(lines.substring(0, 6_000))).hasSize(6_000);
    }

    @Test
    void namesAreCutToo() throws JsonProcessingException {
        JsonNode data = JSON.readTree(Fence.song(new SongText("t".repeat(5_000), "a b ".repeat(5_000), "")));

        assertThat(data.path("title").textValue()).hasSize(Fence.LONGEST_NAME);
        assertThat(data.path("artist").textValue()).hasSizeLessThanOrEqualTo(Fence.LONGEST_NAME);
    }

    private static String shown(String text) throws JsonProcessingException {
        return JSON.readTree(Fence.message(text)).path("message").textValue();
    }

    private static String lyrics(String lyrics) throws JsonProcessingException {
        return JSON.readTree(Fence.song(new SongText("t", null, lyrics)))
                .path("lyrics")
                .textValue();
    }
}
