package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapCodecTest {
    private static final Seal SEAL = new HmacSeal("key");
    private static final TapCodec CODEC = codec(id -> Optional.of(RandomTaps.artist(id)));
    private static final Instant LATEST = Instant.parse("2106-02-07T06:28:15Z");
    private static final Profile JOY = TestProfiles.of(List.of("joy"), List.of());

    private static TapCodec codec(Function<Long, Optional<Artist>> artists) {
        return new TapCodec(TestVocabularies.REAL, SEAL, artists);
    }

    private static Tap andBack(Tap tap) {
        return ((Decoded.Tapped) CODEC.decode(CODEC.encode(tap))).tap();
    }

    private static Tap.NotQuite with(Wishes wishes) {
        return new Tap.NotQuite(JOY, wishes);
    }

    private static Wishes everyWish(long artist) {
        List<Artist> without = List.of(RandomTaps.artist(artist), RandomTaps.artist(artist - 1));
        return new Wishes("es", Era.decade(1980), 10, true, without);
    }

    @Test
    void everyLanguageComesBack() {
        List<Tap> taps = letters()
                .flatMap(first -> letters().map(second -> first + second))
                .<Tap>map(language -> with(new Wishes(language, null, null, false, List.of())))
                .toList();

        assertThat(taps).hasSize(676).allSatisfy(tap -> assertThat(andBack(tap)).isEqualTo(tap));
    }

    private static Stream<String> letters() {
        return "abcdefghijklmnopqrstuvwxyz".chars().mapToObj(Character::toString);
    }

    @Test
    void everyEraComesBack() {
        List<Tap> taps = years(Era.FIRST)
                .flatMap(from -> years(from).map(to -> new Era(from, to)))
                .<Tap>map(era -> with(new Wishes(null, era, null, false, List.of())))
                .toList();

        assertThat(taps)
                .hasSize(201 * 202 / 2)
                .allSatisfy(tap -> assertThat(andBack(tap)).isEqualTo(tap));
    }

    private static Stream<Integer> years(int from) {
        return IntStream.rangeClosed(from, Era.LAST).boxed();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 1L << 28, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void everyIdComesBack(long id) {
        var tap = new Tap.Show(new Tap.LikeSong(new SongId(id)), everyWish(id), Aim.CALM, LATEST);

        assertThat(andBack(tap)).isEqualTo(tap);
    }

    @Test
    void everyWeightComesBackWithinAThirtiethAndNeverAsNothing() {
        DoubleStream weights = DoubleStream.concat(
                DoubleStream.of(Double.MIN_VALUE),
                IntStream.rangeClosed(1, 3000).mapToDouble(i -> i / 3000.0));

        assertThat(weights)
                .allSatisfy(weight ->
                        assertThat(weightBack(weight)).isPositive().isCloseTo(weight, within(1 / 30.0 + 1e-12)));
    }

    private static double weightBack(double weight) {
        var profile = new Profile(List.of(new WeightedWord("joy", weight)), List.of());
        return ((Tap.NotQuite) andBack(new Tap.NotQuite(profile, Wishes.NONE)))
                .profile()
                .emotions()
                .getFirst()
                .weight();
    }

    @Test
    void momentsLoseTheirFractionsOfASecond() {
        var song = new Tap.LikeSong(new SongId(5));
        var tap = new Tap.Show(song, Wishes.NONE, Aim.MATCH, Instant.parse("2026-01-01T12:34:56.999Z"));

        assertThat(andBack(tap))
                .isEqualTo(new Tap.Show(song, Wishes.NONE, Aim.MATCH, Instant.parse("2026-01-01T12:34:56Z")));
    }

    @Test
    void anArtistThatIsGoneIsLeftOut() {
        TapCodec forgetful = codec(id -> id == 2 ? Optional.of(new Artist(2, "The Kept")) : Optional.empty());
        List<Artist> without = List.of(new Artist(1, "The Lost"), new Artist(2, "The Kept before"));
        String action = forgetful.encode(with(new Wishes("en", null, 3, true, without)));

        assertThat(forgetful.decode(action))
                .isEqualTo(
                        new Decoded.Tapped(with(new Wishes("en", null, 3, true, List.of(new Artist(2, "The Kept"))))));
    }

    @Test
    void tellsWhenArtistsCannotBeLookedUp() {
        TapCodec cut = codec(id -> {
            throw new StoreUnavailableException("no database");
        });
        String action = cut.encode(with(everyWish(7)));

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> cut.decode(action));
    }
}
