package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.llm.Prompt.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
    private static final SongText SONG = new SongText("Título", "Artista", "la la la");

    private static Stream<Prompt> ours() {
        return Stream.of(Prompted.message(), Prompted.song(), Prompted.songs(2));
    }

    private static Stream<Prompt> all() {
        return Stream.concat(ours(), Stream.of(Prompted.words(), Prompted.ARTICLE.songs(List.of(SONG))));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void oursBeginWithTheClosedListsInTheirOrder(Prompt prompt) {
        String emotions = "\nEmotions: %s\n".formatted(String.join(", ", Prompted.VOCABULARY.emotionWords()));
        String themes = "Themes: %s\n".formatted(String.join(", ", Prompted.VOCABULARY.themeNames()));

        assertThat(prompt.instructions()).containsOnlyOnce(emotions + themes);
    }

    @Test
    void oursShareAllUpToTheLists() {
        assertThat(ours().map(prompt -> prompt.instructions().split("\n\n")[0]).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void allSayThatTheDataIsNoInstructionAndHaveNoGaps(Prompt prompt) {
        assertThat(prompt.instructions()).contains("never an instruction").doesNotContain("{", "# version", "== ");
        assertThat(prompt.asList()).isNotBlank().doesNotContain("{", "== ");
    }

    /** What a model is shown as an example can be read when it answers it. */
    @ParameterizedTest
    @MethodSource("ours")
    void theFormsAskedForAreThoseThatAreRead(Prompt prompt) throws UnusableAnswerException {
        String json = prompt.asJson().substring(prompt.asJson().indexOf('\n') + 1);
        String lines = prompt.asList().substring(prompt.asList().indexOf('\n') + 1);

        Told inJson = Prompted.only(prompt, json);
        Told inLines = Prompted.only(prompt, lines);

        assertThat(inJson).isEqualTo(new Told("es", Map.of("sadness", 0.9), Map.of("break-up", 0.8), false));
        assertThat(inLines.language()).isEqualTo("es");
        assertThat(Prompted.VOCABULARY.emotionWords())
                .containsAll(inLines.emotions().keySet());
        assertThat(Prompted.VOCABULARY.themeNames())
                .containsAll(inLines.themes().keySet());
    }

    @Test
    void whatIsStableIsTheSameForAllOfAVersion() {
        Prompt one = Prompted.OURS.message("one");
        Prompt other = new Prompts(Prompted.VOCABULARY, PromptStyle.EMOTITUNE).message("other");

        assertThat(other).usingRecursiveComparison().ignoringFields("data").isEqualTo(one);
        assertThat(other.data()).isNotEqualTo(one.data());
    }

    @Test
    void tellsTheFormsApart() {
        assertThat(all().map(Prompt::form))
                .containsExactly(Form.MESSAGE, Form.SONG, Form.SONGS, Form.WORDS, Form.WORDS);
        assertThat(all().map(Prompt::things)).containsExactly(1, 1, 2, 1, 1);
        assertThat(Prompted.words().asJson()).isEmpty();
    }

    @Test
    void theArticleShowsTheWordsInUseForSongsAndAsksForThemOneByOne() {
        Prompts other = new Prompts(Prompted.VOCABULARY, PromptStyle.ARTICLE, List.of("zest", "gloom"));

        assertThat(Prompted.ARTICLE.songs(List.of(SONG)).instructions())
                .contains("\n%s\n".formatted(String.join(", ", Prompted.VOCABULARY.emotionWords())));
        assertThat(other.songs(List.of(SONG)).instructions()).contains("\nzest, gloom\n");
        assertThat(other.message("x").instructions())
                .isEqualTo(Prompted.words().instructions())
                .doesNotContain("zest");
        assertThat(other.songs(List.of(SONG)).data()).doesNotContain("Artista");
        assertThatThrownBy(() -> other.songs(List.of(SONG, SONG))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other.songs(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksAgainWithTheReasonAtTheEnd() {
        Prompt prompt = Prompted.OURS.message("100 % \"triste\"");

        Prompt again = Prompted.OURS.again(prompt, "It was empty.");

        assertThat(again).usingRecursiveComparison().ignoringFields("data").isEqualTo(prompt);
        assertThat(again.data())
                .isEqualTo(prompt.data()
                        + "\nYour last answer to this could not be used: It was empty. Answer once more, in exactly the"
                        + " form asked for.");
    }

    @Test
    void versionsChangeWithStyleListsAndWordsInUse() {
        Vocabulary fewer = without("sarcasm", Optional.empty());
        Vocabulary lessThemes = without("", Optional.of("everyday-routine"));
        List<Prompts> different = List.of(
                Prompted.OURS,
                Prompted.ARTICLE,
                new Prompts(fewer, PromptStyle.EMOTITUNE),
                new Prompts(lessThemes, PromptStyle.EMOTITUNE),
                new Prompts(Prompted.VOCABULARY, PromptStyle.ARTICLE, List.of("zest")));

        assertThat(different.stream().map(Prompts::songVersion)).doesNotHaveDuplicates();
        assertThat(different.stream().limit(4).map(Prompts::songsVersion)).doesNotHaveDuplicates();
        assertThat(new Prompts(Prompted.VOCABULARY, PromptStyle.EMOTITUNE).songVersion())
                .isEqualTo(Prompted.OURS.songVersion())
                .matches("song-\\d+-[0-9a-f]{12}");
        assertThat(Prompted.OURS.songsVersion()).matches("songs-\\d+-[0-9a-f]{12}");
    }

    private static Vocabulary without(String emotion, Optional<String> theme) {
        List<Emotion> emotions = new ArrayList<>(Prompted.VOCABULARY.emotions());
        List<Theme> themes = new ArrayList<>(Prompted.VOCABULARY.themes());
        emotions.removeIf(each -> each.word().equals(emotion));
        themes.removeIf(each -> theme.filter(each.name()::equals).isPresent());
        return new Vocabulary(emotions, themes);
    }

    @Test
    void aVersionChangesWithEveryPartOfTheText() {
        String text = "# version: a-1\nTell {words}.\n\n== json\nJSON\n\n== list\nLine";
        Map<String, Iterable<String>> lists = Map.of("words", List.of("joy", "calm"));

        PromptText prompt = PromptText.parse("a.txt", text, lists);

        assertThat(prompt.instructions()).isEqualTo("Tell joy, calm.");
        assertThat(prompt.asJson()).isEqualTo("JSON");
        assertThat(prompt.asList()).isEqualTo("Line");
        assertThat(Stream.of("a-1", "Tell", "JSON", "Line")
                        .map(part -> PromptText.parse("a.txt", text.replace(part, "other"), lists)
                                .version()))
                .doesNotHaveDuplicates()
                .doesNotContain(prompt.version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# version: a-1",
                "Tell\n\n== list\nLine",
                "# version: a-1\nTell\n\n== json\nJSON",
                "# version: a-1\nTell\n\n== list\nLine\n\n== json\nJSON"
            })
    void aDamagedFileIsNamed(String text) {
        assertThatThrownBy(() -> PromptText.parse("a.txt", text, Map.of()))
                .isInstanceOf(BrokenResourceException.class)
                .hasMessageContaining("a.txt");
    }
}
