package org.emotitune.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void aTitleFromRightToLeftDoesNotTurnItsLine() {
        assertThat(Plain.line("שלום")).isEqualTo("\u2068שלום\u2069");
        assertThat(Plain.line("abc\u202Edef\u2069")).isEqualTo("abc def");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(Plain.line("a\uD83Db🌙\uDE00")).isEqualTo("a\uFFFDb🌙\uFFFD");
    }

    @Test
    void nothingIsNeverBlank() {
        assertThat(Plain.line("\u200B\u202E \u200F")).isEqualTo("…");
    }

    @Test
    void emojiAreNotCutApart() {
        assertThat(Plain.line("x".repeat(30) + "👩‍👩‍👧‍👦".repeat(3), 45)).isEqualTo("x".repeat(30) + "👩‍👩‍👧‍👦…");
    }

    @Test
    void wordsAreNotCutApart() {
        assertThat(Plain.line("one two three", 12)).isEqualTo("one two…");
        assertThat(Plain.line("one two three", 13)).isEqualTo("one two three");
    }
}
