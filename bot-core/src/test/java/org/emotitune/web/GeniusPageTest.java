package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.lookup.Lyrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeniusPageTest {
    @Test
    void linesOfAllContainersAreRead() {
        Lyrics lyrics = GeniusPage.read("""
                <html><body><nav>Lyrics of the day</nav>
                <div class="Lyrics__Container-x" data-lyrics-container="true">[Verso 1]<br/>I fold a paper boat<br>\
                <a href="/1"><span>and give it<br/>to the rain &amp; the wind</span></a></div>
                <div class="Ad">You might also like</div>
                <div data-lyrics-container="true"><i>¿Dónde</i> estás?</div>
                <div data-other-container="true">Embed</div></body></html>""");

        assertThat(lyrics).isEqualTo(new Lyrics.Found("""
                [Verso 1]
                I fold a paper boat
                and give it
                to the rain & the wind
                ¿Dónde estás?"""));
    }

    @Test
    void whatIsExcludedFromSelectionIsNoLyrics() {
        Lyrics lyrics = GeniusPage.read("""
                <div data-lyrics-container="true"><div data-exclude-from-selection="true">3 Contributors\
                <h2>Paper Boat Lyrics</h2></div>I fold a paper boat</div>
                <div data-lyrics-container="true" data-exclude-from-selection="true">Read more</div>""");

        assertThat(lyrics).isEqualTo(new Lyrics.Found("I fold a paper boat"));
    }

    @Test
    void linesEndWhereThePageSaysSo() {
        Lyrics lyrics = GeniusPage.read("""
                <div data-lyrics-container="true">I fold
                   a paper boat<br/>and give it to the rain</div>""");

        assertThat(lyrics).isEqualTo(new Lyrics.Found("I fold a paper boat\nand give it to the rain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='LyricsPlaceholder__Message'>This song is an instrumental</div>",
                "<div data-lyrics-container='true'>[Instrumental]</div>",
                "<div data-lyrics-container='true'></div><p>This song is an instrumental</p>"
            })
    void anInstrumentalIsKnownAsOne(String html) {
        assertThat(GeniusPage.read(html)).isInstanceOf(Lyrics.Instrumental.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Lyrics for this song have yet to be released.</p>",
                "<div data-lyrics-container='true'> <br/> </div>",
                "<div data-lyrics-container='false'>I fold a paper boat</div>",
                "<script>var text = 'This song is an instrumental'</script>"
            })
    void aPageWithoutLyricsHasNone(String html) {
        assertThat(GeniusPage.read(html)).isInstanceOf(Lyrics.Missing.class);
    }

    @Test
    void aSongThatSpeaksOfInstrumentalsHasLyrics() {
        Lyrics lyrics = GeniusPage.read("<div data-lyrics-container='true'>This song is an instrumental, I lied</div>");

        assertThat(lyrics).isInstanceOf(Lyrics.Found.class);
    }
}
