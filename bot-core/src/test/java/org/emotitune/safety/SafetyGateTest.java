package org.emotitune.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.VocabularyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Phrases of people in danger, and phrases that only sound like it. The sets called before were written before the
 * patterns, those called after were written after them, those called unseen by writers who knew no pattern; docs/safety.md
 * tells how each set fared before it was used to mend the patterns.
 */
class SafetyGateTest {
    private static final SafetyGate GATE = SafetyGate.load(
            new LexiconFiles(VocabularyFiles.load()).load().chatSpelling().tokenizer(null));

    /**
     * A set of phrases.
     *
     * @param crisis whether they are of people in danger
     * @param phrases how many it holds at least
     * @param wrong how many are known to be taken wrongly
     */
    record PhraseSet(String file, Language language, boolean crisis, int phrases, int wrong) {
        List<String> read() {
            return Resources.lines(file, Resources.reader(SafetyGateTest.class, file)).stream()
                    .map(line -> line.text().split("\t", 2))
                    .filter(columns -> columns[0].equals(language.code()))
                    .map(columns -> columns[1])
                    .toList();
        }
    }

    private static final List<PhraseSet> CRISES = List.of(
            new PhraseSet("before-crisis.tsv", Language.SPANISH, true, 35, 0),
            new PhraseSet("before-crisis.tsv", Language.ENGLISH, true, 35, 0),
            new PhraseSet("after-crisis.tsv", Language.SPANISH, true, 35, 0),
            new PhraseSet("after-crisis.tsv", Language.ENGLISH, true, 35, 0),
            new PhraseSet("unseen-a-crisis.tsv", Language.SPANISH, true, 45, 0),
            new PhraseSet("unseen-a-crisis.tsv", Language.ENGLISH, true, 45, 0),
            new PhraseSet("unseen-b-crisis.tsv", Language.SPANISH, true, 45, 0),
            new PhraseSet("unseen-b-crisis.tsv", Language.ENGLISH, true, 45, 0),
            new PhraseSet("unseen-c-crisis.tsv", Language.SPANISH, true, 30, 0),
            new PhraseSet("unseen-c-crisis.tsv", Language.ENGLISH, true, 30, 0));
    private static final List<PhraseSet> HARMLESS = List.of(
            new PhraseSet("before-harmless.tsv", Language.SPANISH, false, 55, 0),
            new PhraseSet("before-harmless.tsv", Language.ENGLISH, false, 55, 0),
            new PhraseSet("after-harmless.tsv", Language.SPANISH, false, 55, 1),
            new PhraseSet("after-harmless.tsv", Language.ENGLISH, false, 55, 0),
            new PhraseSet("unseen-a-harmless.tsv", Language.SPANISH, false, 70, 0),
            new PhraseSet("unseen-a-harmless.tsv", Language.ENGLISH, false, 70, 0),
            new PhraseSet("unseen-b-harmless.tsv", Language.SPANISH, false, 70, 0),
            new PhraseSet("unseen-b-harmless.tsv", Language.ENGLISH, false, 70, 0),
            new PhraseSet("unseen-c-harmless.tsv", Language.SPANISH, false, 60, 0),
            new PhraseSet("unseen-c-harmless.tsv", Language.ENGLISH, false, 60, 0));
    static final List<PhraseSet> ALL =
            Stream.concat(CRISES.stream(), HARMLESS.stream()).toList();

    @ParameterizedTest
    @FieldSource("ALL")
    void tellsDangerFromWaysOfSpeaking(PhraseSet set) {
        List<String> phrases = set.read();

        List<String> wrong = phrases.stream()
                .filter(phrase -> GATE.danger(phrase).isPresent() != set.crisis())
                .toList();

        System.out.printf(
                Locale.ROOT,
                "%s %s: %d phrases, %d %s %s%n",
                set.language().code(),
                set.file(),
                phrases.size(),
                wrong.size(),
                set.crisis() ? "missed" : "false alarms",
                wrong);
        assertThat(phrases).hasSizeGreaterThanOrEqualTo(set.phrases());
        assertThat(wrong).hasSizeLessThanOrEqualTo(set.wrong());
    }

    @ParameterizedTest
    @FieldSource("CRISES")
    void answersInTheLanguageOfThePhrase(PhraseSet set) {
        assertThat(set.read())
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(GATE.danger(phrase)).contains(set.language()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ME QUIERO MATAR",
                "me kiero matar",
                "mE quieRo matar!!!",
                "me quiero mataaaar",
                "hola. me quiero matar",
                "mé quíero mátar",
                "me quiero matar jaja",
                "no me quiero matar",
                "me quiero matar 😂",
                "me muero de risa, me quiero matar"
            })
    void hearsDangerInEverySpellingOfSpanish(String message) {
        assertThat(GATE.danger(message)).contains(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I WANT TO KILL MYSELF",
                "i wanna kill myself",
                "i want to kill myself lol",
                "kms",
                "hi! i want to kill myself, bye",
                "I’m not going to kill myself",
                "i want to kiiiill myself"
            })
    void hearsDangerInEverySpellingOfEnglish(String message) {
        assertThat(GATE.danger(message)).contains(Language.ENGLISH);
    }

    @Test
    void hearsDangerAtTheEndOfALongMessage() {
        assertThat(GATE.danger("hoy ha sido un día normal. ".repeat(2000) + "me quiero matar"))
                .contains(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "a'", "@", "me quiero ", "kill ", "no ", "😭", "\u0301"})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void standsAHundredThousandCharactersOfAnything(String repeated) {
        var message = repeated.repeat(100_000 / repeated.length());

        assertThat(GATE.danger(message + ", i want to kill myself")).contains(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hola", "i am sad", "estoy muy triste", "odio mi vida", "asdf", "😭😭😭", "我很难过"})
    void passesEverythingElse(String message) {
        assertThat(GATE.danger(message)).isEmpty();
    }
}
