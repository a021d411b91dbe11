package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.junit.jupiter.api.Test;

/** What holds for every tap, of whatever kind and size. */
class TapRoundTripTest {
    private static final TapCodec CODEC =
            new TapCodec(TestVocabularies.REAL, new HmacSeal("key"), id -> Optional.of(RandomTaps.artist(id)));
    private static final List<Tap> TAPS = new RandomTaps(TestVocabularies.REAL, 20).take(20_000);

    private static Tap decoded(String action) {
        return ((Decoded.Tapped) CODEC.decode(action)).tap();
    }

    private static Tap andBack(Tap tap) {
        return decoded(CODEC.encode(tap));
    }

    private static Optional<Profile> profileOf(Tap tap) {
        return switch (tap) {
            case Tap.Show show when show.start() instanceof Tap.Feeling(var profile) -> Optional.of(profile);
            case Tap.NotQuite(var profile, var ignored) -> Optional.of(profile);
            case Tap.Show ignored -> Optional.empty();
            case Tap.Vote ignored -> Optional.empty();
            case Tap.Speak ignored -> Optional.empty();
        };
    }

    private static Tap withProfile(Tap tap, Profile profile) {
        return switch (tap) {
            case Tap.Show show -> new Tap.Show(new Tap.Feeling(profile), show.wishes(), show.aim(), show.since());
            case Tap.NotQuite(var ignored, var wishes) -> new Tap.NotQuite(profile, wishes);
            case Tap.Vote vote -> vote;
            case Tap.Speak speak -> speak;
        };
    }

    private static int emotions(Tap tap) {
        return profileOf(tap).map(Profile::emotions).map(List::size).orElse(0);
    }

    private static List<String> words(List<WeightedWord> weighted) {
        return weighted.stream().map(WeightedWord::word).toList();
    }

    @Test
    void everyActionIsShortAndSafeInAnAddress() {
        assertThat(TAPS).allSatisfy(tap -> assertThat(CODEC.encode(tap)).matches("[A-Za-z0-9_-]{1,64}"));
    }

    @Test
    void everyActionGoesOnAButton() {
        assertThat(TAPS)
                .allSatisfy(tap ->
                        assertThatCode(() -> new Button("x", CODEC.encode(tap))).doesNotThrowAnyException());
    }

    @Test
    void everyTapComesBackButForItsWeightsAndItsWeakestWords() {
        assertThat(TAPS).allSatisfy(tap -> {
            Tap back = andBack(tap);

            assertThat(profileOf(back).map(profile -> withProfile(tap, profile)).orElse(tap))
                    .isEqualTo(back);
        });
    }

    @Test
    void everyProfileComesBackInItsOrderAndNearlyAsStrong() {
        assertThat(TAPS)
                .allSatisfy(tap -> profileOf(tap).ifPresent(profile -> {
                    Profile back = profileOf(andBack(tap)).orElseThrow();

                    assertNearly(back.emotions(), profile.emotions());
                    assertNearly(back.themes(), profile.themes());
                }));
    }

    private static void assertNearly(List<WeightedWord> back, List<WeightedWord> were) {
        List<WeightedWord> kept = were.subList(0, back.size());
        assertThat(words(back)).isEqualTo(words(kept));
        assertThat(IntStream.range(0, kept.size()))
                .allSatisfy(i ->
                        assertThat(back.get(i).weight()).isCloseTo(kept.get(i).weight(), within(1 / 30.0 + 1e-12)));
    }

    @Test
    void wordsAreLeftOutOnlyWhereThereIsNoRoomForOneMore() {
        List<Tap> shortened = TAPS.stream()
                .filter(tap -> emotions(tap) > emotions(andBack(tap)))
                .toList();

        assertThat(shortened)
                .isNotEmpty()
                .allSatisfy(tap -> assertThat(CODEC.encode(tap)).hasSizeGreaterThanOrEqualTo(63));
    }

    @Test
    void theSameActionIsMadeOfWhatComesBack() {
        assertThat(TAPS).allSatisfy(tap -> {
            String action = CODEC.encode(tap);

            assertThat(CODEC.encode(decoded(action))).isEqualTo(action);
        });
    }
}
