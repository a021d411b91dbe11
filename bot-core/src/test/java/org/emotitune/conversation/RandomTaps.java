package org.emotitune.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** Taps of all kinds and sizes, the same ones for the same seed. */
final class RandomTaps {
    private final Vocabulary vocabulary;
    private final Random random;

    RandomTaps(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.random = new Random(seed);
    }

    /** An artist's name in these taps, so that it can be looked up. */
    static Artist artist(long id) {
        return new Artist(id, "The " + id + "s");
    }

    List<Tap> take(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private Tap next() {
        return switch (random.nextInt(8)) {
            case 0 -> new Tap.Vote(new SongId(id()), oneOrNone(Stance.values()));
            case 1 -> new Tap.Speak(oneOrNone(Language.values()));
            case 2 -> new Tap.NotQuite(profile(), wishes());
            case 3 -> show(new Tap.LikeSong(new SongId(id())));
            default -> show(new Tap.Feeling(profile()));
        };
    }

    private Tap show(Tap.Start start) {
        Instant since = random.nextBoolean() ? Instant.ofEpochSecond(random.nextLong(1L << 32)) : null;
        return new Tap.Show(start, wishes(), one(Aim.values()), since);
    }

    private Profile profile() {
        return new Profile(
                words(vocabulary.emotionWords(), 1, Profile.MOST_EMOTIONS),
                words(vocabulary.themeNames(), 0, Profile.MOST_THEMES));
    }

    private List<WeightedWord> words(List<String> from, int fewest, int most) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(random.nextInt(fewest, most + 1))
                .map(word -> new WeightedWord(word, weight()))
                .toList();
    }

    private double weight() {
        return random.nextInt(10) == 0 ? 1e-9 : 1 - random.nextDouble();
    }

    private Wishes wishes() {
        return new Wishes(
                random.nextBoolean() ? "" + letter() + letter() : null,
                random.nextBoolean() ? era() : null,
                random.nextBoolean() ? random.nextInt(1, Wishes.MOST_SONGS + 1) : null,
                random.nextBoolean(),
                IntStream.range(0, random.nextInt(Wishes.MOST_ARTISTS + 1))
                        .mapToObj(i -> artist(id()))
                        .toList());
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private Era era() {
        int from = random.nextInt(Era.FIRST, Era.LAST + 1);
        return new Era(from, random.nextInt(from, Era.LAST + 1));
    }

    /** As often small as huge; one in sixteen is negative, which no database gives out. */
    private long id() {
        return random.nextInt(16) == 0 ? -random.nextLong(1L << 62) - 1 : random.nextLong() >>> random.nextInt(1, 64);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T oneOrNone(T[] values) {
        return random.nextInt(values.length + 1) == 0 ? null : one(values);
    }
}
