package org.emotitune.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.emotitune.conversation.Reply.SongLine;

/**
 * A song as it is shown.
 *
 * @param number on its page, from 1
 */
record NumberedSong(int number, SongLine line, MessageEmbed embed) {

    /** All of a page, in their order. */
    static List<NumberedSong> of(List<SongLine> songs) {
        List<NumberedSong> numbered = new ArrayList<>();
        for (SongLine song : songs) {
            int number = numbered.size() + 1;
            numbered.add(new NumberedSong(number, song, SongEmbeds.song(number, song)));
        }
        return numbered;
    }

    /** @return as many in a message as its embeds may be, and may be long together */
    static List<List<NumberedSong>> byMessage(List<NumberedSong> songs) {
        List<List<NumberedSong>> messages = new ArrayList<>();
        int from = 0;
        while (from < songs.size()) {
            int to = from;
            int length = 0;
            while (to < songs.size()
                    && to - from < Message.MAX_EMBED_COUNT
                    && length + songs.get(to).embed().getLength() <= MessageEmbed.EMBED_MAX_LENGTH_BOT) {
                length += songs.get(to++).embed().getLength();
            }
            messages.add(List.copyOf(songs.subList(from, to)));
            from = to;
        }
        return messages;
    }
}
