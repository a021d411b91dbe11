package org.emotitune.conversation;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;

/**
 * Turns taps into actions of buttons and back. All of a tap is in its action, under a seal, so that a button outlives
 * restarts and new indexes of songs, and nothing of what people feel is kept here. Thread-safe.
 *
 * <p>An action is URL-safe base64 without padding of the bits of {@link TapFormat} and their seal. In it weights are
 * rounded to fifteenths, moments to whole seconds; of artists only the ids are there.
 */
final class TapCodec {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int MOST_BYTES = Button.LONGEST_ACTION / 4 * 3 - Seal.LENGTH;

    private final TapFormat format;
    private final Seal seal;
    private final Function<Long, Optional<Artist>> artists;

    /**
     * @param artists by id; empty for an artist that is gone. What it throws, {@link #decode} throws
     * @throws IllegalArgumentException if there are more than 256 emotions or themes
     */
    TapCodec(Vocabulary vocabulary, Seal seal, Function<Long, Optional<Artist>> artists) {
        this.format = new TapFormat(vocabulary);
        this.seal = seal;
        this.artists = artists;
    }

    /**
     * The action, at most {@link Button#LONGEST_ACTION} letters, digits, hyphens and underscores. Where artists with huge
     * ids (from 2²⁸ on) stand beside many words and wishes, the weakest emotions are left out; there is room for one
     * emotion with everything else at its largest.
     *
     * @throws IllegalArgumentException if a word is not in the vocabulary, or {@code since} before 1970 or after
     *     2106-02-07T06:28:15Z
     */
    String encode(Tap tap) {
        byte[] bits = format.write(tap);
        if (bits.length > MOST_BYTES) {
            return encode(shorter(tap));
        }
        byte[] sealed = Arrays.copyOf(bits, bits.length + Seal.LENGTH);
        System.arraycopy(seal.seal(bits), 0, sealed, bits.length, Seal.LENGTH);
        return BASE64.encodeToString(sealed);
    }

    /** What an action stands for, whatever it is. Artists that are gone are left out of the wishes. */
    Decoded decode(String action) {
        byte[] sealed = bytes(action);
        if (sealed.length < Seal.LENGTH) {
            return new Decoded.NotOurs();
        }
        int length = sealed.length - Seal.LENGTH;
        byte[] bits = Arrays.copyOf(sealed, length);
        if (!seal.isSealed(bits, Arrays.copyOfRange(sealed, length, sealed.length))) {
            return new Decoded.NotOurs();
        }
        return switch (read(bits)) {
            case Decoded.Tapped(var tap) -> new Decoded.Tapped(named(tap));
            case Decoded.TooOld tooOld -> tooOld;
            case Decoded.NotOurs notOurs -> notOurs;
        };
    }

    /** No bytes where it is no base64, or the same bytes are written in another way. */
    private static byte[] bytes(String action) {
        if (action.length() > Button.LONGEST_ACTION) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(action);
            return BASE64.encodeToString(bytes).equals(action) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Decoded read(byte[] bits) {
        try {
            return format.read(bits);
        } catch (IllegalArgumentException e) {
            return new Decoded.NotOurs();
        }
    }

    private static Tap shorter(Tap tap) {
        return switch (tap) {
            case Tap.Show(Tap.Feeling(var profile), var wishes, var aim, var since) ->
                new Tap.Show(new Tap.Feeling(shorter(profile)), wishes, aim, since);
            case Tap.NotQuite(var profile, var wishes) -> new Tap.NotQuite(shorter(profile), wishes);
            case Tap.Show(Tap.LikeSong ignored, var wishes, var aim, var since) -> throw tooLong(tap);
            case Tap.Vote ignored -> throw tooLong(tap);
            case Tap.Speak ignored -> throw tooLong(tap);
        };
    }

    private static IllegalStateException tooLong(Tap tap) {
        return new IllegalStateException("an action is too short for " + tap);
    }

    private static Profile shorter(Profile profile) {
        List<WeightedWord> emotions = profile.emotions();
        return new Profile(emotions.subList(0, emotions.size() - 1), profile.themes());
    }

    private Tap named(Tap tap) {
        return switch (tap) {
            case Tap.Show(var start, var wishes, var aim, var since) -> new Tap.Show(start, named(wishes), aim, since);
            case Tap.NotQuite(var profile, var wishes) -> new Tap.NotQuite(profile, named(wishes));
            case Tap.Vote vote -> vote;
            case Tap.Speak speak -> speak;
        };
    }

    private Wishes named(Wishes wishes) {
        List<Artist> known = wishes.without().stream()
                .map(artist -> artists.apply(artist.id()))
                .flatMap(Optional::stream)
                .toList();
        return new Wishes(wishes.language(), wishes.era(), wishes.count(), wishes.nothingSad(), known);
    }
}
