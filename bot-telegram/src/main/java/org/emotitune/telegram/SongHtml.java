package org.emotitune.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Songs as paragraphs of a message. With these lengths a usual page fits one message, whatever its songs are called. */
final class SongHtml {
    private static final int LONGEST_LINE = 240;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 160;
    private static final int BAR_CELLS = 5;

    private SongHtml() {}

    /** What was heard, the songs, and what the signs on the buttons mean. */
    static List<Html> page(Opening opening, List<SongLine> songs, Language language) {
        List<Html> paragraphs = new ArrayList<>();
        paragraphs.add(opening(opening));
        int number = 1;
        for (SongLine song : songs) {
            paragraphs.add(song(number++, song));
        }
        if (songs.stream().anyMatch(song -> !song.buttons().isEmpty())) {
            paragraphs.add(Html.plain(TelegramTexts.in(language, "page.legend")).italic());
        }
        return paragraphs;
    }

    private static Html opening(Opening opening) {
        Stream<Html> heard = opening.heard().stream().map(line -> Html.text(line, LONGEST_LINE));
        Stream<Html> notes = opening.notes().stream()
                .map(line -> Html.text(line, LONGEST_LINE).italic());
        Html above = Html.join("\n", Stream.concat(heard, notes).toList());
        Html intro = Html.text(opening.intro(), LONGEST_LINE).bold();
        return above.length() == 0 ? intro : above.plus("\n\n").plus(intro);
    }

    private static Html song(int number, SongLine line) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.plain(number + ". ").plus(name(line.song().song().facts())));
        if (line.step() != null) {
            lines.add(Html.text(line.step(), LONGEST_LINE));
        }
        Html why = Html.text(line.why(), LONGEST_REASON).italic();
        lines.add(
                line.popularity() == null
                        ? why
                        : Html.plain(popularity(line.popularity()) + " · ").plus(why));
        return Html.join("\n", lines);
    }

    /** The title with its link, by whom and of when. */
    static Html name(SongFacts song) {
        Html title = Html.text(song.title(), LONGEST_NAME).bold().link(song.link());
        Html by = artist(song.artist());
        return song.year() == null ? title.plus(by) : title.plus(by).plus(" (" + song.year() + ")");
    }

    private static Html artist(@Nullable String artist) {
        return artist == null ? Html.NOTHING : Html.plain(" — ").plus(Html.text(artist, LONGEST_NAME));
    }

    /** @param popularity 0 to 100 */
    static String popularity(int popularity) {
        int full = Math.round(popularity * BAR_CELLS / 100f);
        return "▰".repeat(full) + "▱".repeat(BAR_CELLS - full) + " " + popularity;
    }
}
