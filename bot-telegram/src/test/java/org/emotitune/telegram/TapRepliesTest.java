package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;
import static org.emotitune.telegram.TapSamples.below;
import static org.emotitune.telegram.TapSamples.calls;
import static org.emotitune.telegram.TapSamples.shown;
import static org.emotitune.telegram.TapSamples.tap;

import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;

/** What becomes of a tap, by where the button stands. */
class TapRepliesTest {
    private static final Chat ANA = Chat.of(7);
    private static final Chat GROUP = new Chat(-100, Chat.Kind.GROUP, false, null);

    private final TelegramReplies replies = new TelegramReplies("tune_bot");

    @ParameterizedTest
    @ValueSource(strings = {"more", "lift", "calm"})
    void thePageTurnsInItsPlace(String action) {
        AfterTap after = replies.afterTap(Samples.page(ENGLISH), tap(ANA, below(Samples.page(ENGLISH)), action));

        assertThat(after).asInstanceOf(type(AfterTap.Instead.class)).satisfies(instead -> {
            assertThat(instead.answer().getText()).isNull();
            assertThat(instead.edit().getMessageId()).isEqualTo(11);
            assertThat(instead.edit().getText()).contains("Title 5");
            assertThat(instead.edit().getReplyMarkup().getKeyboard()).hasSize(5);
            assertThat(instead.edit().getLinkPreviewOptions().getUrlField()).isEqualTo(Samples.TRACK_LINK);
            assertThat(instead.otherwise()).singleElement().isInstanceOfSatisfying(SendMessage.class, message -> {
                assertThat(message.getText()).isEqualTo(instead.edit().getText());
                assertThat(message.getReplyMarkup()).isEqualTo(instead.edit().getReplyMarkup());
                assertThat(message.getReplyParameters().getMessageId()).isEqualTo(10);
            });
        });
    }

    @Test
    void songsLikeOneComeBesideThePage() {
        AfterTap after = replies.afterTap(Samples.page(ENGLISH), tap(ANA, below(Samples.page(ENGLISH)), "like3"));

        assertThat(newMessage(after).getText()).contains("Title 5");
        assertThat(newMessage(after).getReplyParameters()).isNull();
    }

    @Test
    void aMoodBelowAQuestionIsAnsweredBesideIt() {
        AfterTap inPrivate = replies.afterTap(Samples.page(ENGLISH), tap(ANA, below(Samples.question(ENGLISH)), "joy"));
        AfterTap inGroup = replies.afterTap(Samples.page(ENGLISH), tap(GROUP, below(Samples.question(ENGLISH)), "joy"));

        assertThat(newMessage(inPrivate).getReplyParameters()).isNull();
        assertThat(newMessage(inGroup).getReplyParameters().getMessageId()).isEqualTo(11);
    }

    @Test
    void aQuestionComesBesideThePage() {
        AfterTap after =
                replies.afterTap(Samples.question(SPANISH), tap(ANA, below(Samples.page(SPANISH)), "notquite"));

        assertThat(newMessage(after).getText()).startsWith("¡Hola!");
    }

    @Test
    void aPageThatNeedsMoreThanOneMessageComesBeside() {
        Reply long50 = Samples.page(ENGLISH, Samples.songs(50, ENGLISH));

        AfterTap after = replies.afterTap(long50, tap(ANA, below(Samples.page(ENGLISH)), "more"));

        assertThat(after)
                .isInstanceOfSatisfying(
                        AfterTap.Beside.class,
                        beside -> assertThat(beside.calls()).hasSize(2));
    }

    @Test
    void noSongsDoNotTakeThePlaceOfSongs() {
        AfterTap after =
                replies.afterTap(Samples.nearest(ENGLISH, List.of()), tap(ANA, below(Samples.page(ENGLISH)), "lift"));

        assertThat(newMessage(after).getText()).contains("no song that truly matches");
    }

    @Test
    void whenThereAreNoMoreSongsTheButtonGoesAndTheSongsStay() {
        Reply.Acknowledgement all =
                Samples.done(ENGLISH, "songs.all", List.of(Samples.button(ENGLISH, "button.calm", "calm2")));

        AfterTap after = replies.afterTap(all, tap(ANA, below(Samples.page(ENGLISH)), "more"));

        assertThat(after.answer().getText()).isEqualTo("Those were all the songs that fit.");
        assertThat(shown(after)).hasSize(16).startsWith("👍 1=up1").endsWith("≈ 5=like5", "Calm me=calm2");
    }

    @Test
    void aLongNoticeWaitsToBeRead() {
        Reply.Acknowledgement none = Samples.done(ENGLISH, "path.none", List.of());

        AfterTap after = replies.afterTap(none, tap(ANA, below(Samples.page(ENGLISH)), "lift"));

        assertThat(after.answer().getShowAlert()).isTrue();
        assertThat(calls(after)).singleElement().isInstanceOf(EditMessageReplyMarkup.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"language.chosen", "language.automatic"})
    void theQuestionForALanguageBecomesItsAnswer(String key) {
        Reply.Acknowledgement chosen = Samples.done(SPANISH, key, List.of());

        AfterTap after = replies.afterTap(chosen, tap(ANA, below(Samples.question(SPANISH)), "joy"));

        assertThat(after).isInstanceOfSatisfying(AfterTap.Instead.class, instead -> {
            assertThat(instead.edit().getText()).isEqualTo(chosen.text());
            assertThat(instead.edit().getReplyMarkup()).isNull();
        });
    }

    @Test
    void anApologyIsShownAboveTheMessage() {
        Reply.Apology apology = new Reply.Apology(ENGLISH, Reply.Reason.BUSY, "sorry ".repeat(60));

        AfterTap after = replies.afterTap(apology, tap(ANA, below(Samples.page(ENGLISH)), "more"));

        assertThat(after.answer().getShowAlert()).isTrue();
        assertThat(after.answer().getText()).hasSizeBetween(150, 200).endsWith("sorry…");
        assertThat(calls(after)).isEmpty();
    }

    @Test
    void inAGroupACrisisStaysPrivateAfterATapToo() {
        AfterTap after = replies.afterTap(Samples.crisis(ENGLISH), tap(GROUP, below(Samples.page(ENGLISH)), "more"));
        AfterTap alone = replies.afterTap(Samples.crisis(ENGLISH), tap(ANA, below(Samples.page(ENGLISH)), "more"));

        assertThat(newMessage(after).getText()).doesNotContain("112");
        assertThat(newMessage(alone).getText()).contains("112");
    }

    @ParameterizedTest
    @EnumSource
    void everyTapIsAnswered(Language language) {
        for (Reply reply : Samples.all(language)) {
            for (String action : List.of("up1", "like2", "more", "no such button")) {
                AfterTap after = replies.afterTap(reply, tap(GROUP, below(Samples.page(language)), action));
                AfterTap unknown = replies.afterTap(
                        reply, new Inbound.Tapped("q", TapSamples.PERSON, ANA, 11, null, null, action));

                assertThat(List.of(after, unknown))
                        .allSatisfy(each ->
                                assertThat(each.answer().getCallbackQueryId()).isEqualTo("q"));
            }
        }
    }

    private static SendMessage newMessage(AfterTap after) {
        assertThat(calls(after)).hasSize(1);
        return (SendMessage) calls(after).getFirst();
    }
}
