package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.person.Stance;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Era;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Actions of earlier days: what survives, and what is too old. */
class TapAgeTest {
    private static final HmacSeal SEAL = new HmacSeal("key");
    private static final List<String> EMOTIONS = List.of("joy", "sadness", "calm");
    private static final List<String> THEMES = List.of("party", "rain");
    private static final Vocabulary SMALL = TestVocabularies.of(EMOTIONS, THEMES);
    private static final TapCodec CODEC = codec(SMALL);

    private static final Wishes WISHES =
            new Wishes("es", Era.decade(1980), 3, true, List.of(RandomTaps.artist(12), RandomTaps.artist(3456)));
    private static final Profile GLOOM = Profile.of(Map.of("sadness", 1.0, "calm", 0.6), Map.of("rain", 0.2));
    private static final Instant SINCE = Instant.parse("2026-03-04T05:06:07Z");

    /** Handed out by version 1. Whoever has to change one of these has to raise {@link TapFormat#VERSION}. */
    private static final Map<String, Tap> ISSUED = Map.of(
            "EEjyJAfApATklUFk8GQA22mnvb8k2x29O5J1DQ", new Tap.Show(new Tap.Feeling(GLOOM), WISHES, Aim.LIFT, SINCE),
            "EEjyJAfApATAAHZeDhH3QzQ-", new Tap.Show(new Tap.Feeling(GLOOM), Wishes.NONE, Aim.MATCH, null),
            "EkjyJAfApATAADTFN-a_g1Qj", new Tap.NotQuite(GLOOM, Wishes.NONE),
            "EYetS5JVBZPBkANwp66a28g1064",
                    new Tap.Show(new Tap.LikeSong(new SongId(1_234_567)), WISHES, Aim.CALM, null),
            "E4etS0Ay4bRe2DWZaQ", new Tap.Vote(new SongId(1_234_567), Stance.UP),
            "E02AqWprkST0D8A", new Tap.Vote(new SongId(77), Stance.DOWN),
            "E00AWF60L-U-YFs", new Tap.Vote(new SongId(77), null),
            "FEDnofGlIadXdA", new Tap.Speak(Language.ENGLISH),
            "FIC9gRH5OvmTeQ", new Tap.Speak(Language.SPANISH),
            "FABjDrttYQ-PVQ", new Tap.Speak(null));

    private static TapCodec codec(Vocabulary vocabulary) {
        return new TapCodec(vocabulary, SEAL, id -> Optional.of(RandomTaps.artist(id)));
    }

    private static boolean hasWords(Tap tap) {
        return switch (tap) {
            case Tap.Show show -> show.start() instanceof Tap.Feeling;
            case Tap.NotQuite ignored -> true;
            case Tap.Vote ignored -> false;
            case Tap.Speak ignored -> false;
        };
    }

    @Test
    void actionsHandedOutAreStillUnderstood() {
        assertThat(ISSUED)
                .allSatisfy((action, tap) -> assertThat(CODEC.decode(action)).isEqualTo(new Decoded.Tapped(tap)));
    }

    @Test
    void theSameActionsAreStillHandedOut() {
        assertThat(ISSUED)
                .allSatisfy((action, tap) -> assertThat(CODEC.encode(tap)).isEqualTo(action));
    }

    @Test
    void whatHasNoWordsSurvivesAnotherVocabulary() {
        TapCodec other = codec(TestVocabularies.REAL);

        assertThat(ISSUED.values().stream().filter(tap -> !hasWords(tap)))
                .hasSize(7)
                .allSatisfy(tap -> assertThat(other.decode(CODEC.encode(tap))).isEqualTo(new Decoded.Tapped(tap)));
    }

    static Stream<Vocabulary> otherVocabularies() {
        return Stream.of(
                TestVocabularies.of(List.of("joy", "sadness", "calm", "zeal"), THEMES),
                TestVocabularies.of(List.of("joy", "sadness"), THEMES),
                TestVocabularies.of(List.of("joy", "calm", "sadness"), THEMES),
                TestVocabularies.of(EMOTIONS, List.of("party", "rain", "zoo")),
                TestVocabularies.of(EMOTIONS, List.of("rain", "party")),
                TestVocabularies.of(List.of("joy", "sadness", "calm", "party"), List.of("rain")),
                TestVocabularies.REAL);
    }

    @ParameterizedTest
    @MethodSource("otherVocabularies")
    void whatHasWordsOfAnotherVocabularyIsTooOld(Vocabulary other) {
        assertThat(ISSUED.values().stream().filter(TapAgeTest::hasWords))
                .hasSize(3)
                .allMatch(tap -> codec(other).decode(CODEC.encode(tap)).equals(new Decoded.TooOld()));
    }

    @Test
    void aTapOfTheRealVocabularyIsTooOldWhenItGetsOneMoreWord() {
        String action = codec(TestVocabularies.REAL)
                .encode(new Tap.NotQuite(TestProfiles.of(List.of("joy"), List.of()), Wishes.NONE));

        assertThat(codec(TestVocabularies.realWithEmotion("zeal")).decode(action))
                .isEqualTo(new Decoded.TooOld());
        assertThat(codec(TestVocabularies.realWithTheme("zoo")).decode(action)).isEqualTo(new Decoded.TooOld());
    }

    @Test
    void whatAnotherVersionHasWrittenIsTooOld() {
        assertThat(ISSUED.values()).allSatisfy(tap -> {
            byte[] bits = new TapFormat(SMALL).write(tap);
            bits[0] ^= 0x30;

            assertThat(CODEC.decode(SEAL.action(bits))).isEqualTo(new Decoded.TooOld());
        });
    }
}
