package org.emotitune.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.Visitor.Guest;
import org.emotitune.emotion.Language;
import org.emotitune.person.Acquaintance;
import org.emotitune.person.Keepsakes;
import org.emotitune.person.Keyring;
import org.emotitune.person.PersonStore;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Taste;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** What is remembered of people, in the terms of a conversation. */
final class People {
    private final PersonStore store;
    private final Keyring keys;
    private final Clock clock;
    private final Duration noRepeats;
    private final Duration retention;

    /**
     * @param noRepeats how long a song is not given to the same person again
     * @param retention how long people are kept who do not come back
     */
    People(PersonStore store, Keyring keys, Clock clock, Duration noRepeats, Duration retention) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.noRepeats = noRepeats;
        this.retention = retention;
    }

    Duration noRepeats() {
        return noRepeats;
    }

    Duration retention() {
        return retention;
    }

    Instant now() {
        return clock.instant();
    }

    /** Somebody comes in: one look into the store. */
    Visitor visitor(Sender sender) {
        Guest guest = guest(sender);
        return guest == null
                ? stranger(sender)
                : new Visitor(sender, guest, store.of(guest.person(), now().minus(noRepeats)));
    }

    /** Somebody, without a look into the store: nothing is known of them. */
    Visitor stranger(Sender sender) {
        return new Visitor(sender, guest(sender), Acquaintance.NONE);
    }

    private @Nullable Guest guest(Sender sender) {
        Identity identity = sender.identity();
        return identity == null
                ? null
                : new Guest(
                        keys.person(identity.platform(), identity.user()),
                        keys.place(identity.platform(), identity.place()));
    }

    /**
     * @param since beginning of the pages that this one goes on from: none of their songs comes again; null for none
     */
    Taste taste(Visitor visitor, @Nullable Instant since) {
        Acquaintance known = visitor.known();
        Set<SongId> never = new HashSet<>(known.disliked());
        if (since != null && visitor.guest() != null) {
            never.addAll(store.givenIn(visitor.guest().place(), since));
        }
        return new Taste(never, known.recent(), known.liked());
    }

    /**
     * Remembers which songs were given.
     *
     * @param language of the message; null where there was none
     */
    void gave(Visitor visitor, List<SongId> songs, @Nullable Language language) {
        Guest guest = visitor.guest();
        if (guest != null) {
            store.given(guest.person(), guest.place(), songs, language, now());
        }
    }

    /** Remembers that somebody was here and in which language they wrote, where the answer gives no songs. */
    void heard(Visitor visitor, Language language) {
        gave(visitor, List.of(), language);
    }

    /** @param stance null to take the vote back */
    void vote(Visitor visitor, SongId song, @Nullable Stance stance) {
        Guest guest = visitor.guest();
        if (guest == null) {
            return;
        }
        if (stance == null) {
            store.unvote(guest.person(), song, now());
        } else {
            store.vote(guest.person(), song, stance, now());
        }
    }

    /** @param language null for each message's own */
    void choose(Visitor visitor, @Nullable Language language) {
        Guest guest = visitor.guest();
        if (guest != null) {
            store.choose(guest.person(), language, now());
        }
    }

    /** All that is kept of somebody. */
    Keepsakes kept(Visitor visitor) {
        Guest guest = visitor.guest();
        return guest == null ? new Keepsakes(null, null, null, List.of(), List.of()) : store.export(guest.person());
    }

    /** @return whether anything was kept */
    boolean forget(Visitor visitor) {
        Guest guest = visitor.guest();
        return guest != null && store.forget(guest.person());
    }
}
