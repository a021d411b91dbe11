package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.telegram.TapSamples.below;
import static org.emotitune.telegram.TapSamples.calls;
import static org.emotitune.telegram.TapSamples.edit;
import static org.emotitune.telegram.TapSamples.shown;
import static org.emotitune.telegram.TapSamples.tap;

import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What a page shows of thumbs. */
class ThumbsTest {
    private static final Chat ANA = Chat.of(7);
    private static final Chat GROUP = new Chat(-100, Chat.Kind.GROUP, false, null);

    private final TelegramReplies replies = new TelegramReplies("tune_bot");

    @ParameterizedTest
    @EnumSource
    void aThumbBecomesTheWayBack(Language language) {
        AfterTap after = replies.afterTap(Samples.votedUp(language), tap(ANA, below(Samples.page(language)), "up1"));

        assertThat(after.answer().getText()).isEqualTo(Samples.votedUp(language).text());
        assertThat(after.answer().getShowAlert()).isFalse();
        assertThat(shown(after).subList(0, 10))
                .startsWith("✅ 1=none1", "👍 2=up2")
                .contains("👎 1=down1b", "👎 2=down2");
        assertThat(shown(after))
                .hasSize(19)
                .endsWith(
                        "≈ 5=like5",
                        label(language, "button.more") + "=more",
                        label(language, "button.lift") + "=lift",
                        label(language, "button.calm") + "=calm",
                        label(language, "button.notquite") + "=notquite");
        assertThat(reaction(after)).containsExactly("👍");
    }

    @Test
    void theOtherThumbTakesItsPlace() {
        InlineKeyboardMarkup liked = keyboardAfter(Samples.votedUp(ENGLISH), below(Samples.page(ENGLISH)), "up1");

        AfterTap after = replies.afterTap(Samples.votedDown(ENGLISH), tap(ANA, liked, "down1b"));

        assertThat(shown(after)).startsWith("👍 1=up1b", "👍 2=up2").contains("✅ 1=none1", "👎 2=down2");
        assertThat(reaction(after)).containsExactly("👎");
    }

    @Test
    void bothThumbsAreThereAgainWhenItIsTakenBack() {
        InlineKeyboardMarkup disliked =
                keyboardAfter(Samples.votedDown(ENGLISH), below(Samples.page(ENGLISH)), "down1");

        AfterTap after = replies.afterTap(Samples.tookBack(ENGLISH), tap(ANA, disliked, "none1"));

        assertThat(shown(after)).startsWith("👍 1=up1c").contains("👎 1=down1c").noneMatch(one -> one.startsWith("✅"));
        assertThat(reaction(after)).isEmpty();
    }

    @Test
    void theReactionStaysWhileAnotherThumbIsGiven() {
        InlineKeyboardMarkup one = keyboardAfter(Samples.votedUp(ENGLISH), below(Samples.page(ENGLISH)), "up1");
        one.getKeyboard().getFirst().get(1).setText("✅ 2");

        AfterTap after = replies.afterTap(Samples.tookBack(ENGLISH), tap(ANA, one, "none1"));

        assertThat(calls(after)).singleElement().isInstanceOf(EditMessageReplyMarkup.class);
    }

    @Test
    void inAGroupThePageShowsNobodysThumbs() {
        AfterTap after = replies.afterTap(Samples.votedUp(ENGLISH), tap(GROUP, below(Samples.page(ENGLISH)), "up1"));

        assertThat(after.answer().getText()).startsWith("Noted: you like");
        assertThat(calls(after)).isEmpty();
    }

    private InlineKeyboardMarkup keyboardAfter(Reply reply, InlineKeyboardMarkup before, String action) {
        return edit(replies.afterTap(reply, tap(ANA, before, action))).getReplyMarkup();
    }

    private static List<String> reaction(AfterTap after) {
        return ((SetMessageReaction) calls(after).getLast())
                .getReactionTypes().stream()
                        .map(one -> ((ReactionTypeEmoji) one).getEmoji())
                        .toList();
    }

    private static String label(Language language, String key) {
        return Texts.in(language, key);
    }
}
