package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.testing.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

class InlineResultsTest {
    private final InlineResults results = new InlineResults();

    @Test
    void songsAreListedAndSentWithoutTheFeeling() {
        AnswerInlineQuery answer = results.of(Samples.page(SPANISH), "q");

        assertThat(answer.getInlineQueryId()).isEqualTo("q");
        assertThat(answer.getCacheTime()).isEqualTo(300);
        assertThat(answer.getIsPersonal()).isTrue();
        assertThat(articles(answer)).hasSize(5).first().satisfies(first -> {
            assertThat(first.getTitle()).isEqualTo("Title 1 — Artist 1");
            assertThat(first.getDescription()).isEqualTo("▰▰▰▰▱ 86 · en común: alegría");
            assertThat(first.getId()).isEqualTo("1");
            assertThat(content(first).getLinkPreviewOptions().getUrlField()).isEqualTo(Samples.TRACK_LINK);
            assertThat(HtmlText.parse(content(first).getMessageText()).text()).isEqualTo("Title 1 — Artist 1 (2018)");
        });
    }

    @Test
    void atMostTenSongsEachOnce() {
        assertThat(articles(results.of(Samples.page(ENGLISH, Samples.songs(50, ENGLISH)), "q")))
                .hasSize(10)
                .extracting(InlineQueryResultArticle::getId)
                .doesNotHaveDuplicates();
    }

    @Test
    void theNearestAreCalledThat() {
        AnswerInlineQuery answer = results.of(Samples.nearest(ENGLISH, Samples.songs(2, ENGLISH)), "q");

        assertThat(articles(answer))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getDescription()).startsWith("the nearest I have · ▰"));
    }

    @ParameterizedTest
    @EnumSource
    void inACrisisThereAreNoSongsAndNothingIsCached(Language language) {
        AnswerInlineQuery answer = results.of(Samples.crisis(language), "q");

        assertThat(answer.getResults()).isEmpty();
        assertThat(answer.getCacheTime()).isZero();
        assertThat(answer.getIsPersonal()).isTrue();
        assertThat(answer.getButton().getStartParameter()).isEqualTo("sos");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSaysNoFeelingIsInvited(Language language) {
        for (Reply reply : List.of(
                Samples.question(language),
                Samples.nearest(language, List.of()),
                Samples.apology(language),
                Samples.votedUp(language))) {
            AnswerInlineQuery answer = results.of(reply, "q");

            assertThat(answer.getResults()).isEmpty();
            assertThat(answer.getButton())
                    .isEqualTo(results.invitation(language, "q").getButton());
            assertThat(answer.getButton().getText()).isEqualTo(TelegramTexts.in(language, "inline.invitation"));
        }
    }

    @Test
    void anApologyIsNotKept() {
        assertThat(results.of(Samples.apology(ENGLISH), "q").getCacheTime()).isZero();
    }

    private static List<InlineQueryResultArticle> articles(AnswerInlineQuery answer) {
        return answer.getResults().stream()
                .map(InlineQueryResultArticle.class::cast)
                .toList();
    }

    private static InputTextMessageContent content(InlineQueryResultArticle article) {
        return (InputTextMessageContent) article.getInputMessageContent();
    }
}
