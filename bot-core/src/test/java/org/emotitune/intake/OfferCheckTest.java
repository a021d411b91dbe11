package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half \uD83D smile", "\uDE00"})
    void aTitleThatTheDatabaseDoesNotKeepIsRefused(String title) {
        assertThat(check(title, "Singer").problem()).isPresent();
        assertThat(check("Song", title).problem()).isPresent();
    }

    @Test
    void titlesAreCountedInCharactersAndNotInHalves() {
        assertThat(check("😀".repeat(500), "Singer").problem()).isEmpty();
        assertThat(check("x".repeat(501), "Singer").problem()).isPresent();
        assertThat(check("Song", "x".repeat(501)).problem()).isPresent();
        assertThat(check("x".repeat(500), "y".repeat(500)).problem()).isEmpty();
    }

    @Test
    void namesThatNoIndexTakesAreRefused() {
        // Each of these syllables becomes nine bytes once it is taken apart.
        assertThat(check("각".repeat(300), "Singer").problem()).isPresent();
        assertThat(check("각".repeat(200), "Singer").problem()).isEmpty();
    }

    @Test
    void whatNeedNotBeThereIsLeftOutAndTold() {
        OfferedSong offered = new OfferedSong(
                new SongFacts(null, "Song", "Singer", 1650, "Spanish", 0, 50), "x".repeat(501), "no code", null, null);
        OfferCheck check = new OfferCheck(offered);

        OfferedSong trimmed = check.trimmed();

        assertThat(trimmed)
                .isEqualTo(new OfferedSong(
                        new SongFacts(null, "Song", "Singer", null, null, null, 50), null, null, null, null));
        assertThat(check.notes())
                .containsExactly(
                        "year was left out: '1650'",
                        "language was left out: 'Spanish'",
                        "duration was left out: '0'",
                        "album was left out: '%s…'".formatted("x".repeat(60)),
                        "ISRC was left out: 'no code'");
    }

    @Test
    void whatIsGoodStays() {
        OfferedSong offered = new OfferedSong(
                new SongFacts(null, "Song", "Singer", 2100, "spa", 1, 0), "Album", "ESA012345678", "la", null);
        OfferCheck check = new OfferCheck(offered);

        assertThat(check.trimmed()).isEqualTo(offered);
        assertThat(check.notes()).isEmpty();
    }

    @Test
    void theAddressOfAPictureBecomesAFact() {
        OfferCheck check = new OfferCheck(pictured("https://i.example.org/1"));

        assertThat(check.trimmed())
                .isEqualTo(new OfferedSong(
                        new SongFacts(
                                null, "Song", null, null, null, null, null, URI.create("https://i.example.org/1")),
                        null,
                        null,
                        null,
                        null));
        assertThat(check.notes()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsLeftOutAndTold() {
        OfferCheck check = new OfferCheck(pictured("http://i.example.org/1"));

        assertThat(check.trimmed().facts()).isEqualTo(new SongFacts(null, "Song", null, null, null, null, null));
        assertThat(check.notes()).containsExactly("artwork was left out: 'http://i.example.org/1'");
    }

    private static OfferedSong pictured(String artwork) {
        return new OfferedSong(
                new SongFacts(null, "Song", null, null, null, null, null), null, null, null, null, artwork);
    }

    private static OfferCheck check(String title, String artist) {
        return new OfferCheck(
                new OfferedSong(new SongFacts(null, title, artist, null, null, null, null), null, null, null, null));
    }
}
