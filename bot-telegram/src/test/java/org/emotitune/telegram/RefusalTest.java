package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | Forbidden: bot was blocked by the user | GONE
            403 | Forbidden: user is deactivated | GONE
            403 | Forbidden: bot was kicked from the supergroup chat | GONE
            403 | Forbidden: bot is not a member of the channel chat | GONE
            403 | Forbidden: the group chat was deleted | GONE
            403 | Forbidden: bot can't initiate conversation with a user | FORBIDDEN
            403 | Forbidden: bot can't send messages to bots | FORBIDDEN
            400 | Bad Request: chat not found | FORBIDDEN
            400 | Bad Request: not enough rights to send text messages to the chat | FORBIDDEN
            400 | Bad Request: message is not modified: specified new message content | NOT_MODIFIED
            400 | Bad Request: message to edit not found | NOT_FOUND
            400 | Bad Request: message can't be edited | NOT_FOUND
            400 | Bad Request: MESSAGE_ID_INVALID | NOT_FOUND
            400 | Bad Request: query is too old and response timeout expired or query ID is invalid | NOT_FOUND
            400 | Bad Request: message thread not found | NO_THREAD
            400 | Bad Request: TOPIC_CLOSED | OTHER
            400 | Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 3 | BAD_MARKUP
            401 | Unauthorized | OTHER
            """)
    void refusalsAreToldByTheirWords(int code, String description, Refusal meaning) {
        assertThat(Refusal.of(code, description)).isEqualTo(meaning);
    }

    @Test
    void whatIsQuotedOfAMessageIsTakenOut() {
        assertThat(Refusal.withoutQuotes(
                        "can't parse entities: Unsupported start tag \"me siento mal\" at byte offset 12"))
                .isEqualTo("can't parse entities: Unsupported start tag … at byte offset 12");
        assertThat(Refusal.withoutQuotes("inline keyboard button URL 'http://x?q=sad' is invalid: Wrong URL"))
                .isEqualTo("inline keyboard button URL … is invalid: Wrong URL");
        assertThat(Refusal.withoutQuotes("can't find 'it' of 123456789")).isEqualTo("can't find … of …");
        assertThat(Refusal.withoutQuotes("so ".repeat(100))).hasSize(200);
    }
}
