package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.WeightedWord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bot asks people to say an emotion in a word, and shows its own words for them: those must be heard. */
class DisplayNamesTest {
    private static final int FIRST = 3;
    private static final LexiconExtractor EXTRACTOR = new LexiconExtractor(Lexicons.VOCABULARY, Lexicons.LEXICON);

    @ParameterizedTest
    @EnumSource
    void everyEmotionIsHeardByItsName(Language language) {
        Map<String, String> names =
                names(Lexicons.VOCABULARY.emotions().stream(), Emotion::word, e -> e.name(language));

        List<String> unheard = unheard(names, language, Profile::emotions);

        assertThat(names).hasSize(126);
        assertThat(unheard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeIsHeardByItsName(Language language) {
        Map<String, String> names = names(Lexicons.VOCABULARY.themes().stream(), Theme::name, t -> t.name(language));

        List<String> unheard = unheard(names, language, Profile::themes);

        assertThat(names).hasSize(59);
        assertThat(unheard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsAnsweredInItsLanguage(Language language) {
        Language other = Stream.of(Language.values())
                .filter(each -> each != language)
                .findFirst()
                .orElseThrow();

        assertThat(Lexicons.VOCABULARY.emotions())
                .filteredOn(emotion -> !emotion.english().equals(emotion.spanish()))
                .hasSizeGreaterThan(100)
                .filteredOn(
                        emotion -> EXTRACTOR.read(emotion.name(language), other).language() != language)
                .extracting(emotion -> emotion.name(language))
                .isEmpty();
    }

    private static <T> Map<String, String> names(Stream<T> words, Function<T, String> key, Function<T, String> name) {
        return words.collect(Collectors.toMap(key, name));
    }

    private static List<String> unheard(
            Map<String, String> names, Language language, Function<Profile, List<WeightedWord>> part) {
        BiPredicate<String, String> isHeard = (word, name) -> {
            Reading reading = EXTRACTOR.read(name, language);
            return reading.profile().map(part).orElse(List.of()).stream()
                    .limit(FIRST)
                    .anyMatch(heard -> heard.word().equals(word));
        };
        List<String> unheard = names.entrySet().stream()
                .filter(each -> !isHeard.test(each.getKey(), each.getValue()))
                .map(each -> each.getKey() + ": " + each.getValue())
                .sorted()
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d names heard; not heard %s%n",
                language.code(),
                names.size() - unheard.size(),
                names.size(),
                unheard);
        return unheard;
    }
}
