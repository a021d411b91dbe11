package org.emotitune.discord;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Songs as embeds. With these lengths, five of them fit a message, whatever they are called. */
final class SongEmbeds {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_STEP = 100;
    private static final int LONGEST_LINE = 240;
    private static final int BAR_CELLS = 5;

    private SongEmbeds() {}

    /** What stands above the songs: paragraphs for {@link Passages}. */
    static List<String> opening(Opening opening) {
        Stream<String> heard = opening.heard().stream().map(line -> Markdown.text(line, LONGEST_LINE));
        Stream<String> notes = opening.notes().stream().map(line -> Markdown.small(Markdown.text(line, LONGEST_LINE)));
        String above = String.join("\n", Stream.concat(heard, notes).toList());
        return List.of(above, Markdown.bold(Markdown.text(opening.intro(), LONGEST_LINE)));
    }

    static MessageEmbed song(int number, SongLine song) {
        URI artwork = song.song().song().facts().artwork();
        return new EmbedBuilder()
                .setTitle(number + ". " + Markdown.text(song.title(), LONGEST_NAME), link(song.link()))
                .setDescription(String.join("\n", lines(song)))
                .setColor(MoodColor.of(song.mood()))
                .setThumbnail(artwork == null ? null : artwork.toString())
                .build();
    }

    /** Without a link where the address is longer than Discord takes. */
    private static @Nullable String link(URI to) {
        String address = to.toString();
        return address.length() > MessageEmbed.URL_MAX_LENGTH ? null : address;
    }

    private static List<String> lines(SongLine song) {
        List<String> lines = new ArrayList<>();
        String by = by(song.song().song().facts());
        if (!by.isEmpty()) {
            lines.add(by);
        }
        if (song.popularity() != null) {
            lines.add(bar(song.popularity()));
        }
        if (song.step() != null) {
            lines.add(Markdown.text(song.step(), LONGEST_STEP));
        }
        lines.add(Markdown.italic(Markdown.text(song.why(), LONGEST_REASON)));
        return lines;
    }

    /** By whom and of when, as far as that is known. */
    private static String by(SongFacts song) {
        List<String> known = new ArrayList<>();
        if (song.artist() != null) {
            known.add(Markdown.bold(Markdown.text(song.artist(), LONGEST_NAME)));
        }
        if (song.year() != null) {
            known.add(song.year().toString());
        }
        return String.join(" · ", known);
    }

    /** @param popularity 0 to 100 */
    static String bar(int popularity) {
        int full = Math.round(popularity * BAR_CELLS / 100f);
        return "▰".repeat(full) + "▱".repeat(BAR_CELLS - full) + " " + popularity;
    }
}
