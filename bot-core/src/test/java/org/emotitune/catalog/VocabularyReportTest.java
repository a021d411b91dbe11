package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.emotitune.catalog.VocabularyReport.DerivativePair;
import org.emotitune.catalog.VocabularyReport.Figures;
import org.emotitune.catalog.VocabularyReport.LeftOut;
import org.emotitune.catalog.VocabularyReport.Words;
import org.emotitune.emotion.VocabularyFiles;
import org.junit.jupiter.api.Test;

class VocabularyReportTest {
    private static final Set<String> NONSENSE = Set.of("xqzzt", "blorb");

    private static VocabularyReport report() {
        return new VocabularyReport(term -> !NONSENSE.contains(term));
    }

    @Test
    void countsWordsBeforeAndAfter() {
        VocabularyReport report = report();
        report.add(List.of("betrayed", "Joy", "xqzzt"), List.of("betrayal", "joy"));
        report.add(List.of("betrayal", "joy ", "xqzzt", "blorb"), List.of("betrayal", "joy"));

        Figures figures = report.figures();

        assertThat(figures.songs()).isEqualTo(2);
        assertThat(figures.before().distinctWords()).isEqualTo(5);
        assertThat(figures.after().distinctWords()).isEqualTo(2);
        assertThat(figures.reduction()).isEqualTo(60);
        assertThat(figures.leftOut()).isEqualTo(Map.of("blorb", 1L, "xqzzt", 2L));
        assertThat(figures.before().derivativePairs()).containsExactly(new DerivativePair("betrayal", "betrayed"));
        assertThat(figures.after().derivativePairs()).isEmpty();
    }

    @Test
    void tellsFirstWhatMostSongsHaveInVain() {
        Figures figures = new VocabularyReport(term -> false).figures();
        assertThat(figures.mostLeftOut(3)).isEmpty();

        VocabularyReport report = new VocabularyReport(term -> term.equals("joy"));
        report.add(List.of("zest", "joy", "bling"), List.of("joy"));
        report.add(List.of("zest", "swagger"), List.of());

        assertThat(report.figures().mostLeftOut(2)).containsExactly(new LeftOut("zest", 2), new LeftOut("bling", 1));
    }

    @Test
    void tellsEntropyInBits() {
        VocabularyReport report = report();
        List.of("joy", "hope", "calm", "rage").forEach(word -> report.add(List.of("same"), List.of(word)));

        assertThat(report.figures().before().entropy()).isZero();
        assertThat(report.figures().after().entropy()).isCloseTo(2, within(1e-9));
    }

    @Test
    void findsEveryPairOfThreeOfAKindOnce() {
        assertThat(VocabularyReport.derivativePairs(List.of("yearning", "yearns", "hope", "yearned")))
                .containsExactly(
                        new DerivativePair("yearned", "yearning"),
                        new DerivativePair("yearned", "yearns"),
                        new DerivativePair("yearning", "yearns"));
    }

    @Test
    void tellsTheOverlapThatComparingAllPairsTells() {
        Random random = new Random(11);
        List<String> words = VocabularyFiles.load().emotionWords().subList(0, 30);
        List<Set<String>> songs = new ArrayList<>();
        VocabularyReport report = report();
        for (int i = 0; i < 60; i++) {
            Set<String> song = new HashSet<>();
            while (song.size() < 8) {
                song.add(words.get((int) Math.min(29, Math.abs(random.nextGaussian() * 10))));
            }
            songs.add(song);
            report.add(song, song);
        }

        assertThat(report.figures().after().overlap()).isCloseTo(overlapOfAllPairs(songs), within(1e-9));
    }

    private static double overlapOfAllPairs(List<Set<String>> songs) {
        double shared = 0;
        long pairs = 0;
        for (int i = 0; i < songs.size(); i++) {
            for (int j = i + 1; j < songs.size(); j++) {
                Set<String> both = new HashSet<>(songs.get(i));
                both.retainAll(songs.get(j));
                shared += both.size() / 8.0;
                pairs++;
            }
        }
        return shared / pairs;
    }

    @Test
    void isAllZeroForNoSongs() {
        Words none = new Words(0, 0, 0, List.of());

        assertThat(report().figures()).isEqualTo(new Figures(0, none, none, 0, Map.of()));
    }

    @Test
    void findsNoDerivativesInTheVocabularyItself() {
        assertThat(VocabularyReport.derivativePairs(VocabularyFiles.load().emotionWords()))
                .isEmpty();
    }
}
