package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*NSYNC",
                "**bold** *it* __u__ _under_ snake_case_name",
                "~~gone~~ ||spoiler||",
                "`x` ```code```",
                "> quote",
                ">>> quote",
                "# heading",
                "-# small",
                "- item",
                "+ item",
                "1. item",
                "In the year 2525. Live",
                "[a](b) [a](<https://b.c>)",
                "<@123> <@!123> <@&123> <#123> <:a:1> <t:1> </help:1> <id:home>",
                "@everyone and @here",
                "https://open.spotify.com/x http://a.b",
                ":tada: 10:30",
                "¯\\_(ツ)_/¯ \\ \\\\* C:\\",
                "Jay-Z + AC/DC (live) #1 1.5",
                "plain"
            })
    void whatPeopleCallSongsIsShownAsItIsWritten(String title) {
        String source = Markdown.text(title);

        assertThat(Shown.isLiteral(source)).as(source).isTrue();
        assertThat(Shown.literal(source)).isEqualTo(title);
    }

    @Test
    void whatNeedsNoBackslashHasNone() {
        assertThat(Markdown.text("I hear: joy (80 %) – it's «Jay-Z»! 1.5, a/b. So"))
                .doesNotContain("\\");
    }

    @Test
    void aLineIsCutBeforeItIsEscaped() {
        assertThat(Markdown.text("*".repeat(200), 10)).isEqualTo("\\*".repeat(9) + "…");
    }

    @Test
    void linesStayLines() {
        assertThat(Markdown.text("one\n# two\u2028three")).isEqualTo("one \\# two three");
    }

    @Test
    void addressesInHelpLinesCanBeTapped() {
        assertThat(Markdown.withLinks("Anywhere: findahelpline.com, or https://a-b.org/chat."))
                .isEqualTo("Anywhere: <https://findahelpline.com>, or <https://a-b.org/chat>.");
        assertThat(Markdown.withLinks("Chile: *4141 · ana.lopez@b.com · 24 h. Call"))
                .isEqualTo("Chile: \\*4141 · ana.lopez\\@b.com · 24 h. Call");
    }
}
