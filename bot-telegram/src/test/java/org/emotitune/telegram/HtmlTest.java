package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void anAddressThatNobodyTakesIsNoLink() {
        assertThat(Html.text("x")
                        .link(URI.create("https://a.b/" + "y".repeat(3_000)))
                        .source())
                .isEqualTo("x");
        assertThat(Html.text("x").link(URI.create("https://a.b/?c&d")).source())
                .isEqualTo("<a href=\"https://a.b/?c&amp;d\">x</a>");
    }
}
