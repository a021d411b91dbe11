package org.emotitune.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Content;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;

/**
 * Somebody who writes, and taps what the last reply offers. After some messages somebody else comes in their place:
 * nobody is given all songs of the catalog in half a minute. To be used by one thread, but for {@link #hears}.
 */
final class Talker {
    private static final double TAPS = 0.2;
    private static final int MESSAGES_EACH = 20;

    private final String place;
    private final SplittableRandom random;
    private volatile List<Button> buttons = List.of();
    private int said;

    /** @param place different from that of others, also of earlier runs on the same database */
    Talker(String place, SplittableRandom random) {
        this.place = place;
        this.random = random;
    }

    IncomingMessage next() {
        if (said % MESSAGES_EACH == 0) {
            buttons = List.of();
        }
        Identity identity = new Identity("benchmark", place + "." + said / MESSAGES_EACH, place);
        said++;
        return new IncomingMessage(new Sender(identity, Language.ENGLISH, null), content(buttons));
    }

    private Content content(List<Button> offered) {
        if (!offered.isEmpty() && random.nextDouble() < TAPS) {
            return new Tapped(offered.get(random.nextInt(offered.size())).action());
        }
        return new Text(Messages.TYPICAL.get(random.nextInt(Messages.TYPICAL.size())), Options.NONE);
    }

    /** Remembers what can be tapped, if it is anything. */
    void hears(Reply reply) {
        List<SongLine> songs =
                switch (reply) {
                    case Reply.Songs page -> page.songs();
                    case Reply.NothingClose page -> page.nearest();
                    case Reply.Question ignored -> List.of();
                    case Reply.Crisis ignored -> List.of();
                    case Reply.Information ignored -> List.of();
                    case Reply.Acknowledgement ignored -> List.of();
                    case Reply.Apology ignored -> List.of();
                };
        List<Button> offered = Stream.concat(
                        reply.buttons().stream(), songs.stream().flatMap(song -> song.buttons().stream()))
                .toList();
        if (!offered.isEmpty()) {
            buttons = offered;
        }
    }

    /** Nanoseconds until the next message, exponentially distributed as those of people who do not know each other. */
    long thinks(double meanNanos) {
        return (long) (-Math.log(1 - random.nextDouble()) * meanNanos);
    }
}
