package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;

class ConsoleRepliesTest {
    private final Numbers numbers = new Numbers();
    private final ConsoleReplies replies = new ConsoleReplies(numbers::of);

    @Test
    void aPageShowsEverySongWithItsReasonsAndEveryButtonWithItsNumber() {
        String shown = replies.text(Replies.songs(Language.ENGLISH));

        assertThat(shown).isEqualTo("""
                I hear: sadness
                About: break-up
                (a note)
                Songs:
                 1. La Flaca — Jarabe de Palo (1996)
                    ████████░░ 78  https://open.spotify.com/track/6Vc5wAMmXdKIAM7WUoEb7N
                    why one
                    [1] up  [2] down
                 2. No "Id" — Nobody
                    step 2
                    popularity unknown  https://open.spotify.com/search/No%20%22Id%22%20Nobody
                    why two
                    [3] up
                [4] more\
                """);
    }

    @Test
    void aNumberIsGivenOnceAndStaysGood() {
        replies.text(Replies.songs(Language.ENGLISH));

        String next = replies.text(Replies.question(Language.ENGLISH));

        assertThat(next).isEqualTo("How are you?\n[5] happy  [6] sad");
        assertThat(numbers.action(4)).contains("M");
        assertThat(numbers.action(6)).contains("B");
        assertThat(numbers.action(7)).isEmpty();
        assertThat(numbers.action(0)).isEmpty();
    }

    @Test
    void withoutNumbersNoButtonIsShown() {
        String shown = new ConsoleReplies(null).text(Replies.songs(Language.SPANISH));

        assertThat(shown).contains("La Flaca").doesNotContain("[", "more");
    }

    @Test
    void inACrisisTheHelpLinesStandBetweenTheWords() {
        String shown = replies.text(Replies.crisis(Language.ENGLISH));

        assertThat(shown).isEqualTo("You matter.\nCall:\nES: 024\nUS: 988\nLater.");
    }

    @Test
    void aFileIsShownBelowItsWords() {
        Reply reply = new Reply.Information(
                Language.ENGLISH, List.of("All of it:"), new Reply.TextFile("a.json", "{}"), List.of());

        assertThat(replies.text(reply)).isEqualTo("All of it:\n{}");
    }

    @Test
    void acknowledgementsAndApologiesAreTheirSentences() {
        Reply done = new Reply.Acknowledgement(Language.ENGLISH, "Done.", List.of());
        Reply sorry = new Reply.Apology(Language.ENGLISH, Reply.Reason.BUSY, "Sorry.");

        assertThat(replies.text(done)).isEqualTo("Done.");
        assertThat(replies.text(sorry)).isEqualTo("Sorry.");
    }
}
