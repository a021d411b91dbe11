package org.emotitune.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.emotitune.emotion.Language.ENGLISH;
import static org.emotitune.emotion.Language.SPANISH;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpLinesTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void whoeverIsSomewhereUnknownIsShownTheLinesOfSpainTheUnitedStatesAndGreatBritain() {
        List<String> lines = HelpLines.load(home).lines(ENGLISH, null);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("Spain: ").contains("112", "024");
        assertThat(lines.get(1)).startsWith("United States: ").contains("988", "AYUDA", "press 2");
        assertThat(lines.get(2)).startsWith("United Kingdom: ").contains("999", "116 123");
    }

    @Test
    void linesAreInTheLanguageOfTheAnswer() {
        assertThat(HelpLines.load(home).lines(SPANISH, "MX"))
                .contains("México: 911 (emergencias) · 800 911 2000 (Línea de la Vida, 24 horas)")
                .anyMatch(line -> line.startsWith("Estados Unidos: "))
                .noneMatch(line -> line.contains("hours"));
    }

    @ParameterizedTest
    @CsvSource({"US, United States, 3", "MX, Mexico, 4", "CL, Chile, 4", "NZ, New Zealand, 4"})
    void thePersonsOwnCountryComesFirstAndOnce(String country, String name, int lines) {
        assertThat(HelpLines.load(home).lines(ENGLISH, country))
                .hasSize(lines)
                .doesNotHaveDuplicates()
                .first()
                .asString()
                .startsWith(name + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "XX", "", "us", "*US", "United States"})
    void aCountryThatIsNotListedChangesNothing(String country) {
        HelpLines helpLines = HelpLines.load(home);

        assertThat(helpLines.lines(ENGLISH, country)).isEqualTo(helpLines.lines(ENGLISH, null));
    }

    @ParameterizedTest
    @EnumSource
    void everyListedCountryHasAnEmergencyNumberAndAName(Language language) throws IOException {
        List<String> countries = countries();

        assertThat(countries)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(country -> assertThat(
                                HelpLines.load(home).lines(language, country).getFirst())
                        .matches("[\\p{L} ]{4,}: [*0-9 ]{3,} \\(.+\\).*"));
    }

    private static List<String> countries() throws IOException {
        try (var file = HelpLines.class.getResourceAsStream("helplines.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("\\*?[A-Z]{2} .*"))
                    .map(line -> line.replace("*", "").substring(0, 2))
                    .distinct()
                    .toList();
        }
    }

    @Test
    void whatTheOperatorSaysOfACountryTakesThePlaceOfWhatStoodThere() throws IOException {
        operatorsFile("*ES | 1 | one | uno", "*ES | 2 | two | dos");

        assertThat(HelpLines.load(home).lines(SPANISH, "US")).contains("España: 1 (uno) · 2 (dos)");
    }

    @Test
    void theOperatorCanAddACountryAndTakeOneFromEverybody() throws IOException {
        operatorsFile("# Germany", "", "DE | 112 | emergency | emergencias", "GB | 999 | emergency | emergencias");

        List<String> unknown = HelpLines.load(home).lines(ENGLISH, null);
        List<String> german = HelpLines.load(home).lines(ENGLISH, "DE");

        assertThat(unknown).hasSize(2).noneMatch(line -> line.contains("United Kingdom") || line.contains("Germany"));
        assertThat(german).hasSize(3).first().isEqualTo("Germany: 112 (emergency)");
    }

    @Test
    void aStarAtOneLineOfACountryIsEnough() throws IOException {
        operatorsFile("DE | 112 | emergency | emergencias", "*DE | 116 117 | doctor | médico");

        assertThat(HelpLines.load(home).lines(ENGLISH, null)).contains("Germany: 112 (emergency) · 116 117 (doctor)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ES 024",
                "ES | 024",
                "ES | 024 | suicide prevention",
                "ES | 024 | suicide prevention | prevención | more",
                "ES |  | suicide prevention | prevención",
                "ES | 024 | | prevención",
                "ES | 024 | suicide prevention |",
                "ES || suicide prevention | prevención",
                " | 024 | suicide prevention | prevención",
                "es | 024 | suicide prevention | prevención",
                "ESP | 024 | suicide prevention | prevención",
                "**ES | 024 | suicide prevention | prevención"
            })
    void aDamagedLineIsToldByFileAndNumber(String line) throws IOException {
        operatorsFile("# mine", "DE | 112 | emergency | emergencias", line);

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> HelpLines.load(home))
                .withMessageStartingWith(home.resolve("helplines.txt") + ", line 3: ");
    }

    @Test
    void aFileThatIsNoTextIsToldByItsName() throws IOException {
        Files.write(home.resolve("helplines.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> HelpLines.load(home))
                .withMessageStartingWith(home.resolve("helplines.txt").toString());
    }

    @Test
    void whereTheHomeIsNotThereYetTheUsualLinesAre() {
        assertThat(HelpLines.load(home.resolve("not/yet")).lines(ENGLISH, null)).hasSize(3);
    }

    private void operatorsFile(String... lines) throws IOException {
        Files.write(home.resolve("helplines.txt"), List.of(lines));
    }
}
