package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits under the right seal that no tap is written in. */
class TapNonsenseTest {
    private static final HmacSeal SEAL = new HmacSeal("key");
    private static final Vocabulary SMALL =
            TestVocabularies.of(List.of("joy", "sadness", "calm"), List.of("party", "rain"));
    private static final TapFormat FORMAT = new TapFormat(SMALL);
    private static final TapCodec CODEC = new TapCodec(SMALL, SEAL, id -> Optional.of(RandomTaps.artist(id)));
    private static final Profile JOY = TestProfiles.of(List.of("joy"), List.of());
    private static final List<Tap> TAPS = new RandomTaps(SMALL, 5).take(1000);

    /** What follows is of version 1 and about songs like song 5, up to the one thing that cannot be. */
    static Stream<Arguments> nonsense() {
        return Stream.of(
                arguments("nothing", new BitWriter()),
                arguments("a version alone", written(1, 4)),
                arguments("another kind", written(1, 4, 5, 4)),
                arguments("a song without end", written(1, 4, 1, 4, 0xff, 8, 0xff, 8)),
                arguments("a song above all numbers", written(1, 4, 1, 4, -1L >>> 1, 63, -1L >>> 1, 63, 5, 8, 0, 11)),
                arguments("a small song written long", written(1, 4, 1, 4, 0x85, 8, 0, 8, 0, 12)),
                arguments("a letter behind z", written(1, 4, 1, 4, 5, 8, 1, 1, 26, 5, 0, 5, 0, 11)),
                arguments("an era backwards", written(1, 4, 1, 4, 5, 8, 1, 2, 81, 8, 80, 8, 0, 10)),
                arguments("an era after 2100", written(1, 4, 1, 4, 5, 8, 1, 2, 0, 8, 201, 8, 0, 10)),
                arguments("eleven songs", written(1, 4, 1, 4, 5, 8, 0, 2, 11, 4, 0, 6)),
                arguments("three artists", written(1, 4, 1, 4, 5, 8, 0, 7, 3, 2, 1, 8, 1, 8, 1, 8, 0, 3)),
                arguments("another aim", written(1, 4, 1, 4, 5, 8, 0, 9, 3, 2, 0, 1)),
                arguments("a third stance", written(1, 4, 3, 4, 5, 8, 3, 2)),
                arguments("a third language to answer in", written(1, 4, 4, 4, 3, 2)),
                arguments("something behind the end", written(1, 4, 4, 4, 1, 2, 1, 1)),
                arguments("one more byte", written(1, 4, 4, 4, 1, 2, 0, 6, 0, 8)),
                arguments("a fourth emotion", withWords(1, 3, 0, 3, 3, 8, 15, 4)),
                arguments("a third theme", withWords(0, 3, 1, 3, 0, 8, 15, 4, 2, 8, 15, 4)),
                arguments("an emotion twice", withWords(1, 3, 0, 3, 0, 8, 15, 4, 0, 8, 14, 4)),
                arguments("five themes", withWords(0, 3, 5, 3, 0, 8, 15, 4, 0, 40, 0, 20)),
                arguments("a stronger emotion last", withWords(1, 3, 0, 3, 0, 8, 14, 4, 1, 8, 15, 4)));
    }

    /** @param valuesAndWidths in turn */
    private static BitWriter written(long... valuesAndWidths) {
        BitWriter out = new BitWriter();
        for (int i = 0; i < valuesAndWidths.length; i += 2) {
            out.write(valuesAndWidths[i], (int) valuesAndWidths[i + 1]);
        }
        return out;
    }

    private static BitWriter withWords(long... valuesAndWidths) {
        byte[] real = FORMAT.write(new Tap.NotQuite(JOY, Wishes.NONE));
        LongStream start = LongStream.of(1, 4, 2, 4, real[1] & 0xff, 8, real[2] & 0xff, 8);
        LongStream end = LongStream.of(0, 9);
        return written(LongStream.concat(LongStream.concat(start, LongStream.of(valuesAndWidths)), end)
                .toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseIsNotOursWhoeverHasSealedIt(String what, BitWriter bits) {
        assertThat(CODEC.decode(SEAL.action(bits.bytes()))).as(what).isEqualTo(new Decoded.NotOurs());
    }

    @Test
    void theSameWithoutNonsenseIsATap() {
        BitWriter song = written(1, 4, 1, 4, 5, 8, 0, 12);
        BitWriter joy = withWords(0, 3, 0, 3, 0, 8, 15, 4);

        assertThat(CODEC.decode(SEAL.action(song.bytes())))
                .isEqualTo(new Decoded.Tapped(
                        new Tap.Show(new Tap.LikeSong(new SongId(5)), Wishes.NONE, Aim.MATCH, null)));
        assertThat(CODEC.decode(SEAL.action(joy.bytes())))
                .isEqualTo(new Decoded.Tapped(new Tap.NotQuite(JOY, Wishes.NONE)));
    }

    @Test
    void whatIsUnderstoodUnderTheSealIsTheOnlyActionOfItsTap() {
        var random = new Random(11);
        List<String> understood = new ArrayList<>();

        for (int i = 0; i < 100_000; i++) {
            String action = SEAL.action(nearlyRight(random));
            if (CODEC.decode(action) instanceof Decoded.Tapped(var tap)) {
                understood.add(action);
                assertThat(CODEC.encode(tap)).isEqualTo(action);
            }
        }
        assertThat(understood).hasSizeGreaterThan(1000);
    }

    /** Bits of a tap with some of them turned, cut or longer. */
    private static byte[] nearlyRight(Random random) {
        byte[] bits = FORMAT.write(TAPS.get(random.nextInt(TAPS.size())));
        byte[] changed = Arrays.copyOf(bits, Math.min(40, bits.length + random.nextInt(-1, 2)));
        for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }
}
