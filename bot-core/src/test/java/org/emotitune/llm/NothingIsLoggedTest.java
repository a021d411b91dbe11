package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.LyricsExtractor.Failed;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.LyricsExtractor.Outcome;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.emotion.LyricsExtractor.Unavailable;
import org.emotitune.emotion.LyricsExtractor.Unreadable;
import org.emotitune.emotion.ReadingStoppedException;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LogLines;
import org.emotitune.testing.OpenAiTrouble;
import org.emotitune.testing.OpenLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No key, message, lyric or answer is in any log at any level, or in what operators are told, whatever goes wrong. */
class NothingIsLoggedTest {
    private static final String MESSAGE = "echo mucho de menos a mi perro Zarzaparrilla";
    private static final SongText SONG =
            new SongText("Rain", null, "Murmelstein took my umbrella\nand I am crying in the rain for you and me");
    private static final List<String> SECRETS =
            List.of(Models.KEY, "9f8e7d6c5b4a", "Zarzaparrilla", "Murmelstein", "Quirquincho");

    private static final String ANSWER = """
            {"language":"es","emotions":[{"word":"Quirquincho","weight":1}],"themes":[],"danger":false}""";

    static List<OpenAiTrouble> troubles() {
        List<OpenAiTrouble> troubles = new ArrayList<>(List.of(
                OpenAiTrouble.HANGS,
                OpenAiTrouble.DRIPS,
                OpenAiTrouble.DROPS,
                OpenAiTrouble.PAGE,
                OpenAiTrouble.BROKEN,
                OpenAiTrouble.ODD));
        for (int status : List.of(301, 400, 401, 403, 404, 422, 429, 500, 503)) {
            troubles.add(new OpenAiTrouble.Sends(
                    LocalOpenAi.error(status, "you sent Zarzaparrilla, Murmelstein and " + Models.KEY, "odd", "odd")));
        }
        return troubles;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatGoesWrongTellsNothing(OpenAiTrouble trouble) {
        try (LocalOpenAi server = new LocalOpenAi();
                LogLines log = LogLines.ofEverything()) {
            server.always(trouble);

            List<String> told = talk(server);

            assertThat(log.all()).isNotEmpty().allSatisfy(NothingIsLoggedTest::tellsNothing);
            assertThat(told).allSatisfy(NothingIsLoggedTest::tellsNothing);
        }
    }

    @Test
    void neitherDoesWhatGoesWell() {
        try (LocalOpenAi server = new LocalOpenAi();
                LogLines log = LogLines.ofEverything()) {
            server.answering(asked -> ANSWER);

            talk(server);

            assertThat(server.asked()).isNotEmpty();
            assertThat(server.asked().getFirst().user()).contains("Zarzaparrilla");
            assertThat(log.all()).isNotEmpty().allSatisfy(NothingIsLoggedTest::tellsNothing);
        }
    }

    /** @return what the operator is told beside the log */
    private static List<String> talk(LocalOpenAi server) {
        OpenLedger ledger = new OpenLedger();
        Duration patience = Duration.ofMillis(400);
        List<String> told = new ArrayList<>();
        EmotionExtractor messages = Models.messages(server, patience, ledger);
        assertThatCode(() -> messages.read(MESSAGE, Language.SPANISH)).doesNotThrowAnyException();
        try {
            told.add(reason(Models.read(Models.quickSongs(server, patience, ledger), SONG)));
        } catch (ReadingStoppedException e) {
            told.add(String.valueOf(e.getMessage()));
        }
        return told;
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Heard heard -> String.valueOf(heard.weaker());
            case Unreadable(var reason) -> reason;
            case Failed(var reason) -> reason;
            case Unavailable(var reason) -> reason;
        };
    }

    private static void tellsNothing(String line) {
        assertThat(line).doesNotContainIgnoringCase(SECRETS.toArray(String[]::new));
    }
}
