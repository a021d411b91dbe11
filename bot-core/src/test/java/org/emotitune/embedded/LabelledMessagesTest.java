package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * How much the extractor understands of everyday messages that were labelled by hand. The development files were
 * written beside the lexicon; the held-out ones by somebody who had not seen it, and have been used to mend it since; the
 * blind ones by another who had not seen it, and nothing has been mended by them: they alone tell how messages of
 * strangers fare.
 */
class LabelledMessagesTest {

    /**
     * A file and how much of it must be understood: shares, 0 to 1, a little below what was measured.
     *
     * @param top of the messages: the strongest emotion is an acceptable one
     * @param firstThree of the messages: one of the three strongest emotions is
     * @param theme of the messages that are about something: the strongest theme is acceptable
     */
    record Bound(String file, Language language, double top, double firstThree, double theme) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound("dev-messages-es.tsv", Language.SPANISH, 0.91, 0.95, 0.93),
            new Bound("dev-messages-en.tsv", Language.ENGLISH, 0.88, 0.92, 0.90),
            new Bound("heldout-es.tsv", Language.SPANISH, 0.85, 0.94, 0.84),
            new Bound("heldout-en.tsv", Language.ENGLISH, 0.88, 0.94, 0.86),
            new Bound("blind2-es.tsv", Language.SPANISH, 0.77, 0.82, 0.60),
            new Bound("blind2-en.tsv", Language.ENGLISH, 0.73, 0.80, 0.52));

    private static final int MESSAGES_OF_A_LANGUAGE = 150;

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final LexiconExtractor EXTRACTOR =
            new LexiconExtractor(VOCABULARY, new LexiconFiles(VOCABULARY).load());

    /** A message and what was heard in it. */
    private record Heard(LabelledMessage message, Reading reading) {
        Optional<Profile> profile() {
            return reading.profile();
        }

        boolean topIsRight() {
            return anyOfTheFirst(1);
        }

        boolean oneOfThreeIsRight() {
            return anyOfTheFirst(3);
        }

        private boolean anyOfTheFirst(int count) {
            return profile().stream()
                    .flatMap(profile -> profile.emotions().stream().limit(count))
                    .anyMatch(emotion -> message.emotions().contains(emotion.word()));
        }

        boolean themeIsRight() {
            return profile().stream()
                    .flatMap(profile -> profile.themes().stream().limit(1))
                    .anyMatch(theme -> message.themes().contains(theme.word()));
        }
    }

    @ParameterizedTest
    @FieldSource("BOUNDS")
    void areUnderstoodWell(Bound bound) {
        List<Heard> heard = heard(bound.file());
        List<Heard> aboutSomething = heard.stream()
                .filter(each -> !each.message().themes().isEmpty())
                .toList();

        double top = share(heard, Heard::topIsRight);
        double firstThree = share(heard, Heard::oneOfThreeIsRight);
        double theme = share(aboutSomething, Heard::themeIsRight);

        System.out.printf(
                Locale.ROOT,
                "%s %s: %d messages, top emotion right %.3f, one of the first three right %.3f,"
                        + " top theme right %.3f of %d, language right %.3f, unclear %.3f%n",
                bound.language().code(),
                bound.file(),
                heard.size(),
                top,
                firstThree,
                theme,
                aboutSomething.size(),
                share(heard, each -> each.reading().language() == bound.language()),
                share(heard, each -> each.profile().isEmpty()));
        assertThat(top).as("top emotion right").isGreaterThanOrEqualTo(bound.top());
        assertThat(firstThree).as("one of the first three right").isGreaterThanOrEqualTo(bound.firstThree());
        assertThat(theme).as("top theme right").isGreaterThanOrEqualTo(bound.theme());
    }

    @ParameterizedTest
    @FieldSource("BOUNDS")
    void areAnsweredInTheirLanguage(Bound bound) {
        assertThat(share(heard(bound.file()), each -> each.reading().language() == bound.language()))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void areMoreThanEnoughInEachLanguage() {
        for (Language language : Language.values()) {
            assertThat(all(language)).as(language.code()).hasSizeGreaterThanOrEqualTo(MESSAGES_OF_A_LANGUAGE);
        }
    }

    @Test
    void areLabelledInWordsOfTheVocabulary() {
        for (Language language : Language.values()) {
            assertThat(all(language).flatMap(message -> message.emotions().stream()))
                    .isNotEmpty()
                    .isSubsetOf(VOCABULARY.emotionWords());
            assertThat(all(language).flatMap(message -> message.themes().stream()))
                    .isNotEmpty()
                    .isSubsetOf(VOCABULARY.themeNames());
        }
    }

    @ParameterizedTest
    @FieldSource("BOUNDS")
    void areAllDifferent(Bound bound) {
        assertThat(LabelledMessage.load(bound.file()))
                .isNotEmpty()
                .extracting(message -> message.text().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    private static Stream<LabelledMessage> all(Language language) {
        return BOUNDS.stream()
                .filter(bound -> bound.language() == language)
                .flatMap(bound -> LabelledMessage.load(bound.file()).stream());
    }

    private static List<Heard> heard(String file) {
        return LabelledMessage.load(file).stream()
                .map(message -> new Heard(message, EXTRACTOR.read(message.text(), Language.ENGLISH)))
                .toList();
    }

    private static double share(List<Heard> heard, Predicate<Heard> right) {
        assertThat(heard).isNotEmpty();
        return (double) heard.stream().filter(right).count() / heard.size();
    }
}
