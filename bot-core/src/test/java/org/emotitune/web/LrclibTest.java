package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.emotitune.lookup.Lyrics;
import org.emotitune.lookup.Recording;
import org.emotitune.web.LocalLrclib.Track;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LrclibTest {
    private static final String WORDS = "the paper boat is sinking";
    private static final Lyrics WORDS_FOUND = new Lyrics.Found(WORDS);

    private final LocalLrclib lrclib = new LocalLrclib();
    private final FakeTime time = new FakeTime();
    private final Lrclib source = new Lrclib(
            WebClients.of("LRCLIB", time), lrclib.address(), new Pace("LRCLIB", Duration.ofMillis(300), time, time));

    @AfterEach
    void close() {
        lrclib.close();
    }

    @Test
    void theRecordingItselfIsAskedForWithAllThatIsKnown() {
        lrclib.has(new Track("¿Dónde + cuándo?", "Cía & Compañía", "Más / 100 %", 215.4, false, WORDS, null));

        Lyrics lyrics = source.find(new Recording("¿Dónde + cuándo?", "Cía & Compañía", "Más / 100 %", 214_600, null));

        assertThat(lyrics).isEqualTo(WORDS_FOUND);
        assertThat(lrclib.asked())
                .containsExactly(Map.entry(
                        "/api/get",
                        Map.of(
                                "track_name", "¿Dónde + cuándo?",
                                "artist_name", "Cía & Compañía",
                                "album_name", "Más / 100 %",
                                "duration", "215")));
        assertThat(lrclib.server().requests().getFirst().header("User-Agent")).startsWith("EmotiTune/");
    }

    @Test
    void whatIsNotKnownIsNotAskedFor() {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio", 200, WORDS));

        source.find(new Recording("Paper Boat", "Nadia Rubio", null, null, null));

        assertThat(lrclib.asked())
                .containsExactly(
                        Map.entry("/api/get", Map.of("track_name", "Paper Boat", "artist_name", "Nadia Rubio")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 400, 3_601_000, Integer.MAX_VALUE})
    void aLengthThatLrclibRefusesIsNotSent(int durationMs) {
        source.find(new Recording("Paper Boat", "Nadia Rubio", null, durationMs, null));

        assertThat(lrclib.asked())
                .allSatisfy(asked -> assertThat(asked.getValue()).doesNotContainKey("duration"));
    }

    @Test
    void anotherEditionOfTheRecordingIsSearchedFor() {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio", 201, WORDS));

        Lyrics lyrics = source.find(recording("Paper Boat - Remastered 2011", "Nadia Rubio, Otto Lang"));

        assertThat(lyrics).isEqualTo(WORDS_FOUND);
        assertThat(lrclib.asked())
                .element(1)
                .isEqualTo(Map.entry("/api/search", Map.of("track_name", "Paper Boat", "artist_name", "Nadia Rubio")));
    }

    @Test
    void aLiveRecordingIsNoStudioRecording() {
        lrclib.has(Track.plain("Paper Boat (Live at the Old Harbour)", "Nadia Rubio", 200, WORDS));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isInstanceOf(Lyrics.Missing.class);
    }

    @Test
    void anotherArtistsSongIsAnotherSong() {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio Tribute Band", 200, WORDS));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isInstanceOf(Lyrics.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {180, 220})
    void aRecordingOfAnotherLengthIsAnotherOne(double seconds) {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio", seconds, WORDS));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isInstanceOf(Lyrics.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {194, 206})
    void aFewSecondsMakeNoOtherRecording(double seconds) {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio", seconds, WORDS));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isEqualTo(WORDS_FOUND);
    }

    @Test
    void anInstrumentalIsAnAnswer() {
        lrclib.has(new Track("Paper Boat", "Nadia Rubio", "Rain", 200, true, null, null));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isInstanceOf(Lyrics.Instrumental.class);
        assertThat(lrclib.asked()).hasSize(1);
    }

    @Test
    void timesAreTakenOffWhereThereAreNoPlainWords() {
        lrclib.has(new Track("Paper Boat", "Nadia Rubio", "Rain", 200, false, null, "[00:01.20] " + WORDS));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isEqualTo(WORDS_FOUND);
    }

    @Test
    void plainWordsArePreferredToOthersAndThoseToNone() {
        lrclib.has(
                new Track("Paper Boat", "Nadia Rubio", "One", 204, false, null, null),
                new Track("Paper Boat", "Nadia Rubio", "Two", 204, true, null, null),
                new Track("Paper Boat", "Nadia Rubio", "Three", 204, false, " ", "[00:01.20] with times"),
                new Track("Paper Boat", "Nadia Rubio", "Four", 204, false, WORDS, null));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isEqualTo(WORDS_FOUND);
    }

    @Test
    void anEntryWithoutWordsIsNoReasonToStopLooking() {
        lrclib.has(
                new Track("Paper Boat", "Nadia Rubio", "One", 200, false, null, null),
                new Track("Paper Boat", "Nadia Rubio", "Two", 204, false, WORDS, null));

        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isEqualTo(WORDS_FOUND);
    }

    @Test
    void aSongThatLrclibDoesNotKnowIsMissing() {
        assertThat(source.find(recording("Paper Boat", "Nadia Rubio"))).isInstanceOf(Lyrics.Missing.class);
        assertThat(lrclib.asked()).extracting(Map.Entry::getKey).containsExactly("/api/get", "/api/search");
    }

    @Test
    void aTitleAloneIsNotEnoughToAskFor() {
        lrclib.has(Track.plain("Paper Boat", "Nadia Rubio", 200, WORDS));

        assertThat(source.find(new Recording("Paper Boat", null, null, 200_000, null)))
                .isInstanceOf(Lyrics.Missing.class);
        assertThat(source.find(recording("Paper Boat", " "))).isInstanceOf(Lyrics.Missing.class);
        assertThat(lrclib.asked()).isEmpty();
    }

    @Test
    void twoQuestionsAreApart() {
        source.find(recording("Paper Boat", "Nadia Rubio"));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(300));
    }

    private static Recording recording(String title, String artist) {
        return new Recording(title, artist, null, 200_000, null);
    }
}
