package org.emotitune.conversation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says, as data: every platform renders it in its own way. All texts are sentences in the language of the
 * reply, without markup; people's own words never come back in them.
 */
public sealed interface Reply {
    Language language();

    /** What can be tapped below it, in the order to show; buttons of single songs stand at the songs. */
    List<Button> buttons();

    /** What kind of reply it is, as it is counted: a short key. */
    default String outcome() {
        return switch (this) {
            case Songs ignored -> "songs";
            case NothingClose ignored -> "nothing-close";
            case Question ignored -> "question";
            case Crisis ignored -> "crisis";
            case Information ignored -> "information";
            case Acknowledgement ignored -> "acknowledgement";
            case Apology(var ignored, var reason, var text) ->
                reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /**
     * Whether it is for the person alone. A platform that cannot show it so where the message came from sends it to the
     * person's own chat, or says that it is to be asked for there.
     */
    default boolean isPrivate() {
        return switch (this) {
            case Crisis ignored -> true;
            case Information ignored -> true;
            case Apology ignored -> true;
            case Songs ignored -> false;
            case NothingClose ignored -> false;
            case Question ignored -> false;
            case Acknowledgement ignored -> false;
        };
    }

    /**
     * A page of songs.
     *
     * @param songs in the order to show, at least one
     */
    record Songs(Language language, Opening opening, List<SongLine> songs, List<Button> buttons) implements Reply {
        public Songs {
            songs = List.copyOf(songs);
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * A feeling was heard, but no song is close to it.
     *
     * @param nearest the nearest songs, to be called that; none if there are no songs at all
     */
    record NothingClose(Language language, Opening opening, List<SongLine> nearest, List<Button> buttons)
            implements Reply {
        public NothingClose {
            nearest = List.copyOf(nearest);
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * A short question, to be answered by a tap or in words.
     *
     * @param reading of the message in which no feeling was found; null where no message was read
     */
    record Question(Language language, @Nullable Reading reading, String text, List<Button> buttons) implements Reply {
        public Question {
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * Somebody may be in danger: help lines and no songs. No extractor has seen the message.
     *
     * @param paragraphs said before the lines
     * @param lines help lines, one each
     * @param closing said after them
     */
    record Crisis(Language language, List<String> paragraphs, List<String> lines, String closing) implements Reply {
        public Crisis {
            paragraphs = List.copyOf(paragraphs);
            lines = List.copyOf(lines);
        }

        @Override
        public List<Button> buttons() {
            return List.of();
        }
    }

    /**
     * Help, privacy, what is kept.
     *
     * @param file to be sent along, null for none
     */
    record Information(
            Language language,
            List<String> paragraphs,
            @Nullable TextFile file,
            List<Button> buttons) implements Reply {
        public Information {
            paragraphs = List.copyOf(paragraphs);
            buttons = List.copyOf(buttons);
        }
    }

    /** Something was done. */
    record Acknowledgement(Language language, String text, List<Button> buttons) implements Reply {
        public Acknowledgement {
            buttons = List.copyOf(buttons);
        }
    }

    /** Something could not be done. */
    record Apology(Language language, Reason reason, String text) implements Reply {
        @Override
        public List<Button> buttons() {
            return List.of();
        }
    }

    /** Why something could not be done. */
    enum Reason {
        /** Too much is asked of the bot now. */
        BUSY,
        /** Songs or people's data cannot be reached now. */
        UNAVAILABLE,
        /** The person asks for more than is fair. */
        TOO_FAST,
        /** The button is of an older version, or no button of this bot. */
        TOO_OLD
    }

    /**
     * What stands above songs.
     *
     * @param reading what was heard in a message; null where no message was read
     * @param heard what was heard, and what it is about: a sentence each, may be empty
     * @param notes what else is to be known: mode, wishes, repeats; a sentence each, may be empty
     * @param intro the sentence before the songs
     */
    record Opening(@Nullable Reading reading, List<String> heard, List<String> notes, String intro) {
        public Opening {
            heard = List.copyOf(heard);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A song of a page.
     *
     * @param mood where the song lies as a whole
     * @param step where it stands on the way to another mood, in words; null on other pages
     * @param why what it has in common with the feeling, or what it feels like
     * @param buttons thumbs, and songs like this one
     */
    record SongLine(
            Recommendation song, Mood mood, @Nullable String step, String why, List<Button> buttons) {
        public SongLine {
            buttons = List.copyOf(buttons);
        }

        public String title() {
            return song.song().facts().title();
        }

        public @Nullable String artist() {
            return song.song().facts().artist();
        }

        public URI link() {
            return song.song().facts().link();
        }

        /** Spotify's popularity, 0 to 100; null where it is not known. */
        public @Nullable Integer popularity() {
            return song.song().facts().popularity();
        }
    }

    /** A small file of UTF-8 text. */
    record TextFile(String name, String content) {}
}
