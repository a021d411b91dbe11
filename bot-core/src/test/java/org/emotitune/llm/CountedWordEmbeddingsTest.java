package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.OpenAiTrouble;
import org.emotitune.testing.OpenLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CountedWordEmbeddingsTest {
    /** Each is estimated at three tokens. */
    private static final List<String> WORDS =
            IntStream.range(100, 350).mapToObj(i -> "word" + i).toList();

    private final ChatRig rig = new ChatRig();
    private final OpenLedger ledger = new OpenLedger();
    private final CountedWordEmbeddings embeddings = new CountedWordEmbeddings(
            new OpenAiWordEmbeddings(
                    ChatRig.setup(rig.openAi.base(), ChatRig.KEY, 1), "small-embedding", rig.web(2), ChatRig.TIME),
            ledger);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everyPartIsCounted() {
        Map<String, float[]> vectors = embeddings.embed(WORDS);

        assertThat(vectors).containsOnlyKeys(WORDS);
        assertThat(used()).isEqualTo(250 * 4);
        assertThat(ledger.unsettled()).isZero();
    }

    @Test
    void thePartsThatCameAreCountedIfALaterOneIsRefused() {
        rig.openAi.refusing(
                asked -> asked.body().path("input").size() == 50, LocalOpenAi.error(400, "No.", "bad", null));

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> embeddings.embed(WORDS));

        assertThat(used()).isEqualTo(200 * 4);
        assertThat(ledger.unsettled()).isZero();
    }

    @Test
    void aPartThatMayHaveBeenServedIsCountedAndNotAskedForAgain() {
        rig.openAi.next(OpenAiTrouble.BROKEN);

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> embeddings.embed(WORDS));

        assertThat(used()).isEqualTo(100 * 4);
        assertThat(rig.openAi.embedded()).hasSize(1);
    }

    private long used() {
        return ledger.takenToday().input();
    }
}
