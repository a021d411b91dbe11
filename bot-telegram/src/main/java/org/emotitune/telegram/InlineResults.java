package org.emotitune.telegram;

import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongFacts;
import org.emotitune.text.Plain;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Replies as results of an inline query. Pure. What is sent from them to a chat is a song, and nothing of how the person
 * feels.
 */
final class InlineResults implements InlineAnswers.Results {
    /** Seconds that Telegram may give the same answer to the same person. */
    private static final int CACHED = 300;

    /** What cannot be answered now may be answered soon. */
    private static final int INVITED = 10;

    private static final int MOST_SONGS = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 200;

    @Override
    public AnswerInlineQuery of(Reply reply, String query) {
        return switch (reply) {
            case Reply.Songs(var language, var opening, var songs, var buttons) ->
                answer(query, CACHED).results(results(songs, "")).build();
            case Reply.NothingClose(var language, var opening, var nearest, var buttons) ->
                nearest.isEmpty()
                        ? invitation(language, query)
                        : answer(query, CACHED)
                                .results(results(nearest, TelegramTexts.in(language, "inline.nearest") + " · "))
                                .build();
            case Reply.Crisis crisis ->
                answer(query, 0)
                        .results(List.of())
                        .button(button(crisis.language(), "inline.crisis", "sos"))
                        .build();
            case Reply.Information information -> invitation(information.language(), query, CACHED, "help");
            case Reply.Question question -> invitation(question.language(), query);
            case Reply.Acknowledgement acknowledgement -> invitation(acknowledgement.language(), query);
            case Reply.Apology apology -> invitation(apology.language(), query, 0, hello(apology.language()));
        };
    }

    /** For a query that says nothing yet. */
    @Override
    public AnswerInlineQuery invitation(Language language, String query) {
        return invitation(language, query, INVITED, hello(language));
    }

    private static AnswerInlineQuery invitation(Language language, String query, int cached, String start) {
        return answer(query, cached)
                .results(List.of())
                .button(button(language, "inline.invitation", start))
                .build();
    }

    /** What the person seems to say when the chat begins: greeted, the bot asks how they feel. */
    private static String hello(Language language) {
        return switch (language) {
            case ENGLISH -> "hello";
            case SPANISH -> "hola";
        };
    }

    private static AnswerInlineQuery.AnswerInlineQueryBuilder<?, ?> answer(String query, int cached) {
        return AnswerInlineQuery.builder()
                .inlineQueryId(query)
                .cacheTime(cached)
                .isPersonal(true);
    }

    private static InlineQueryResultsButton button(Language language, String key, String start) {
        return InlineQueryResultsButton.builder()
                .text(TelegramTexts.in(language, key))
                .startParameter(start)
                .build();
    }

    private static List<InlineQueryResult> results(List<SongLine> songs, String before) {
        return songs.stream()
                .limit(MOST_SONGS)
                .<InlineQueryResult>map(song -> article(song, before))
                .toList();
    }

    private static InlineQueryResultArticle article(SongLine line, String before) {
        String popularity = line.popularity() == null ? "" : SongHtml.popularity(line.popularity()) + " · ";
        return InlineQueryResultArticle.builder()
                .id(String.valueOf(line.song().song().id().value()))
                .title(title(line.song().song().facts()))
                .description(before + popularity + Plain.line(line.why(), LONGEST_DESCRIPTION))
                .inputMessageContent(content(line.song().song().facts()))
                .build();
    }

    private static String title(SongFacts song) {
        String title = Plain.line(song.title(), LONGEST_NAME);
        return song.artist() == null ? title : title + " — " + Plain.line(song.artist(), LONGEST_NAME);
    }

    private static InputTextMessageContent content(SongFacts song) {
        LinkPreviewOptions preview = song.spotifyId() == null
                ? Sheet.noPreview()
                : LinkPreviewOptions.builder()
                        .urlField(song.link().toString())
                        .preferLargeMedia(true)
                        .showAboveText(false)
                        .build();
        return InputTextMessageContent.builder()
                .messageText(SongHtml.name(song).source())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(preview)
                .build();
    }
}
