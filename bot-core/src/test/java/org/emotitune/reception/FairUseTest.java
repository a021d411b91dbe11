package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairUseTest {

    @Test
    void theDefaultIsTwentyMessagesInFiveMinutes() {
        assertThat(FairUse.DEFAULT).isEqualTo(new FairUse(20, Duration.ofMinutes(5), 3, 256, 16));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S, 0, 0, 1", "10000, PT1H, 3, 256, 16"})
    void theEdgesAreAllowed(int messages, Duration period, int perPerson, int inAll, int inWork) {
        FairUse fairUse = new FairUse(messages, period, perPerson, inAll, inWork);

        assertThat(fairUse.messages()).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT5M, 3, 256, 16, 0 messages",
        "10001, PT5M, 3, 256, 16, 10001 messages",
        "20, PT0.999S, 3, 256, 16, PT0.999S",
        "20, PT1H0.001S, 3, 256, 16, PT1H0.001S",
        "20, PT5M, -1, 256, 16, -1 messages of a person",
        "20, PT5M, 3, -1, 16, -1 messages",
        "20, PT5M, 3, 256, 0, 0 answers"
    })
    void whatCannotBeIsRefusedByName(
            int messages, Duration period, int perPerson, int inAll, int inWork, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FairUse(messages, period, perPerson, inAll, inWork))
                .withMessageContaining(named);
    }
}
