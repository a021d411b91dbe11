package org.emotitune.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Replies as plain text for a terminal. */
final class ConsoleReplies {
    private static final int BAR_CELLS = 10;

    private final @Nullable ToIntFunction<Button> numbers;

    /** @param numbers numbers each button in the order in which it is shown; null to show no buttons */
    ConsoleReplies(@Nullable ToIntFunction<Button> numbers) {
        this.numbers = numbers;
    }

    /** @return lines joined by newlines, without one at the end */
    String text(Reply reply) {
        List<String> lines = new ArrayList<>();
        switch (reply) {
            case Reply.Songs(var language, var opening, var songs, var ignored) ->
                songs(lines, opening, songs, language);
            case Reply.NothingClose(var language, var opening, var nearest, var ignored) ->
                songs(lines, opening, nearest, language);
            case Reply.Question question -> lines.add(question.text());
            case Reply.Crisis crisis -> {
                lines.addAll(crisis.paragraphs());
                lines.addAll(crisis.lines());
                lines.add(crisis.closing());
            }
            case Reply.Information information -> {
                lines.addAll(information.paragraphs());
                if (information.file() != null) {
                    lines.add(information.file().content());
                }
            }
            case Reply.Acknowledgement acknowledgement -> lines.add(acknowledgement.text());
            case Reply.Apology apology -> lines.add(apology.text());
        }
        addButtons(lines, "", reply.buttons());
        return String.join("\n", lines);
    }

    private void songs(List<String> lines, Opening opening, List<SongLine> songs, Language language) {
        lines.addAll(opening.heard());
        lines.addAll(opening.notes());
        lines.add(opening.intro());
        int number = 1;
        for (SongLine song : songs) {
            song(lines, number++, song, language);
        }
    }

    private void song(List<String> lines, int number, SongLine line, Language language) {
        SongFacts facts = line.song().song().facts();
        String year = facts.year() == null ? "" : " (" + facts.year() + ")";
        String artist = line.artist() == null ? "" : " — " + line.artist();
        lines.add("%2d. %s%s%s".formatted(number, line.title(), artist, year));
        if (line.step() != null) {
            lines.add("    " + line.step());
        }
        lines.add("    %s  %s".formatted(popularity(line.popularity(), language), line.link()));
        lines.add("    " + line.why());
        addButtons(lines, "    ", line.buttons());
    }

    private void addButtons(List<String> lines, String indent, List<Button> buttons) {
        if (numbers != null && !buttons.isEmpty()) {
            lines.add(indent
                    + buttons.stream()
                            .map(button -> "[%d] %s".formatted(numbers.applyAsInt(button), button.label()))
                            .collect(Collectors.joining("  ")));
        }
    }

    private static String popularity(@Nullable Integer popularity, Language language) {
        if (popularity == null) {
            return Texts.in(language, "songs.popularity.unknown");
        }
        int full = Math.round(popularity * BAR_CELLS / 100f);
        return "█".repeat(full) + "░".repeat(BAR_CELLS - full) + " " + popularity;
    }
}
