package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.embedded.EmotionWords;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that try to make the model do something else stay data, and a model that falls for them is not heard. */
class InjectionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BgeWordEmbeddings EMBEDDINGS = new BgeWordEmbeddings();
    private static final MatchedVocabulary WORDS = new MatchedVocabulary(
            Prompted.VOCABULARY, EmotionWords.matcher(Prompted.VOCABULARY, EMBEDDINGS, EMBEDDINGS));

    @Test
    void enoughIsTried() {
        assertThat(Injections.messages()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
        assertThat(Injections.songs()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.llm.Injections#messages")
    void aMessageStaysData(Injections.Message each) throws JsonProcessingException {
        for (Prompts prompts : List.of(Prompted.OURS, Prompted.ARTICLE)) {
            Prompt prompt = prompts.message(each.text());

            JsonNode data = JSON.readTree(prompt.data());
            assertThat(data.properties()).hasSize(1);
            assertThat(data.path("message").textValue()).isEqualTo(each.text());
            assertIsFenced(prompt, prompts.message("x"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.llm.Injections#songs")
    void aSongStaysData(Injections.Song each) throws JsonProcessingException {
        SongText song = each.song();
        SongText plain = new SongText("x", null, "x");
        Prompt alone = Prompted.OURS.songs(List.of(song));
        Prompt article = Prompted.ARTICLE.songs(List.of(song));
        Prompt among = Prompted.OURS.songs(List.of(plain, song, plain));

        assertShows(JSON.readTree(alone.data()), song);
        assertShows(JSON.readTree(article.data()), new SongText(song.title(), null, song.lyrics()));
        assertThat(JSON.readTree(among.data()).path("songs")).hasSize(3);
        assertShows(JSON.readTree(among.data()).path("songs").path(1), song);
        assertIsFenced(alone, Prompted.OURS.songs(List.of(plain)));
        assertIsFenced(article, Prompted.ARTICLE.songs(List.of(plain)));
        assertIsFenced(among, Prompted.OURS.songs(List.of(plain, plain)));
    }

    private static void assertShows(JsonNode data, SongText song) {
        assertThat(data.path("title").textValue()).isEqualTo(whole(song.title()));
        assertThat(data.path("artist").textValue()).isEqualTo(song.artist());
        assertThat(data.path("lyrics").textValue()).isEqualTo(whole(song.lyrics()));
    }

    /** Half a letter cannot be sent, and is not. */
    private static String whole(String text) {
        return text.replace('\ud800', '\ufffd');
    }

    private static void assertIsFenced(Prompt prompt, Prompt harmless) {
        assertThat(prompt.data())
                .doesNotContain("\n", "<|", "</", "<s", "<<", "[INST", "[/INST", "<start", "<end")
                .doesNotMatch("(?s).*\\p{Cs}.*");
        assertThat(prompt.instructions()).isEqualTo(harmless.instructions());
        assertThat(prompt.asJson()).isEqualTo(harmless.asJson());
        assertThat(prompt.asList()).isEqualTo(harmless.asList());
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.llm.Injections#messages")
    void aModelThatFallsForAMessageIsNotHeard(Injections.Message each) {
        assertOnlyWordsOf(Prompted.OURS.message(each.text()), each.fallen());
        assertOnlyWordsOf(Prompted.ARTICLE.message(each.text()), each.fallen());
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.llm.Injections#songs")
    void aModelThatFallsForASongIsNotHeard(Injections.Song each) {
        assertOnlyWordsOf(Prompted.OURS.songs(List.of(each.song())), each.fallen());
        assertOnlyWordsOf(Prompted.OURS.songs(List.of(each.song(), each.song())), each.fallen());
        assertOnlyWordsOf(Prompted.ARTICLE.songs(List.of(each.song())), each.fallen());
    }

    private static void assertOnlyWordsOf(Prompt prompt, String fallen) {
        for (Told told : told(prompt, fallen)) {
            ToldWords.assertAre(told);
            Controlled controlled = WORDS.controlled(told.emotions(), told.themes());
            controlled.profile().ifPresent(Prompted.VOCABULARY::checked);
        }
    }

    @Test
    void allThatIsHeardIsWhatTheAnswersNameBesideTheRest() {
        Set<String> heard = new TreeSet<>();
        Stream.concat(
                        Injections.messages().stream().map(Injections.Message::fallen),
                        Injections.songs().stream().map(Injections.Song::fallen))
                .flatMap(fallen -> told(Prompted.message(), fallen).stream())
                .flatMap(told -> WORDS.controlled(told.emotions(), told.themes()).profile().stream())
                .map(Profile::emotions)
                .forEach(words -> words.stream().map(WeightedWord::word).forEach(heard::add));

        assertThat(heard)
                .containsExactly(
                        "curiosity",
                        "euphoria",
                        "excitement",
                        "joy",
                        "longing",
                        "love",
                        "mischief",
                        "peace",
                        "sadness");
    }

    private static List<Told> told(Prompt prompt, String answer) {
        List<Told> told = new ArrayList<>();
        try {
            Prompted.all(prompt, answer).stream().flatMap(Optional::stream).forEach(told::add);
        } catch (UnusableAnswerException e) {
            assertThat(e).hasMessageMatching("[A-Z][A-Za-z0-9 ,]+\\.");
        }
        return told;
    }
}
