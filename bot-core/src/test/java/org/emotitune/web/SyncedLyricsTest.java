package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyncedLyricsTest {
    @Test
    void timesAndTagsGoAndWordsStay() {
        String synced = """
                [ar:Somebody]
                [ti: A paper boat]
                [length: 03:20]
                [00:12.34] I fold a paper boat
                [00:15.10][01:15.10]and give it to the rain
                [00:18]
                [00:20.5] [Chorus]
                [01:02.345] <01:02.345> row <01:03.1> by <01:04.20> row
                [100:00.00] at 10:30 it sank [softly]
                """;

        assertThat(SyncedLyrics.words(synced)).isEqualTo("""
                I fold a paper boat
                and give it to the rain

                [Chorus]
                row by row
                at 10:30 it sank [softly]""");
    }

    @Test
    void timesAloneAreNoWords() {
        assertThat(SyncedLyrics.words("[00:01.00]\n[00:02.00] \n")).isEmpty();
    }
}
