package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCodesTest {
    @Test
    void aTokenThatWasResetIsNamedByItsSetting() {
        assertThat(CloseCodes.failure(4004))
                .get()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(RejectedTokenException.class)
                        .hasMessageContaining("DISCORD_BOT_TOKEN"));
    }

    @ParameterizedTest
    @CsvSource({
        "4010, DISCORD_SHARDS",
        "4011, DISCORD_SHARDS",
        "4012, newer EmotiTune",
        "4013, newer EmotiTune",
        "4014, 'switch on \"Message Content Intent\"'",
        "4014, DISCORD_MESSAGE_CONTENT=off"
    })
    void whatAnOperatorHasToChangeIsTold(int code, String words) {
        assertThat(CloseCodes.failure(code))
                .get()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("(" + code + ")")
                        .hasMessageContaining(words));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 4900})
    void afterOtherCodesTheBotConnectsAgain(int code) {
        assertThat(CloseCodes.failure(code)).isEmpty();
    }
}
