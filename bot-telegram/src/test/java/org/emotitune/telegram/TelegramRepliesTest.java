package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.song.SongFacts;
import org.emotitune.telegram.testing.HtmlText;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** New messages. */
class TelegramRepliesTest {
    private static final Chat ANA = Chat.of(7);

    private final TelegramReplies replies = new TelegramReplies("tune_bot");

    @Test
    void aPageHasItsSongsInOneMessage() {
        SendMessage page = only(Samples.page(ENGLISH));

        assertThat(HtmlText.parse(page.getText()).text())
                .startsWith("I hear: joy\nIt is about: work\n(read by the built-in word list")
                .contains("\n\n1. Title 1 — Artist 1 (2018)\n▰▰▰▰▱ 86 · in common: joy\n\n2. Title 2 —")
                .endsWith("5. Title 5 — Artist 5 (2018)\n▰▰▰▰▱ 86 · in common: joy\n\n≈ 1 = more songs like number 1");
        assertThat(page.getText())
                .contains("1. <a href=\"%s\"><b>Title 1</b></a> — Artist 1".formatted(Samples.TRACK_LINK));
    }

    @Test
    void songsHaveARowOfEachSignAndThePageItsOwn() {
        assertThat(labels(only(Samples.page(ENGLISH))))
                .containsExactly(
                        List.of("👍 1", "👍 2", "👍 3", "👍 4", "👍 5"),
                        List.of("👎 1", "👎 2", "👎 3", "👎 4", "👎 5"),
                        List.of("≈ 1", "≈ 2", "≈ 3", "≈ 4", "≈ 5"),
                        List.of("More", "Lift me", "Calm me"),
                        List.of("Not quite: I feel…"));
    }

    @Test
    void actionsOfButtonsAreUnchanged() {
        assertThat(buttons(only(Samples.page(SPANISH))).map(InlineKeyboardButton::getCallbackData))
                .startsWith("up1", "up2")
                .contains("down5", "like1")
                .endsWith("more", "lift", "calm", "notquite");
    }

    @Test
    void moodsStandInRowsThatAPhoneCanShow() {
        assertThat(labels(only(Samples.question(ENGLISH))))
                .containsExactly(
                        List.of("😊 Happy", "💛 In love", "🌿 Calm"),
                        List.of("⚡ Full of energy", "🌙 Nostalgic"),
                        List.of("🌧 Sad", "🌀 Nervous", "🔥 Angry"));
    }

    @Test
    void fourShortButtonsStandInPairs() {
        Reply four = new Reply.Acknowledgement(
                ENGLISH,
                "?",
                Stream.of("a", "b", "c", "d")
                        .map(label -> new Button(label, label))
                        .toList());

        assertThat(labels(only(four))).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void theFirstSongWithAPageOfItsOwnIsPreviewed() {
        Reply page = Samples.page(
                ENGLISH,
                List.of(
                        Samples.song(1, Samples.facts(null, "Searched", "Somebody"), ENGLISH),
                        Samples.song(2, Samples.facts(Samples.TRACK, "Found", null), ENGLISH)));

        assertThat(only(page).getLinkPreviewOptions()).satisfies(preview -> {
            assertThat(preview.getUrlField()).isEqualTo(Samples.TRACK_LINK);
            assertThat(preview.getIsDisabled()).isNull();
            assertThat(preview.getShowAboveText()).isFalse();
        });
    }

    @Test
    void searchesAreNotPreviewed() {
        Reply page =
                Samples.page(ENGLISH, List.of(Samples.song(1, Samples.facts(null, "Searched", "Somebody"), ENGLISH)));

        assertThat(only(page).getLinkPreviewOptions().getIsDisabled()).isTrue();
    }

    @Test
    void manySongsGoOnInFurtherMessages() {
        List<SendMessage> messages = messages(Samples.page(ENGLISH, Samples.songs(50, ENGLISH)));

        List<String> texts = messages.stream()
                .map(message -> HtmlText.parse(message.getText()).text())
                .toList();
        assertThat(messages).hasSize(2);
        assertThat(String.join("\n\n", texts))
                .contains(IntStream.rangeClosed(1, 50)
                        .mapToObj("\n\n%1$d. Title %1$d — Artist %1$d (2018)\n"::formatted)
                        .toList());
        assertThat(labels(messages.getFirst()))
                .hasSize(3)
                .first()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(8)
                .endsWith("👍 8");
        assertThat(labels(messages.getLast()))
                .containsExactly(List.of("More", "Lift me", "Calm me"), List.of("Not quite: I feel…"));
        assertThat(messages.getLast().getLinkPreviewOptions().getIsDisabled()).isTrue();
    }

    @Test
    void aPopularityThatIsNotKnownIsLeftOut() {
        SongFacts facts = new SongFacts(null, "Title", null, null, null, null, null);

        assertThat(only(Samples.page(ENGLISH, List.of(Samples.song(1, facts, ENGLISH))))
                        .getText())
                .contains("</a>\n<i>in common: joy</i>");
    }

    private List<SendMessage> messages(Reply reply) {
        return replies.messages(reply, ANA, null).stream()
                .map(SendMessage.class::cast)
                .toList();
    }

    private SendMessage only(Reply reply) {
        List<SendMessage> messages = messages(reply);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static Stream<InlineKeyboardButton> buttons(SendMessage message) {
        return ((InlineKeyboardMarkup) Objects.requireNonNull(message.getReplyMarkup()))
                .getKeyboard().stream().flatMap(List::stream);
    }

    private static List<List<String>> labels(SendMessage message) {
        return ((InlineKeyboardMarkup) Objects.requireNonNull(message.getReplyMarkup()))
                .getKeyboard().stream()
                        .map(row ->
                                row.stream().map(InlineKeyboardButton::getText).toList())
                        .toList();
    }
}
