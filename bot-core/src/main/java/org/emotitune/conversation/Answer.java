package org.emotitune.conversation;

import java.util.List;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Recommendation;

/** What the bot says to a message, as data: every platform renders it in its own way. */
public sealed interface Answer {
    /** The language to answer in. */
    Language language();

    /** The same answer in another language. */
    default Answer in(Language language) {
        return switch (this) {
            case Songs(var reading, var songs) -> new Songs(reading.in(language), songs);
            case Unclear(var reading) -> new Unclear(reading.in(language));
            case NothingClose(var reading, var nearest) -> new NothingClose(reading.in(language), nearest);
            case Crisis(var ignored) -> new Crisis(language);
        };
    }

    /** Songs that feel like the message, in the order to show them; at least one. */
    record Songs(Reading reading, List<Recommendation> songs) implements Answer {
        public Songs {
            songs = List.copyOf(songs);
        }

        @Override
        public Language language() {
            return reading.language();
        }
    }

    /** No emotion was found: a kind question back. */
    record Unclear(Reading reading) implements Answer {
        @Override
        public Language language() {
            return reading.language();
        }
    }

    /** An emotion was found, but no song is close to it: the nearest, called so; none if the catalog is empty. */
    record NothingClose(Reading reading, List<Recommendation> nearest) implements Answer {
        public NothingClose {
            nearest = List.copyOf(nearest);
        }

        @Override
        public Language language() {
            return reading.language();
        }
    }

    /** Somebody may be in danger: help lines and no songs. No extractor has seen the message. */
    record Crisis(Language language) implements Answer {}
}
