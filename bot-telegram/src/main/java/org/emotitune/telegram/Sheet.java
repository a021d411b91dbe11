package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.text.Plain;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** What a message shows, wherever it will stand. */
record Sheet(
        Html text, LinkPreviewOptions preview, @Nullable InlineKeyboardMarkup keyboard) {
    /** A paragraph of ours; with the marks of {@link Plain#line} it still fits a message. */
    private static final int LONGEST_PARAGRAPH = 4_000;

    static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    /**
     * A reply on as few sheets as hold it. Of several, the first one has the buttons of the songs and the last one the
     * other buttons.
     */
    static List<Sheet> of(Reply reply) {
        List<Html> parts = Parts.of(paragraphs(reply));
        List<SongLine> songs = songs(reply);
        List<InlineKeyboardRow> grid = SongGrid.of(songs, reply.language()).rows();
        List<InlineKeyboardRow> own = Keyboards.own(reply.buttons());
        List<Sheet> sheets = new ArrayList<>();
        for (Html part : parts) {
            boolean first = sheets.isEmpty();
            boolean last = sheets.size() == parts.size() - 1;
            sheets.add(new Sheet(
                    part,
                    first ? preview(songs) : noPreview(),
                    Keyboards.of(first ? grid : List.of(), last ? own : List.of())));
        }
        return sheets;
    }

    private static List<Html> paragraphs(Reply reply) {
        return switch (reply) {
            case Reply.Songs(var language, var opening, var songs, var ignored) ->
                SongHtml.page(opening, songs, language);
            case Reply.NothingClose(var language, var opening, var nearest, var ignored) ->
                SongHtml.page(opening, nearest, language);
            case Reply.Question question -> plain(Stream.of(question.text()));
            case Reply.Crisis(var ignored, var paragraphs, var lines, var closing) ->
                plain(Stream.of(paragraphs, lines, List.of(closing)).flatMap(List::stream));
            case Reply.Information information -> plain(information.paragraphs().stream());
            case Reply.Acknowledgement acknowledgement -> plain(Stream.of(acknowledgement.text()));
            case Reply.Apology apology -> plain(Stream.of(apology.text()));
        };
    }

    private static List<Html> plain(Stream<String> paragraphs) {
        return paragraphs
                .map(paragraph -> Html.text(paragraph, LONGEST_PARAGRAPH))
                .toList();
    }

    /** What can be heard of a reply. */
    static List<SongLine> songs(Reply reply) {
        return switch (reply) {
            case Reply.Songs page -> page.songs();
            case Reply.NothingClose page -> page.nearest();
            case Reply.Question ignored -> List.of();
            case Reply.Crisis ignored -> List.of();
            case Reply.Information ignored -> List.of();
            case Reply.Acknowledgement ignored -> List.of();
            case Reply.Apology ignored -> List.of();
        };
    }

    /** The first song that has a page of its own: a search shows nothing. Small, so that the list stays in sight. */
    private static LinkPreviewOptions preview(List<SongLine> songs) {
        return songs.stream()
                .filter(song -> song.song().song().facts().spotifyId() != null)
                .findFirst()
                .<LinkPreviewOptions>map(song -> LinkPreviewOptions.builder()
                        .urlField(song.link().toString())
                        .preferSmallMedia(true)
                        .showAboveText(false)
                        .build())
                .orElseGet(Sheet::noPreview);
    }
}
