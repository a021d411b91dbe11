package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a <b>bold</b> word                         | a bold word
            &lt;3 &amp; &quot;x&quot; &#9829; &#x2665; | <3 & "x" ♥ ♥
            5 &euro; & more                            | 5 &euro; & more
            <i>one <b>two</b></i>                      | one two
            <a href="https://x.org/?a=1&amp;b=2">l</a> | l
            <i>x</>                                    | x
            a > b                                      | a > b
            """)
    void markupIsTakenOut(String html, String text) {
        assertThat(HtmlText.parse(html).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            I <3 you            | Unclosed start tag at byte offset 2
            ñ<p>x</p>           | Unsupported start tag "p" at byte offset 2
            <b>x                | Can't find end tag corresponding to start tag "b"
            <b><i>x</b></i>     | Unmatched end tag at byte offset 7, expected "</i>", found "</b>"
            x</b>               | Unexpected end tag at byte offset 1
            <span>x</span>      | Tag "span" must have class "tg-spoiler" at byte offset 0
            <br>                | Unsupported start tag "br" at byte offset 0
            <b>x</b             | Unclosed end tag at byte offset 4
            """)
    void otherMarkupIsRefusedInTelegramsWords(String html, String why) {
        assertThatThrownBy(() -> HtmlText.parse(html)).hasMessage("Bad Request: can't parse entities: " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a href="https://x.org/?a=1&amp;b=2">l</a> | [{"offset":0,"length":1,"type":"text_link","url":"https://x.org/?a=1&b=2"}]
            <a href="javascript:x()">l</a>             | []
            <a href="http://nowhere">l</a>             | []
            😀<b>x</b>                                 | [{"offset":2,"length":1,"type":"bold"}]
            <b></b>                                    | []
            """)
    void whatIsMarkedIsKnownInUtf16(String html, String entities) {
        assertThat(HtmlText.parse(html).entities()).hasToString(entities);
    }
}
