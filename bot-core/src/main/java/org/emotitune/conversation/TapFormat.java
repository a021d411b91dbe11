package org.emotitune.conversation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Aim;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * Taps as bits, as few as possible: four of the version, four of the kind, 16 of the vocabulary where words follow, and
 * the fields in the order below. Whoever changes what is written raises {@link #VERSION}.
 */
final class TapFormat {
    static final int VERSION = 1;
    private static final int MOST_WORDS = 256;
    private static final int WEIGHT_STEPS = 15;

    private enum Kind {
        FEELING,
        LIKE_SONG,
        NOT_QUITE,
        VOTE,
        SPEAK
    }

    // Positions in these lists are written, not those of the enums, which may be put in another order.
    private static final List<Kind> KINDS =
            List.of(Kind.FEELING, Kind.LIKE_SONG, Kind.NOT_QUITE, Kind.VOTE, Kind.SPEAK);
    private static final List<Aim> AIMS = List.of(Aim.MATCH, Aim.LIFT, Aim.CALM);
    private static final List<Stance> STANCES = List.of(Stance.UP, Stance.DOWN);
    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.SPANISH);

    private final List<String> emotions;
    private final List<String> themes;
    private final long fingerprint;

    /** @throws IllegalArgumentException if there are more emotions or themes than a byte can tell apart */
    TapFormat(Vocabulary vocabulary) {
        emotions = vocabulary.emotionWords();
        themes = vocabulary.themeNames();
        if (emotions.size() > MOST_WORDS || themes.size() > MOST_WORDS) {
            throw new IllegalArgumentException("%d emotions and %d themes given, at most %d of each fit into a button"
                    .formatted(emotions.size(), themes.size(), MOST_WORDS));
        }
        String words = String.join(" ", emotions) + "\n" + String.join(" ", themes);
        fingerprint = Long.parseLong(Digests.sha256(words).substring(0, 4), 16);
    }

    /** @throws IllegalArgumentException if a word is not in the vocabulary, or {@code since} not in 1970 to 2106 */
    byte[] write(Tap tap) {
        BitWriter out = new BitWriter();
        out.write(VERSION, 4);
        switch (tap) {
            case Tap.Show show -> write(show, out);
            case Tap.NotQuite(var profile, var wishes) -> {
                write(Kind.NOT_QUITE, profile, out);
                WishesFormat.write(wishes, out);
            }
            case Tap.Vote vote -> {
                out.write(position(Kind.VOTE, KINDS), 4);
                out.writeId(vote.song().value());
                writeOptional(vote.stance(), STANCES, out);
            }
            case Tap.Speak speak -> {
                out.write(position(Kind.SPEAK, KINDS), 4);
                writeOptional(speak.language(), LANGUAGES, out);
            }
        }
        return out.bytes();
    }

    /**
     * @return too old, or the tap; its artists have their ids for names
     * @throws IllegalArgumentException if it is nothing that {@link #write} writes
     */
    Decoded read(byte[] bytes) {
        BitReader in = new BitReader(bytes);
        if (in.read(4) != VERSION) {
            return new Decoded.TooOld();
        }
        Kind kind = at(in.read(4), KINDS);
        if ((kind == Kind.FEELING || kind == Kind.NOT_QUITE) && in.read(16) != fingerprint) {
            return new Decoded.TooOld();
        }
        Tap tap = read(kind, in);
        if (!Arrays.equals(write(tap), bytes)) {
            throw new IllegalArgumentException("%s is written in another way".formatted(kind));
        }
        return new Decoded.Tapped(tap);
    }

    private Tap read(Kind kind, BitReader in) {
        return switch (kind) {
            case FEELING -> readShow(new Tap.Feeling(readProfile(in)), in);
            case LIKE_SONG -> readShow(new Tap.LikeSong(new SongId(in.readId())), in);
            case NOT_QUITE -> new Tap.NotQuite(readProfile(in), WishesFormat.read(in));
            case VOTE -> new Tap.Vote(new SongId(in.readId()), readOptional(STANCES, in));
            case SPEAK -> new Tap.Speak(readOptional(LANGUAGES, in));
        };
    }

    private void write(Tap.Show show, BitWriter out) {
        switch (show.start()) {
            case Tap.Feeling(var profile) -> write(Kind.FEELING, profile, out);
            case Tap.LikeSong(var song) -> {
                out.write(position(Kind.LIKE_SONG, KINDS), 4);
                out.writeId(song.value());
            }
        }
        WishesFormat.write(show.wishes(), out);
        out.write(position(show.aim(), AIMS), 2);
        Instant since = show.since();
        out.writeBit(since != null);
        if (since != null) {
            out.write(since.getEpochSecond(), Integer.SIZE);
        }
    }

    private static Tap.Show readShow(Tap.Start start, BitReader in) {
        var wishes = WishesFormat.read(in);
        Aim aim = at(in.read(2), AIMS);
        Instant since = in.readBit() ? Instant.ofEpochSecond(in.read(Integer.SIZE)) : null;
        return new Tap.Show(start, wishes, aim, since);
    }

    private void write(Kind kind, Profile profile, BitWriter out) {
        out.write(position(kind, KINDS), 4);
        out.write(fingerprint, 16);
        out.write(profile.emotions().size() - 1, 3);
        out.write(profile.themes().size(), 3);
        profile.emotions().forEach(each -> write(each, emotions, out));
        profile.themes().forEach(each -> write(each, themes, out));
    }

    private Profile readProfile(BitReader in) {
        int ofEmotions = (int) in.read(3) + 1;
        int ofThemes = (int) in.read(3);
        return new Profile(readWords(ofEmotions, emotions, in), readWords(ofThemes, themes, in));
    }

    private static void write(WeightedWord weighted, List<String> words, BitWriter out) {
        out.write(position(weighted.word(), words), 8);
        out.write(Math.round(weighted.weight() * WEIGHT_STEPS), 4);
    }

    private static List<WeightedWord> readWords(int count, List<String> words, BitReader in) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WeightedWord(at(in.read(8), words), weight(in.read(4))))
                .toList();
    }

    /** No weight is 0: step 0 comes back as the middle of what is rounded to it. */
    private static double weight(long step) {
        return Math.max((double) step, 0.25) / WEIGHT_STEPS;
    }

    private static <T> void writeOptional(@Nullable T value, List<T> values, BitWriter out) {
        out.write(value == null ? 0 : position(value, values) + 1, 2);
    }

    private static <T> @Nullable T readOptional(List<T> values, BitReader in) {
        long number = in.read(2);
        return number == 0 ? null : at(number - 1, values);
    }

    private static <T> int position(T value, List<T> values) {
        int position = values.indexOf(value);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "'%s' is none of the %d that have a place".formatted(value, values.size()));
        }
        return position;
    }

    private static <T> T at(long position, List<T> values) {
        if (position >= values.size()) {
            throw new IllegalArgumentException("%d is not below %d".formatted(position, values.size()));
        }
        return values.get((int) position);
    }
}
