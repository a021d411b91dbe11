package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.emotitune.conversation.SmallTalk.Kind;
import org.emotitune.conversation.SmallTalk.Said;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {
    private static final SmallTalk SMALL_TALK = SmallTalk.load();
    private static final List<Labelled> MESSAGES =
            Resources.lines("smalltalk.tsv", Resources.reader(SmallTalkTest.class, "smalltalk.tsv")).stream()
                    .map(line -> line.text().split("\t", 3))
                    .map(columns -> new Labelled(columns[0], columns[1], columns[2]))
                    .toList();

    /** @param kind "-" for no small talk */
    private record Labelled(String kind, String code, String message) {
        Language language() {
            return Language.of(code).orElseThrow();
        }

        Optional<Said> said() {
            return kind.equals("-")
                    ? Optional.empty()
                    : Optional.of(new Said(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), language()));
        }
    }

    @Test
    void thereAreMessagesEnoughOfEach() {
        assertThat(MESSAGES).filteredOn(each -> !each.kind().equals("-")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(MESSAGES).filteredOn(each -> each.kind().equals("-")).hasSizeGreaterThanOrEqualTo(60);
        for (Kind kind : Kind.values()) {
            assertThat(MESSAGES)
                    .filteredOn(each -> each.said().map(Said::kind).equals(Optional.of(kind)))
                    .extracting(Labelled::language)
                    .contains(Language.values());
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallTalkIsToldFromFeelingsWhateverLanguageIsUsual(Language usual) {
        List<Labelled> wrong = MESSAGES.stream()
                .filter(each -> !kind(SMALL_TALK.of(each.message(), usual)).equals(kind(each.said())))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static Optional<Kind> kind(Optional<Said> said) {
        return said.map(Said::kind);
    }

    @Test
    void smallTalkIsAnsweredInTheLanguageOfItsWords() {
        assertThat(MESSAGES)
                .filteredOn(each -> !each.kind().equals("-"))
                .allSatisfy(each -> assertThat(SMALL_TALK.of(each.message(), other(each.language())))
                        .isEqualTo(each.said()));
    }

    private static Language other(Language language) {
        return Arrays.stream(Language.values())
                .filter(each -> each != language)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "okay", "hey", "bye", "ciao", "help", "ok 👍", "HEY!!"})
    void wordsOfEitherLanguageAreAnsweredInTheUsualOne(String message) {
        for (Language usual : Language.values()) {
            assertThat(SMALL_TALK.of(message, usual)).map(Said::language).contains(usual);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'hi, who are you?', HELP",
        "'who are you? hi', HELP",
        "'thanks, bye', FAREWELL",
        "'hola, gracias', THANKS",
        "'hola, gracias, adiós, ¿quién eres?', HELP"
    })
    void ofSeveralTheKindThatSaysMostCounts(String message, Kind kind) {
        assertThat(SMALL_TALK.of(message, Language.ENGLISH)).map(Said::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "123", "😊", "😊❤️", "\uFE0F", "asdf", "https://example.org/hola", "@hola"})
    void whatSaysNothingIsNoSmallTalk(String message) {
        assertThat(SMALL_TALK.of(message, Language.SPANISH)).isEmpty();
    }

    @Test
    void aMessageLongerThanWhatIsReadIsNoSmallTalk() {
        assertThat(SMALL_TALK.of("hola ".repeat(EmotionExtractor.LONGEST_READ / 5), Language.SPANISH))
                .isPresent();
        assertThat(SMALL_TALK.of("hola ".repeat(EmotionExtractor.LONGEST_READ / 5 + 1), Language.SPANISH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola ", "que ", "thanks for ", "❤️", "a", "como te "})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMessageFullOfItIsToldAtOnce(String repeated) {
        for (int i = 0; i < 100; i++) {
            String message = repeated.repeat(EmotionExtractor.LONGEST_READ / repeated.length()) + i;
            assertThat(SMALL_TALK.of(message, Language.SPANISH)).isNotNull();
        }
    }
}
