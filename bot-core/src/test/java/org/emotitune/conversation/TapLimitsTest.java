package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;
import org.emotitune.song.Era;
import org.emotitune.song.SongId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an action has room for. */
class TapLimitsTest {
    private static final Seal SEAL = new HmacSeal("key");
    private static final TapCodec CODEC =
            new TapCodec(TestVocabularies.REAL, SEAL, id -> Optional.of(RandomTaps.artist(id)));
    private static final Instant LATEST = Instant.parse("2106-02-07T06:28:15Z");
    private static final Profile JOY = profile(1, 0);

    private static Tap andBack(Tap tap) {
        return ((Decoded.Tapped) CODEC.decode(CODEC.encode(tap))).tap();
    }

    private static Tap show(Profile profile, Wishes wishes, Instant since) {
        return new Tap.Show(new Tap.Feeling(profile), wishes, Aim.CALM, since);
    }

    /** The last words of the vocabulary, weights falling by a fifteenth, which comes back exactly. */
    private static Profile profile(int emotions, int themes) {
        return new Profile(
                falling(TestVocabularies.REAL.emotionWords().reversed(), emotions),
                falling(TestVocabularies.REAL.themeNames().reversed(), themes));
    }

    private static List<WeightedWord> falling(List<String> words, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WeightedWord(words.get(i), (15 - i) / 15.0))
                .toList();
    }

    private static Wishes everyWish(long artist) {
        List<Artist> without = List.of(RandomTaps.artist(artist), RandomTaps.artist(artist - 1));
        return new Wishes("es", Era.decade(1980), 10, true, without);
    }

    @Test
    void everythingAtOnceHasRoomWithUsualIds() {
        var full = show(profile(8, 4), everyWish((1 << 28) - 1), LATEST);

        assertThat(andBack(full)).isEqualTo(full);
    }

    @Test
    void everythingAtOnceWithHugeIdsKeepsTheStrongestEmotionsAndAllThemes() {
        var full = show(profile(8, 4), everyWish(1L << 62), LATEST);

        assertThat(andBack(full)).isEqualTo(show(twoEmotionsOfEight(), everyWish(1L << 62), LATEST));
    }

    private static Profile twoEmotionsOfEight() {
        return new Profile(profile(8, 4).emotions().subList(0, 2), profile(1, 4).themes());
    }

    @Test
    void aFeelingWithAWishIsShort() {
        var usual = show(profile(3, 1), new Wishes("es", null, null, false, List.of()), LATEST);

        assertThat(CODEC.encode(usual)).hasSizeLessThanOrEqualTo(36);
    }

    @Test
    void aVoteIsShort() {
        assertThat(CODEC.encode(new Tap.Vote(new SongId(999_999), null))).hasSizeLessThanOrEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "2026-01-01T12:34:56Z", "2038-01-19T03:14:08Z", "2106-02-07T06:28:15Z"})
    void momentsUntil2106ComeBack(Instant since) {
        var tap = show(JOY, Wishes.NONE, since);

        assertThat(andBack(tap)).isEqualTo(tap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.9Z", "2106-02-07T06:28:16Z"})
    void refusesAMomentThatHasNoRoom(Instant since) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.encode(show(JOY, Wishes.NONE, since)))
                .withMessageEndingWith("does not fit into 32 bits");
    }

    @Test
    void refusesAWordThatIsNotInTheVocabulary() {
        var profile = new Profile(List.of(new WeightedWord("joyfulishness", 1)), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.encode(new Tap.NotQuite(profile, Wishes.NONE)))
                .withMessageStartingWith("'joyfulishness' is none of the ");
    }

    @Test
    void refusesAVocabularyWithMoreWordsThanAByteTellsApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TapFormat(TestVocabularies.ofSize(257, 1)))
                .withMessage("257 emotions and 1 themes given, at most 256 of each fit into a button");
        assertThatIllegalArgumentException().isThrownBy(() -> new TapFormat(TestVocabularies.ofSize(1, 257)));
    }

    @Test
    void theLastOf256WordsComesBack() {
        var codec = new TapCodec(TestVocabularies.ofSize(256, 256), SEAL, id -> Optional.empty());
        var last = new Profile(List.of(new WeightedWord("e255", 1)), List.of(new WeightedWord("t255", 1)));
        Tap tap = new Tap.NotQuite(last, Wishes.NONE);

        assertThat(codec.decode(codec.encode(tap))).isEqualTo(new Decoded.Tapped(tap));
    }

    @Test
    void everythingAtOnceWithTheLongestIdsKeepsOneEmotionAndAllThemes() {
        var full = show(profile(8, 4), everyWish(-1), LATEST);

        assertThat(andBack(full)).isEqualTo(show(profile(1, 4), everyWish(-1), LATEST));
    }
}
