package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Text as Telegram takes it, with markup and without. */
class HtmlTest {
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
    void anAddressThatNobodyTakesIsNoLink() {
        assertThat(Html.text("x")
                        .link(URI.create("https://a.b/" + "y".repeat(3_000)))
                        .source())
                .isEqualTo("x");
        assertThat(Html.text("x").link(URI.create("https://a.b/?c&d")).source())
                .isEqualTo("<a href=\"https://a.b/?c&amp;d\">x</a>");
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
