package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongFacts;
import org.emotitune.telegram.testing.Formatted;
import org.emotitune.telegram.testing.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Whatever songs are called, messages stay valid, whole and as long as Telegram takes them. */
class NastySongsTest {
    private static final List<String> PIECES = List.of(
            "<b>",
            "</b>",
            "</a>",
            "<a href=\"x\">",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt",
            "&#60;",
            "\"",
            "'",
            "\"><script>",
            "שלום",
            "مرحبا",
            "\u202E",
            "\u2066",
            "\u2069",
            "\u200F",
            "👩‍👩‍👧‍👦",
            "🌙",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\n",
            "\t",
            "\u2028",
            "e\u0301",
            "日本語",
            "will.i.am",
            "#that",
            "@you",
            "/help",
            "{0}",
            "%s",
            "word",
            " ",
            "x");
    private static final int MOST_ENTITIES = 100;

    private final TelegramReplies replies = new TelegramReplies("tune_bot");
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void messagesAreValid(int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Language language = i % 2 == 0 ? Language.ENGLISH : Language.SPANISH;
            int count = 1 + random.nextInt(50);
            List<SongLine> songs = IntStream.rangeClosed(1, count)
                    .mapToObj(n -> Samples.song(n, nasty(random), language))
                    .toList();
            Opening opening = new Opening(null, List.of(name(random, 60)), List.of(), name(random, 60));
            Reply page = new Reply.Songs(language, opening, songs, List.of(new Button(name(random, 9), "more")));

            List<PartialBotApiMethod<?>> messages = replies.messages(page, Chat.of(7), null);

            String whole = messages.stream()
                    .map(message -> checked((SendMessage) message).text())
                    .collect(Collectors.joining("\n\n", "\n\n", "\n\n"));
            assertThat(IntStream.rangeClosed(1, count)).allMatch(n -> whole.contains("\n\n" + n + ". "));
            checkInline(page);
        }
    }

    @Test
    void aUsualPageFitsOneMessageWhateverIsInIt() {
        String longest = "wörd<&> ".repeat(60);
        List<SongLine> songs = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> Samples.song(
                        n, new SongFacts(Samples.TRACK, longest, longest, 1999, null, null, 100), Language.SPANISH))
                .map(song -> new SongLine(
                        song.song(), song.mood(), "paso 10 de 10 · ánimo -100 · energía +100", longest, song.buttons()))
                .toList();
        Opening opening = new Opening(null, List.of(longest, longest), List.of(longest, longest, longest), longest);

        var messages = replies.messages(new Reply.Songs(Language.SPANISH, opening, songs, List.of()), Chat.of(7), null);

        assertThat(messages).hasSize(1);
        assertThat(checked((SendMessage) messages.getFirst()).text()).hasSizeGreaterThan(3_000);
    }

    @Test
    void ofMarkupInATitleEverythingIsShown() {
        SongLine song =
                Samples.song(1, Samples.facts(Samples.TRACK, "<i>\"R&B\"</i> &amp; 'us'", "A<b>"), Language.ENGLISH);

        Formatted shown =
                checked((SendMessage) replies.messages(Samples.page(Language.ENGLISH, List.of(song)), Chat.of(7), null)
                        .getFirst());

        assertThat(shown.text()).contains("1. <i>\"R&B\"</i> &amp; 'us' — A<b> (2018)");
    }

    private static SongFacts nasty(Random random) {
        return Samples.facts(
                random.nextBoolean() ? Samples.TRACK : null,
                name(random, 80),
                random.nextInt(5) == 0 ? null : name(random, 80));
    }

    /** Never blank, as the catalog promises. */
    private static String name(Random random, int pieces) {
        String name = IntStream.rangeClosed(0, random.nextInt(pieces))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
        return name.isBlank() ? "\u202E" : name;
    }

    private Formatted checked(SendMessage message) {
        checkJson(message);
        Formatted shown = HtmlText.parse(message.getText());
        assertThat(shown.text()).hasSizeBetween(1, Html.LONGEST);
        assertThat(shown.entities().size()).isLessThanOrEqualTo(MOST_ENTITIES);
        shown.entities()
                .forEach(entity -> assertThat(entity.path("type").asText()).isIn("bold", "italic", "text_link"));
        if (message.getReplyMarkup() instanceof InlineKeyboardMarkup keyboard) {
            assertThat(keyboard.getKeyboard()).allSatisfy(row -> assertThat(row).hasSizeBetween(1, 8));
            assertThat(keyboard.getKeyboard().stream().flatMap(List::stream))
                    .hasSizeLessThanOrEqualTo(100)
                    .allSatisfy(button -> assertThat(button.getText()).isNotBlank());
        }
        return shown;
    }

    /** A lone surrogate cannot be sent. */
    private void checkJson(Object method) {
        try {
            assertThat(json.writeValueAsString(method)
                            .codePoints()
                            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                    .as("no lone surrogates")
                    .isTrue();
        } catch (JsonProcessingException e) {
            throw new AssertionError("cannot be sent", e);
        }
    }

    private void checkInline(Reply page) {
        var answer = new InlineResults().of(page, "q");
        checkJson(answer);
        assertThat(answer.getResults()).hasSizeBetween(1, 10);
    }
}
