package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What every answer comes down to, whatever it was. */
final class ToldWords {
    private ToldWords() {}

    static void assertAre(Told told) {
        assertThat(told.emotions()).hasSizeLessThanOrEqualTo(8);
        assertThat(told.themes()).hasSizeLessThanOrEqualTo(4);
        assertAreTerms(told.emotions(), 3);
        assertAreTerms(told.themes(), 5);
        if (told.language() != null) {
            assertThat(told.language()).matches("[a-z]{2}");
        }
    }

    private static void assertAreTerms(Map<String, Double> terms, int mostWords) {
        terms.forEach((term, weight) -> {
            assertThat(weight).isPositive().isLessThanOrEqualTo(1);
            assertThat(term).hasSizeLessThanOrEqualTo(40).matches("\\p{IsLatin}[\\p{IsLatin} '’-]*");
            assertThat(term.split("[ -]")).hasSizeLessThanOrEqualTo(mostWords);
        });
    }
}
