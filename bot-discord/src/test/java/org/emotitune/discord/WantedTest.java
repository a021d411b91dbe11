package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Era;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    @Test
    void aFeelingAloneIsAMessageWithoutWishes() {
        assertThat(Wanted.of(Map.of("feeling", "triste pero contenta")))
                .isEqualTo(new Wanted(new Text("triste pero contenta", Options.NONE), false));
    }

    @Test
    void allOptionsAreRead() {
        Wanted wanted = Wanted.of(Map.of(
                "feeling", "so sad", "language", "es", "era", "1980", "count", "3", "mood", "lift", "private", "true"));

        Wishes wishes = new Wishes("es", new Era(1980, 1989), 3, false, List.of());
        assertThat(wanted)
                .isEqualTo(new Wanted(
                        new Text("so sad", new Options(null, wishes, Aim.LIFT, Order.POPULARITY, null)), true));
    }

    @ParameterizedTest
    @CsvSource({"match, MATCH", "lift, LIFT", "calm, CALM", "CALM, MATCH", "sideways, MATCH", "'', MATCH"})
    void theMoodTellsWhereTheSongsLead(String mood, Aim aim) {
        assertThat(Wanted.of(Map.of("mood", mood)).text().options().aim()).isEqualTo(aim);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "0,", "11,", "-1,", "3.5,", "three,", "99999999999,", "' 3',", "'',", "٣,"})
    void theCountIsOneToTen(String count, Integer songs) {
        assertThat(wishes("count", count).count()).isEqualTo(songs);
    }

    @ParameterizedTest
    @CsvSource({"1930, 1930", "1980, 1980", "2020, 2020", "1920,", "2030,", "1985,", "80,", "1980s,", "-1980,", "'',"})
    void theEraIsADecade(String era, Integer first) {
        assertThat(wishes("era", era).era()).isEqualTo(first == null ? null : Era.decade(first));
    }

    @ParameterizedTest
    @CsvSource({"es, es", "ja, ja", "ES,", "spa,", "e,", "'',", "e1,", "es-ES,"})
    void theLanguageIsACode(String language, String sung) {
        assertThat(wishes("language", language).language()).isEqualTo(sung);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "1, false", "'', false", "yes, false"})
    void theAnswerIsForTheAskerAloneIfTheySaySo(String value, boolean alone) {
        assertThat(Wanted.of(Map.of("private", value)).forAskerAlone()).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "  /forget", "//forget", "/ / /forget", "\n/\u2003/forget"})
    void aFeelingIsNoCommand(String feeling) {
        assertThat(Wanted.of(Map.of("feeling", feeling)).text().text()).isEqualTo("forget");
    }

    @Test
    void aFeelingOfSlashesIsEmptyAndASlashInsideStays() {
        assertThat(Wanted.feeling(" // / ")).isEmpty();
        assertThat(Wanted.feeling("sad/angry /help")).isEqualTo("sad/angry /help");
        assertThat(Wanted.of(Map.of()).text().text()).isEmpty();
    }

    @Test
    void everyChoiceThatDiscordOffersMeansSomething() {
        assertThat(Wanted.DECADES)
                .hasSize(10)
                .allSatisfy(decade ->
                        assertThat(wishes("era", decade.toString()).era()).isEqualTo(new Era(decade, decade + 9)));
    }

    @Test
    void nothingThatArrivesThrows() {
        List<String> names = List.of("feeling", "language", "era", "count", "mood", "private", "other", "");
        List<String> values = List.of(
                "",
                "/",
                "null",
                "-0",
                "2147483648",
                "\u0000",
                "\uD800",
                "\uDC00/",
                "x".repeat(9_000),
                "1980",
                "es",
                "10",
                "lift",
                "true",
                "\"'; DROP",
                "١٩٨٠",
                "1e3",
                "{}",
                "\n");
        Random random = new Random(7);

        for (int round = 0; round < 2_000; round++) {
            Map<String, String> options = new HashMap<>();
            for (int i = random.nextInt(names.size()); i > 0; i--) {
                options.put(names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
            }
            assertThat(Wanted.of(options).text().text()).doesNotStartWith("/");
        }
    }

    private static Wishes wishes(String option, String value) {
        return Wanted.of(Map.of(option, value)).text().options().wishes();
    }
}
