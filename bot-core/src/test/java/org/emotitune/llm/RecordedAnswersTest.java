package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.emotitune.llm.RecordedAnswer.Quirk;
import org.emotitune.testing.LocalOpenAi.Asked;
import org.junit.jupiter.api.Test;

/** The player of recorded answers. */
class RecordedAnswersTest {
    private static final List<RecordedAnswer> SONGS = RecordedAnswer.songs();
    private static final RecordedAnswer MESSAGE = RecordedAnswer.messages().getFirst();

    @Test
    void answersAboutWhatIsInTheRequest() {
        RecordedAnswer song = SONGS.getFirst();
        RecordedAnswers player = new RecordedAnswers(List.of(MESSAGE, song));

        assertThat(player.apply(asking("Message: {\"message\": \"%s\"}".formatted(MESSAGE.about()))))
                .isEqualTo(MESSAGE.content());
        assertThat(player.apply(asking("{\"title\": \"%s\", \"lyrics\": \"{la}\"} {again}".formatted(song.about()))))
                .isEqualTo(song.content());
        assertThat(player.played()).containsExactly(List.of(MESSAGE.about()), List.of(song.about()));
    }

    @Test
    void answersAboutSeveralSongsTogether() {
        RecordedAnswer thinking = song(Quirk.THINK);
        RecordedAnswer pretty = song(Quirk.PRETTY);
        RecordedAnswers player = new RecordedAnswers(SONGS);

        String answer =
                player.apply(asking("{\"songs\": [{\"n\": 1, \"title\": \"%s\"}, {\"n\": 2, \"title\": \"%s\"}]}"
                        .formatted(thinking.about(), pretty.about())));

        assertThat(answer).startsWith("<think>");
        JsonNode songs = RecordedAnswer.parsed(answer.substring(answer.indexOf("</think>") + 8))
                .required("songs");
        assertThat(songs).hasSize(2);
        assertThat(songs.get(1).required("n").asInt()).isEqualTo(2);
        assertThat(songs.get(1).required("emotions")).isEqualTo(pretty.object().required("emotions"));
    }

    private static RecordedAnswer song(Quirk quirk) {
        return SONGS.stream()
                .filter(each -> each.quirks().contains(quirk))
                .findFirst()
                .orElseThrow();
    }

    private static Asked asking(String user) {
        return new Asked("model", "", user, "json_schema", MissingNode.getInstance());
    }
}
