package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;

class TactTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();

    private static final Profile BREAK_UP = TestProfiles.of(List.of("heartbreak", "sadness"), List.of("break-up"));
    private static final Profile GRIEF = TestProfiles.of(List.of("grief", "sadness"), List.of("death-of-loved-one"));
    private static final Profile EXAM = TestProfiles.of(List.of("nervousness", "anxiety"), List.of("exam-nerves"));

    private static final Profile LOVE_SONG =
            TestProfiles.of(List.of("love", "happiness", "tenderness"), List.of("being-in-love"));
    private static final Profile PARTY_SONG = TestProfiles.of(List.of("joy", "playfulness"), List.of("party"));
    private static final Profile ANGRY_SONG = TestProfiles.of(List.of("anger", "sadness"), List.of("break-up"));
    private static final Profile HYMN =
            TestProfiles.of(List.of("hope", "comfort", "sadness", "gratitude"), List.of("overcoming"));

    @Test
    void nobodyLeftByALoverGetsLoveInBloom() {
        assertThat(tact(BREAK_UP).allows(LOVE_SONG)).isFalse();
        assertThat(tact(BREAK_UP).allows(TestProfiles.feeling("romance", "hope", "passion", "joy")))
                .isFalse();
    }

    @Test
    void thoseInLoveGetLoveSongs() {
        Profile shy = TestProfiles.of(List.of("nervousness", "infatuation"), List.of("crush"));

        assertThat(tact(shy).allows(LOVE_SONG)).isTrue();
    }

    @Test
    void aSongAboutTheSameHurtMayBeTender() {
        Profile tender =
                TestProfiles.of(List.of("heartbreak", "tenderness", "romance"), List.of("break-up", "being-in-love"));

        assertThat(tact(BREAK_UP).allows(tender)).isTrue();
    }

    @Test
    void nobodySadIsMadeAngry() {
        assertThat(tact(BREAK_UP).allows(ANGRY_SONG)).isFalse();
    }

    @Test
    void angerMayBeMet() {
        Profile furious = TestProfiles.of(List.of("anger", "betrayal", "sadness"), List.of("infidelity"));

        assertThat(tact(furious).allows(ANGRY_SONG)).isTrue();
    }

    @Test
    void nobodyInGriefGetsAPartySong() {
        assertThat(tact(GRIEF).allows(PARTY_SONG)).isFalse();
        assertThat(tact(GRIEF).allows(TestProfiles.feeling("euphoria", "energy", "hope")))
                .isFalse();
        assertThat(tact(GRIEF).allows(HYMN)).isTrue();
    }

    @Test
    void whoSpeaksOfAPartyMayGetOne() {
        Profile despite = TestProfiles.of(List.of("heartbreak", "sadness"), List.of("break-up", "party"));

        assertThat(tact(despite).allows(PARTY_SONG)).isTrue();
    }

    @Test
    void whoTellsOfSomethingElseThanLoveGetsNoHeartache() {
        Profile heartache = TestProfiles.of(List.of("tension", "worry"), List.of("infidelity"));
        Profile both = TestProfiles.of(List.of("tension", "worry"), List.of("exam-nerves", "break-up"));

        assertThat(tact(EXAM).allows(heartache)).isFalse();
        assertThat(tact(EXAM).allows(both)).isTrue();
        assertThat(tact(TestProfiles.feeling("nervousness", "anxiety")).allows(heartache))
                .isTrue();
    }

    @Test
    void aSongForAnOccasionNeedsTheOccasion() {
        Profile bells = TestProfiles.of(List.of("hope", "comfort"), List.of("christmas"));

        assertThat(tact(GRIEF).allows(bells)).isFalse();
    }

    @Test
    void fearIsNamedOnceAtMost() {
        Profile fearful = TestProfiles.of(List.of("fear", "courage"), List.of("exam-nerves"));

        assertThat(tact(EXAM).allows(fearful)).isTrue();
        assertThat(tact(EXAM).allowsLater(fearful)).isFalse();
    }

    @Test
    void noPathEndsInPainOrLonging() {
        assertThat(tact(BREAK_UP).allowsLast(HYMN)).isTrue();
        assertThat(tact(BREAK_UP).allowsLast(TestProfiles.feeling("sadness", "hope", "joy")))
                .isFalse();
        assertThat(tact(BREAK_UP).allowsLast(TestProfiles.feeling("nostalgia", "hope", "joy")))
                .isFalse();
        assertThat(tact(BREAK_UP).allowsLast(TestProfiles.feeling("hope", "heartbreak", "sadness")))
                .isFalse();
    }

    @Test
    void aSongAboutASorrowThatIsNotThePersonsIsStrange() {
        Concern exam = new Concern(EXAM, VOCABULARY);

        assertThat(exam.strangeness(TestProfiles.of(List.of("tension"), List.of("toxic-love")), 0.1))
                .isEqualTo(1);
        assertThat(exam.strangeness(TestProfiles.of(List.of("tension"), List.of("exam-nerves")), 0.1))
                .isZero();
        assertThat(exam.strangeness(HYMN, 0.1)).isZero();
    }

    @Test
    void whoTellsNoSituationMayHearOfAnySorrowAtFirstButOfLoves() {
        Concern sad = new Concern(TestProfiles.feeling("sadness"), VOCABULARY);
        Profile mourning = TestProfiles.of(List.of("sadness"), List.of("lost-friendship"));

        assertThat(sad.strangeness(mourning, 0.1)).isEqualTo(0.1);
        assertThat(sad.strangeness(mourning, 1)).isEqualTo(1);
        assertThat(sad.strangeness(TestProfiles.of(List.of("sadness"), List.of("break-up")), 0.1))
                .isEqualTo(1);
    }

    private static Tact tact(Profile feeling) {
        return new Tact(feeling, new Concern(feeling, VOCABULARY), VOCABULARY);
    }
}
