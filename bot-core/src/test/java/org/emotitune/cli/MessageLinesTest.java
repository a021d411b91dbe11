package org.emotitune.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.cli.MessageLines.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLinesTest {

    @Test
    void everyLineIsAMessage() throws IOException {
        assertThat(read("one\ntwo\n")).containsExactly(intact("one"), intact("two"));
    }

    @Test
    void theLastLineNeedsNoNewline() throws IOException {
        assertThat(read("one\ntwo")).containsExactly(intact("one"), intact("two"));
    }

    @Test
    void anEmptyLineIsAMessageToo() throws IOException {
        assertThat(read("\none\n\n")).containsExactly(intact(""), intact("one"), intact(""));
    }

    @Test
    void anEmptyInputHasNoMessages() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void linesOfWindowsEndInCarriageReturnAndNewline() throws IOException {
        assertThat(read("uno\r\ndos\r\n")).containsExactly(intact("uno"), intact("dos"));
    }

    @Test
    void anythingThatIsUtf8IsReadAsItIs() throws IOException {
        String text = "¿qué tal? 我今天很难过 🥲 👩‍👩‍👧 \u0007";

        assertThat(read(text + "\n")).containsExactly(intact(text));
    }

    @Test
    void theRestOfALineThatIsNotAllUtf8IsRead() throws IOException {
        byte[] bytes = bytes("estoy ", new byte[] {(byte) 0xff, (byte) 0xfe}, "triste\nfeliz\n");

        assertThat(read(bytes)).containsExactly(new Message("estoy triste", false), intact("feliz"));
    }

    @Test
    void aLineThatEndsWithinACharacterIsNotIntact() throws IOException {
        byte[] bytes = bytes("qu", new byte[] {(byte) 0xc3}, "\n");

        assertThat(read(bytes)).containsExactly(new Message("qu", false));
    }

    @Test
    void aReplacementCharacterThatWasWrittenIsKept() throws IOException {
        assertThat(read("what\uFFFD\n")).containsExactly(intact("what\uFFFD"));
    }

    @Test
    void anEndlessLineIsCutAndTheNextOneIsWhole() throws IOException {
        String endless = "x".repeat(3 * MessageLines.MOST_BYTES);

        assertThat(read(endless + "\nnext\n"))
                .containsExactly(intact("x".repeat(MessageLines.MOST_BYTES)), intact("next"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xx", "xxx"})
    void aLineIsCutBetweenTwoCharacters(String start) throws IOException {
        String endless = start + "🥲".repeat(MessageLines.MOST_BYTES);

        List<Message> messages = read(endless);

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.intact()).isTrue();
            assertThat(endless).startsWith(message.text());
            assertThat(message.text().getBytes(UTF_8).length)
                    .isBetween(MessageLines.MOST_BYTES - 3, MessageLines.MOST_BYTES);
        });
    }

    private static Message intact(String text) {
        return new Message(text, true);
    }

    private static List<Message> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private static List<Message> read(byte[] bytes) throws IOException {
        MessageLines lines = new MessageLines(new ByteArrayInputStream(bytes));
        List<Message> messages = new ArrayList<>();
        for (Message message = lines.next(); message != null; message = lines.next()) {
            messages.add(message);
        }
        return messages;
    }

    private static byte[] bytes(String before, byte[] between, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(UTF_8));
        bytes.write(between);
        bytes.write(after.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
